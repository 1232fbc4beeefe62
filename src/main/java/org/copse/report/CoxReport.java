package org.copse.report;

import java.util.List;
import java.util.OptionalDouble;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;
import org.copse.survival.CoxCoefficient;
import org.copse.survival.CoxFit;
import org.copse.survival.ProportionalHazards;
import org.copse.survival.SurvivalTest;
import org.copse.survival.TimeTransform;

/** Cox models, in the shape of R's {@code summary(coxph)} and {@code cox.zph}. */
public final class CoxReport {

  private static final int DECIMALS = 4;

  private CoxReport() {}

  /**
   * A fitted model.
   *
   * @param fit the fit
   * @return one row a coefficient
   */
  public static ReportTable of(CoxFit fit) {
    String bounds = Numbers.level(fit.level()) + " CI";
    ReportTable.Builder table =
        ReportTable.of(
            "Cox model, %s patients, %s events"
                .formatted(Numbers.whole(fit.patients()), Numbers.whole(fit.events())),
            Column.text("Covariate"),
            Column.number("log HR"),
            Column.number("HR"),
            Column.number("SE of log HR"),
            Column.number("z"),
            Column.number("p"),
            Column.number("lower").in(bounds),
            Column.number("upper").in(bounds));
    for (CoxCoefficient c : fit.coefficients()) {
      table.row(
          c.name(),
          Numbers.fixed(c.estimate(), DECIMALS),
          ratio(c.hazardRatio()),
          Double.isInfinite(c.standardError())
              ? Numbers.ABSENT
              : Numbers.fixed(c.standardError(), DECIMALS),
          number(c.z(), 3),
          c.p().isPresent() ? Numbers.p(c.p().getAsDouble()) : Numbers.ABSENT,
          ratio(c.interval().lower()),
          ratio(c.interval().upper()));
    }
    return table.notes(SurvivalReport.sentences(fit.notes())).build();
  }

  /**
   * The tests of all coefficients of a model.
   *
   * @param fit the fit
   * @return likelihood-ratio, Wald and score test; absent where not defined
   */
  public static ReportTable tests(CoxFit fit) {
    ReportTable.Builder table = testTable("Tests of all coefficients", "Test");
    table.row(Kind.BODY, cells("Likelihood ratio", fit.likelihoodRatioTest()));
    table.row(
        Kind.BODY,
        fit.waldTest()
            .map(t -> cells("Wald", t))
            .orElse(List.of("Wald", Numbers.ABSENT, Numbers.ABSENT, Numbers.ABSENT)));
    table.row(Kind.BODY, cells("Score (log-rank)", fit.scoreTest()));
    return table
        .notes(
            List.of(
                "Log partial likelihood %s, with all coefficients 0 %s."
                    .formatted(
                        Numbers.fixed(fit.logLikelihood(), DECIMALS),
                        Numbers.fixed(fit.nullLogLikelihood(), DECIMALS))))
        .build();
  }

  /**
   * A test of proportional hazards.
   *
   * @param test the test
   * @return one row a covariate and one of all together
   */
  public static ReportTable of(ProportionalHazards test) {
    ReportTable.Builder table = testTable("Test of proportional hazards", "Covariate");
    for (int i = 0; i < test.covariates().size(); i++) {
      table.row(Kind.BODY, cells(test.covariates().get(i), test.tests().get(i)));
    }
    table.row(Kind.TOTAL, cells("All", test.joint()));
    return table
        .notes(
            List.of(
                "Score test of an interaction with %s (Grambsch, Therneau 1994); a small p speaks"
                        .formatted(time(test.transform()))
                    + " against proportional hazards."))
        .build();
  }

  private static String time(TimeTransform transform) {
    return switch (transform) {
      case IDENTITY -> "time";
      case LOG -> "log time";
      case RANK -> "the rank of time";
      case KAPLAN_MEIER -> "1 − Kaplan-Meier of all patients";
    };
  }

  private static ReportTable.Builder testTable(String caption, String first) {
    return ReportTable.of(
        caption, Column.text(first), Column.number("χ²"), Column.number("df"), Column.number("p"));
  }

  private static List<String> cells(String name, SurvivalTest test) {
    return List.of(
        name, Numbers.fixed(test.statistic(), 2), Integer.toString(test.df()), Numbers.p(test.p()));
  }

  private static String number(OptionalDouble value, int decimals) {
    return value.isPresent() ? Numbers.fixed(value.getAsDouble(), decimals) : Numbers.ABSENT;
  }

  private static String ratio(double value) {
    return value == 0 ? "0" : Numbers.significant(value, DECIMALS);
  }
}
