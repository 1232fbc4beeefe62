package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.effect.Interval;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.model.MetaRegressionFit;
import org.copse.model.ModeratorTest;
import org.copse.model.RegressionCoefficient;
import org.copse.model.RegressionPrediction;
import org.copse.report.ReportTable.Column;

/** Meta-regressions and their predictions as tables. */
public final class MetaRegressionReport {

  private static final int DIGITS = 4;

  private MetaRegressionReport() {}

  /**
   * The coefficients of a meta-regression; below them the test of the moderators, the heterogeneity
   * that remains and what was done.
   *
   * @param fit the fit
   * @return one row a coefficient
   */
  public static ReportTable of(MetaRegressionFit fit) {
    boolean ratio = fit.effects().measure().isRatio();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Coefficient"));
    columns.add(Column.number(ratio ? "Estimate (log)" : "Estimate"));
    columns.add(Column.number("SE"));
    columns.add(Column.number(fit.coefficients().get(0).test().symbol()));
    columns.add(Column.number("p"));
    columns.add(Column.number(Numbers.level(fit.level()) + " CI"));
    if (ratio) {
      columns.add(Column.number("exp(estimate)"));
    }
    ReportTable.Builder table =
        ReportTable.of(
            "Meta-regression of %s on %s, %s studies"
                .formatted(
                    Names.withinSentence(fit.effects().measure().label()),
                    String.join(", ", fit.moderators()),
                    fit.k()),
            columns.toArray(Column[]::new));
    for (RegressionCoefficient c : fit.coefficients()) {
      List<String> cells = new ArrayList<>();
      cells.add(c.name());
      cells.add(number(c.estimate()));
      cells.add(number(c.standardError()));
      cells.add(Numbers.fixed(c.test().statistic(), 2));
      cells.add(Numbers.p(c.test().p()));
      cells.add(bounds(c.interval()));
      if (ratio) {
        cells.add(number(Math.exp(c.estimate())));
      }
      table.row(cells.toArray(String[]::new));
    }
    List<String> notes = new ArrayList<>(List.of(test(fit), heterogeneity(fit), remaining(fit)));
    references(fit).ifPresent(notes::add);
    notes.add(String.join(" ", fit.methods()));
    notes.addAll(fit.notes());
    return table.notes(notes).build();
  }

  private static Optional<String> references(MetaRegressionFit fit) {
    List<String> words = new ArrayList<>();
    for (String moderator : fit.moderators()) {
      List<String> categories = fit.categories(moderator);
      if (!categories.isEmpty()) {
        words.add("%s against %s".formatted(moderator, categories.get(0)));
      }
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words) + ".");
  }

  private static String test(MetaRegressionFit fit) {
    ModeratorTest test = fit.moderatorTest();
    String df =
        Double.isInfinite(test.residualDf())
            ? "df = " + test.df()
            : "df = %s and %s".formatted(test.df(), Numbers.count(test.residualDf()));
    return "Test of moderators: %s = %s, %s, %s."
        .formatted(
            test.symbol(), Numbers.fixed(test.statistic(), 2), df, Numbers.pEquals(test.p()));
  }

  private static String heterogeneity(MetaRegressionFit fit) {
    OptionalDouble error = fit.tau2StandardError();
    String se = error.isPresent() ? " (SE %s)".formatted(number(error.getAsDouble())) : "";
    String interval = fit.tau2Interval().map(i -> " " + bounds(i)).orElse("");
    OptionalDouble explained = fit.rSquared();
    String r2 =
        explained.isPresent()
            ? "; R² = %s of the heterogeneity explained"
                .formatted(Numbers.percent(explained.getAsDouble(), 1))
            : "";
    return "Residual heterogeneity: τ² = %s%s%s; I² = %s; H² = %s%s."
        .formatted(
            number(fit.tau2()),
            se,
            interval,
            Numbers.percent(fit.iSquared(), 1),
            Numbers.fixed(fit.hSquared(), 2),
            r2);
  }

  private static String remaining(MetaRegressionFit fit) {
    Heterogeneity q = fit.residualHeterogeneity();
    return "Test of residual heterogeneity: Q_E = %s, df = %s, %s."
        .formatted(Numbers.fixed(q.q(), 2), q.df(), Numbers.pEquals(q.p()));
  }

  /**
   * The effect expected at given moderators.
   *
   * @param prediction the prediction
   * @return two rows: on the analysis scale and on the reader's
   */
  public static ReportTable of(RegressionPrediction prediction) {
    String level = Numbers.level(prediction.interval().level());
    return ReportTable.of(
            "Expected effect",
            Column.text("Scale"),
            Column.number("Estimate"),
            Column.number(level + " CI"),
            Column.number(level + " prediction interval"))
        .row(
            "analysis",
            number(prediction.estimate()),
            bounds(prediction.interval()),
            bounds(prediction.prediction()))
        .row(
            prediction.shown().measure().label(),
            number(prediction.shown().estimate()),
            bounds(prediction.shown().interval()),
            bounds(prediction.shownPrediction()))
        .build();
  }

  private static String number(double value) {
    return Numbers.significant(value, DIGITS);
  }

  private static String bounds(Interval i) {
    return "[" + number(i.lower()) + "; " + number(i.upper()) + "]";
  }
}
