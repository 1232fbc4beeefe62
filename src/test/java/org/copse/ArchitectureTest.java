package org.copse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.Set;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ChangeMeasure;
import org.copse.effect.ConcordanceMeasure;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.CorrelationMeasure;
import org.copse.effect.CronbachAlphaMeasure;
import org.copse.effect.GenotypeMeasure;
import org.copse.effect.MatchedPairsMeasure;
import org.copse.effect.MeanChangeMeasure;
import org.copse.effect.MeanMeasure;
import org.copse.effect.Measure;
import org.copse.effect.ModelFitMeasure;
import org.copse.effect.NetChangeMeasure;
import org.copse.effect.PartialCorrelationMeasure;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.RateMeasure;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.SemiPartialCorrelationMeasure;
import org.copse.effect.SingleRateMeasure;
import org.copse.effect.TwoArmChangeMeasure;
import org.copse.effect.UncorrectedChangeMeasure;
import org.junit.jupiter.api.Test;

/** The arrows between packages, and what must never be. */
@AnalyzeClasses(packages = "org.copse", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] STATISTICS = {
    "org.copse.numeric..",
    "org.copse.effect..",
    "org.copse.convert..",
    "org.copse.heterogeneity..",
    "org.copse.audit..",
    "org.copse.batch..",
    "org.copse.model..",
    "org.copse.sensitivity..",
    "org.copse.bias..",
    "org.copse.bayes..",
    "org.copse.survival..",
    "org.copse.descriptive..",
    "org.copse.appraisal.."
  };

  @ArchTest
  static final ArchRule statisticsKnowNoTablesNoPlotsNoKernels =
      noClasses()
          .that()
          .resideInAnyPackage(STATISTICS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "tech.tablesaw..",
              "org.copse.data..",
              "org.copse.plot..",
              "org.copse.report..",
              "org.copse.notebook..",
              "org.dflib..",
              "io.github.spencerpark..");

  @ArchTest
  static final ArchRule numericStandsAlone =
      noClasses()
          .that()
          .resideInAPackage("org.copse.numeric..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.copse.effect..",
              "org.copse.heterogeneity..",
              "org.copse.model..",
              "org.copse.sensitivity..",
              "org.copse.bayes..");

  @ArchTest
  static final ArchRule conversionsAndAuditsKnowNoModel =
      noClasses()
          .that()
          .resideInAnyPackage("org.copse.convert..", "org.copse.audit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.copse.heterogeneity..",
              "org.copse.model..",
              "org.copse.sensitivity..",
              "org.copse.bayes..");

  @ArchTest
  static final ArchRule effectsKnowNoModel =
      noClasses()
          .that()
          .resideInAPackage("org.copse.effect..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.copse.convert..",
              "org.copse.audit..",
              "org.copse.heterogeneity..",
              "org.copse.model..",
              "org.copse.sensitivity..",
              "org.copse.bayes..");

  @ArchTest
  static final ArchRule survivalKnowsNoModel =
      noClasses()
          .that()
          .resideInAPackage("org.copse.survival..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.copse.convert..",
              "org.copse.heterogeneity..",
              "org.copse.audit..",
              "org.copse.batch..",
              "org.copse.model..",
              "org.copse.sensitivity..",
              "org.copse.bayes..");

  @ArchTest
  static final ArchRule nothingButTheEdgeKnowsAppraisals =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.copse.numeric..",
              "org.copse.effect..",
              "org.copse.convert..",
              "org.copse.audit..",
              "org.copse.heterogeneity..",
              "org.copse.batch..",
              "org.copse.model..",
              "org.copse.sensitivity..",
              "org.copse.bayes..",
              "org.copse.survival..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.copse.appraisal..");

  @ArchTest
  static final ArchRule heterogeneityTakesArraysNotFits =
      noClasses()
          .that()
          .resideInAPackage("org.copse.heterogeneity..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.copse.model..", "org.copse.sensitivity..", "org.copse.bayes..");

  @ArchTest
  static final ArchRule batchesTakeArraysNotFits =
      noClasses()
          .that()
          .resideInAPackage("org.copse.batch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.copse.model..", "org.copse.sensitivity..");

  @ArchTest
  static final ArchRule batchStandsAboveHeterogeneity =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.copse.numeric..", "org.copse.effect..", "org.copse.heterogeneity..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.copse.batch..");

  @ArchTest
  static final ArchRule modelsKnowNoSensitivity =
      noClasses()
          .that()
          .resideInAPackage("org.copse.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.copse.sensitivity..", "org.copse.bayes..");

  @ArchTest
  static final ArchRule biasStandsBesideSensitivity =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.copse.numeric..",
              "org.copse.effect..",
              "org.copse.convert..",
              "org.copse.heterogeneity..",
              "org.copse.audit..",
              "org.copse.batch..",
              "org.copse.model..",
              "org.copse.sensitivity..",
              "org.copse.bayes..",
              "org.copse.survival..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.copse.bias..");

  @ArchTest
  static final ArchRule biasKnowsNoSensitivity =
      noClasses()
          .that()
          .resideInAPackage("org.copse.bias..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.copse.sensitivity..", "org.copse.bayes..", "org.copse.survival..");

  @ArchTest
  static final ArchRule bayesKnowsNoSensitivity =
      noClasses()
          .that()
          .resideInAPackage("org.copse.bayes..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.copse.sensitivity..");

  @ArchTest
  static final ArchRule onlyTheNotebookKnowsTheNotebook =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.copse.notebook..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.copse.notebook..", "org.dflib..", "io.github.spencerpark..");

  @ArchTest
  static final ArchRule plotsAndReportsReadFitsAndDoNotMakeThem =
      noClasses()
          .that()
          .resideInAnyPackage("org.copse.plot..", "org.copse.report..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.copse.model.RandomEffects")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.copse.bayes.BayesianRandomEffects")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.copse.data.Trials");

  @ArchTest
  static final ArchRule noCycles = slices().matching("org.copse.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everythingIsFinal =
      classes()
          .that(
              new DescribedPredicate<JavaClass>("are concrete top-level or nested classes") {
                @Override
                public boolean test(JavaClass type) {
                  return !type.isInterface()
                      && !type.isAnonymousClass()
                      && !type.isAssignableTo(Enum.class)
                      && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                      && !type.getModifiers().contains(JavaModifier.SYNTHETIC)
                      && !type.getSimpleName().equals("package-info");
                }
              })
          .should()
          .haveModifier(JavaModifier.FINAL);

  @Test
  void measureConstantsCanBeStarImportedTogether() {
    Set<String> names = new HashSet<>();
    for (Measure[] measures :
        new Measure[][] {
          BinaryMeasure.values(),
          ChangeMeasure.values(),
          MeanChangeMeasure.values(),
          TwoArmChangeMeasure.values(),
          UncorrectedChangeMeasure.values(),
          ContinuousMeasure.values(),
          MatchedPairsMeasure.values(),
          ProportionMeasure.values(),
          RateMeasure.values(),
          ReportedMeasure.values(),
          SingleRateMeasure.values(),
          ConcordanceMeasure.values(),
          CorrelationMeasure.values(),
          CronbachAlphaMeasure.values(),
          GenotypeMeasure.values(),
          MeanMeasure.values(),
          NetChangeMeasure.values(),
          ModelFitMeasure.values(),
          PartialCorrelationMeasure.values(),
          SemiPartialCorrelationMeasure.values()
        }) {
      for (Measure measure : measures) {
        assertTrue(names.add(measure.name()), measure.name() + " appears twice");
      }
    }
  }
}
