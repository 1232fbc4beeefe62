package org.copse.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.ReportedEffects;
import org.copse.effect.StudyDataException;
import org.copse.effect.ValueKind;
import org.copse.model.CommonEffect;
import org.copse.model.Fit;
import org.copse.model.RandomEffects;
import org.copse.model.Subgroups;
import org.copse.report.EffectsReport;
import org.copse.report.FitReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Change scores and final values in one analysis. */
class ValueKindTest {

  private static MeansOutcome means(String... kinds) {
    return Trials.of(
            Table.create(
                "t",
                StringColumn.create("author", "A", "B", "C", "D"),
                DoubleColumn.create("n1", 25, 16, 30, 40),
                DoubleColumn.create("m1", 5, 6, 4, 5),
                DoubleColumn.create("s1", 2, 3, 2, 2.5),
                DoubleColumn.create("n2", 25, 16, 30, 40),
                DoubleColumn.create("m2", 4, 4, 3.5, 4),
                DoubleColumn.create("s2", 2, 3, 2, 2.5),
                StringColumn.create("values", kinds)))
        .study("author")
        .means("n1", "m1", "s1", "n2", "m2", "s2");
  }

  private static ContinuousEffects mixed(ContinuousMeasure measure) {
    return means("change", "Final", "change score", "").kind("values").as(measure);
  }

  private static List<String> aboutKinds(List<String> notes) {
    return notes.stream()
        .filter(n -> n.contains("changes from baseline") || n.contains("not stated"))
        .toList();
  }

  @Test
  void pooledAsSmdTheyRaiseANoteThatEveryFitShows() {
    ContinuousEffects effects = mixed(ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE);
    String note =
        "2 studies with changes from baseline pooled with 1 of final values, standardised: their"
            + " SDs differ in kind, so the units of the effects differ; pool them apart or use the"
            + " mean difference (Cochrane Handbook 10.5.2) (A; C).";
    assertEquals(
        List.of(note, "1 study, changes or final values not stated: check before pooling (D)."),
        aboutKinds(effects.notes()));
    for (Fit fit : List.of(RandomEffects.of(effects), CommonEffect.of(effects))) {
      assertTrue(fit.notes().contains(note), fit.notes()::toString);
      assertTrue(FitReport.of(fit).notes().contains(note));
    }
    assertTrue(EffectsReport.of(effects).notes().contains(note));
  }

  @Test
  void meanDifferencesMayBeMixedAndSaySo() {
    List<String> notes = aboutKinds(mixed(ContinuousMeasure.MEAN_DIFFERENCE).notes());
    assertTrue(notes.get(0).contains("sound for mean differences"), notes.toString());
  }

  @Test
  void ratiosOfChangesAreNone() {
    List<String> notes = aboutKinds(mixed(ContinuousMeasure.RATIO_OF_MEANS).notes());
    assertTrue(notes.get(0).contains("a change has no ratio"), notes.toString());
  }

  @ParameterizedTest
  @EnumSource(ContinuousMeasure.class)
  void finalValuesAloneAndSilenceRaiseNothing(ContinuousMeasure measure) {
    ContinuousEffects all =
        means("final", "post", "endpoint", "FINAL VALUE").kind("values").as(measure);
    assertEquals(List.of(), aboutKinds(all.notes()));
    assertEquals(List.of(), aboutKinds(means("", "", "", "").kind("values").as(measure).notes()));
    assertEquals(List.of(), aboutKinds(means("change", "x", "", "").as(measure).notes()));
    assertEquals(2, aboutKinds(mixed(measure).notes()).size());
  }

  @Test
  void theNoteFollowsTheMeasureAndTheStudies() {
    ContinuousEffects md = mixed(ContinuousMeasure.MEAN_DIFFERENCE);
    ContinuousEffects smd = md.as(ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE);
    assertTrue(aboutKinds(smd.notes()).get(0).contains("standardised"));
    assertEquals(List.of(), aboutKinds(smd.subset(1).notes()));
    List<String> changes = aboutKinds(smd.subset(0, 2).notes());
    assertEquals(
        List.of(
            "2 studies with changes from baseline: the unit of the effect is the SD of the changes"
                + " (A; C)."),
        changes);
    assertEquals(ValueKind.CHANGE, smd.studies().valueKind(2));
    assertEquals(3, Subgroups.by("values").of(md.subset(0, 1, 2)).groups().size());
  }

  @Test
  void aMixedTableSaysItToo() {
    MixedOutcome mixed =
        Trials.of(
                Table.create(
                    "t",
                    StringColumn.create("author", "A", "B", "C"),
                    StringColumn.create("n1", "25", "16", ""),
                    StringColumn.create("m1", "5", "6", ""),
                    StringColumn.create("s1", "2", "3", ""),
                    StringColumn.create("n2", "25", "16", ""),
                    StringColumn.create("m2", "4", "4", ""),
                    StringColumn.create("s2", "2", "3", ""),
                    StringColumn.create("md", "", "", "0.4"),
                    StringColumn.create("se", "", "", "0.2"),
                    StringColumn.create("values", "change", "final", "change")))
            .study("author")
            .mixed()
            .means("n1", "m1", "s1", "n2", "m2", "s2")
            .standardError("md", "se");
    ContinuousMeasure smd = ContinuousMeasure.STANDARDISED_MEAN_DIFFERENCE;
    assertEquals(List.of(), aboutKinds(mixed.as(smd).notes()));
    ReportedEffects effects = mixed.kind("values").as(smd);
    String note = aboutKinds(effects.notes()).get(0);
    assertTrue(note.startsWith("2 studies with changes from baseline pooled with 1"), note);
    assertTrue(note.endsWith("(A; C)."), note);
    assertTrue(RandomEffects.of(effects).notes().contains(note));
    assertEquals(List.of(), aboutKinds(effects.subset(1).notes()));
    assertThrows(StudyDataException.class, () -> mixed.kind("author").as(smd));
    assertThrows(IllegalArgumentException.class, () -> mixed.kind("nothing"));
  }

  @Test
  void otherWordsAreRefusedAllAtOnce() {
    MeansOutcome means = means("change", "finl", "delta", "");
    StudyDataException e = assertThrows(StudyDataException.class, () -> means.kind("values"));
    assertEquals(2, e.problems().size());
    assertTrue(
        e.getMessage()
            .contains("'B' (row 2): kind of values must be 'change' or 'final', was 'finl'."),
        e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> means.kind("nothing"));
  }

  @ParameterizedTest
  @CsvSource({
    "change,CHANGE",
    "' Change from baseline ',CHANGE",
    "Follow-up,FINAL",
    "'',NOT_STATED"
  })
  void words(String word, ValueKind kind) {
    assertEquals(Optional.of(kind), ValueKind.ofWord(word));
  }
}
