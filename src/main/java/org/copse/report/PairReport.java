package org.copse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.model.CommonAndRandomFit;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsFit;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;

/** Common and random effects side by side. */
public final class PairReport {

  private PairReport() {}

  /**
   * Both pooled effects and their tests, with one description of heterogeneity.
   *
   * @param fit both fits
   * @return names and values; methods and notes below
   */
  public static ReportTable of(CommonAndRandomFit fit) {
    RandomEffectsFit random = fit.random();
    EffectFormat format =
        EffectFormat.of(
            List.of(fit.common().backTransformed().interval(), random.backTransformed().interval()),
            3);
    ReportTable.Builder table =
        ReportTable.of(
            fit.measure().label() + ", common and random effects",
            Column.text("Quantity"),
            Column.text("Value"));
    String level = Numbers.level(fit.level());
    for (Fit model : List.of(fit.common(), random)) {
      String name = "%s [%s CI]".formatted(model.model(), level);
      table.row(Kind.TOTAL, List.of(name, FitReport.pooled(model, format)));
    }
    random
        .backTransformedPrediction()
        .ifPresent(p -> table.row(FitReport.predictionName(random), format.interval(p)));
    if (fit.measure().hasNullValue()) {
      table.row("Test, common effect", FitReport.test(fit.common().test()));
      table.row("Test, random effects", FitReport.test(random.test()));
    }
    table.row("Studies pooled (k)", counted(fit));
    return HeterogeneityRows.add(table, random).notes(notes(fit)).build();
  }

  private static String counted(CommonAndRandomFit fit) {
    int common = fit.common().k();
    int random = fit.random().k();
    return common == random
        ? Integer.toString(random)
        : "%s common, %s random".formatted(common, random);
  }

  private static List<String> notes(CommonAndRandomFit fit) {
    List<String> notes = new ArrayList<>();
    for (Fit model : List.of(fit.common(), fit.random())) {
      notes.add(model.model() + ": " + String.join(" ", model.methods()));
    }
    if (fit.common().heterogeneity().centre() != fit.heterogeneity().centre()) {
      notes.add(
          "Q is around the %s; around the %s it is: %s."
              .formatted(
                  fit.heterogeneity().centre().label(),
                  fit.common().heterogeneity().centre().label(),
                  HeterogeneityRows.test(fit.common().heterogeneity())));
    }
    notes.addAll(fit.notes());
    return notes;
  }

  /**
   * The studies with their weights under both models.
   *
   * @param fit both fits
   * @return one row a study, both pooled results last
   */
  public static ReportTable studies(CommonAndRandomFit fit) {
    Effects effects = fit.effects();
    ReportTable.Builder table =
        ReportTable.of(
            "",
            Column.text("Study"),
            Column.number(
                "%s [%s CI]"
                    .formatted(effects.measure().abbreviation(), Numbers.level(fit.level()))),
            Column.number("common").in("Weight"),
            Column.number("random").in("Weight"));
    EffectFormat format = FitReport.studyFormat(fit.random());
    for (int i = 0; i < effects.size(); i++) {
      Interval interval = effects.displayedInterval(i, fit.level());
      table.row(
          effects.studies().label(i),
          effects.isEstimable(i)
              ? format.effect(effects.displayed(i), interval)
              : EffectFormat.NOT_ESTIMABLE,
          Numbers.percent(fit.common().weight(i), 1),
          Numbers.percent(fit.random().weight(i), 1));
    }
    table.row(Kind.TOTAL, total(fit.common(), format, "100.0%", ""));
    table.row(Kind.TOTAL, total(fit.random(), format, "", "100.0%"));
    return table.build();
  }

  private static List<String> total(Fit fit, EffectFormat format, String... weights) {
    List<String> cells = new ArrayList<>(List.of(fit.model(), FitReport.pooled(fit, format)));
    cells.addAll(Arrays.asList(weights));
    return cells;
  }
}
