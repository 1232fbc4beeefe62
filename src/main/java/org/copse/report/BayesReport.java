package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.copse.bayes.BayesianFit;
import org.copse.bayes.Posterior;
import org.copse.effect.AnalysisScale;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.model.BackTransformed;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;

/** Bayesian fits as tables: posterior summaries with the priors named, and shrinkage estimates. */
public final class BayesReport {

  private static final int DIGITS = 4;
  private static final int LISTED = 200;

  private BayesReport() {}

  /**
   * Summary of a Bayesian fit.
   *
   * @param fit the fit
   * @return names and values; priors, methods and notes below
   */
  public static ReportTable of(BayesianFit fit) {
    String label = fit.measure().label();
    ReportTable.Builder table =
        ReportTable.of(
            "%s, %s".formatted(label, fit.model()), Column.text("Quantity"), Column.text("Value"));
    BackTransformed mean = fit.backTransformed();
    BackTransformed predicted = fit.backTransformedNewStudy();
    EffectFormat format = EffectFormat.of(List.of(mean.interval()), 3);
    String level = Numbers.level(fit.level());
    Posterior mu = fit.mu();
    table.row(
        Kind.TOTAL,
        List.of(
            "%s, median [%s CrI]".formatted(label, level),
            format.effect(mean.estimate(), mean.interval())));
    table.row("Studies pooled (k)", Integer.toString(fit.k()));
    if (fit.measure().scale() != AnalysisScale.IDENTITY) {
      table.row("Analysis scale, median", Numbers.fixed(mu.median(), DIGITS));
    }
    if (mu.sd().isPresent()) {
      table.row("Posterior sd", Numbers.significant(mu.sd().getAsDouble(), DIGITS));
    }
    table.row(
        "Effect in a new study, median [%s PI]".formatted(level),
        format.effect(predicted.estimate(), predicted.interval()));
    if (fit.measure().hasNullValue()) {
      String below =
          "P(%s < %s)"
              .formatted(fit.measure().abbreviation(), Numbers.count(fit.measure().nullValue()));
      table.row(below, Numbers.fixed(mu.cdf(0), DIGITS));
      table.row(below + " in a new study", Numbers.fixed(fit.newStudy().cdf(0), DIGITS));
    }
    heterogeneity(table, fit);
    fit.bayesFactorTauZero()
        .ifPresent(b -> table.row("Bayes factor of τ = 0", Numbers.significant(b, DIGITS)));
    fit.bayesFactorMuZero()
        .ifPresent(b -> table.row("Bayes factor of no effect", Numbers.significant(b, DIGITS)));
    return table.notes(List.of(String.join(" ", fit.methods()))).notes(fit.notes()).build();
  }

  private static void heterogeneity(ReportTable.Builder table, BayesianFit fit) {
    String level = Numbers.level(fit.level());
    Posterior tau = fit.tau();
    table.row("τ, median [%s CrI]".formatted(level), value(tau.median(), tau.interval()));
    if (tau.mean().isPresent() && tau.sd().isPresent()) {
      table.row(
          "τ, mean (sd)",
          "%s (%s)"
              .formatted(
                  Numbers.significant(tau.mean().getAsDouble(), DIGITS),
                  Numbers.significant(tau.sd().getAsDouble(), DIGITS)));
    }
    if (fit.iSquaredMedian().isPresent()) {
      Interval bounds = fit.iSquaredInterval().orElseThrow();
      table.row(
          "I² (from τ), median [%s CrI, equal-tailed]".formatted(level),
          "%s [%s; %s]"
              .formatted(
                  Numbers.percent(fit.iSquaredMedian().getAsDouble(), 1),
                  Numbers.percent(bounds.lower(), 1),
                  Numbers.percent(bounds.upper(), 1)));
    }
  }

  private static String value(double value, Interval interval) {
    return "%s [%s; %s]"
        .formatted(
            Numbers.significant(value, DIGITS),
            Numbers.significant(interval.lower(), DIGITS),
            Numbers.significant(interval.upper(), DIGITS));
  }

  /**
   * The studies of a fit, each with its own estimate and its shrinkage estimate.
   *
   * @param fit the fit
   * @return one row a study, the pooled result last; a note in place of the rows of more than 200
   *     studies
   */
  public static ReportTable studies(BayesianFit fit) {
    Effects effects = fit.effects();
    String level = Numbers.level(fit.level());
    String measure = effects.measure().abbreviation();
    ReportTable.Builder table =
        ReportTable.of(
            "",
            Column.text("Study"),
            Column.number("%s [%s CI]".formatted(measure, level)),
            Column.number("Shrunk, median [%s CrI]".formatted(level)),
            Column.number("Weight"));
    List<Interval> widths = new ArrayList<>();
    int listed = effects.size() > LISTED ? 0 : effects.size();
    for (int i = 0; i < listed; i++) {
      if (effects.isEstimable(i)) {
        widths.add(effects.displayedInterval(i, fit.level()));
      }
    }
    EffectFormat format = EffectFormat.of(widths, 2);
    for (int i = 0; i < listed; i++) {
      String own = format.effect(effects.displayed(i), effects.displayedInterval(i, fit.level()));
      BackTransformed shrunk = fit.backTransformedShrinkage(i);
      table.row(
          effects.studies().label(i),
          own,
          effects.isEstimable(i)
              ? format.effect(shrunk.estimate(), shrunk.interval())
              : Numbers.ABSENT,
          Numbers.percent(fit.weight(i), 1));
    }
    BackTransformed pooled = fit.backTransformed();
    table.row(
        Kind.TOTAL,
        List.of(
            "Mean effect, all studies",
            Numbers.ABSENT,
            format.effect(pooled.estimate(), pooled.interval()),
            Numbers.percent(100 - fit.priorWeight(), 1)));
    if (listed < effects.size()) {
      table.notes(
          List.of(
              "%s studies are not listed; fit.shrinkage(i) gives each.".formatted(effects.size())));
    }
    if (fit.priorWeight() > 0) {
      table.notes(
          List.of(
              "The prior of μ has a weight of %s."
                  .formatted(Numbers.percent(fit.priorWeight(), 1))));
    }
    return table.build();
  }

  /**
   * One posterior distribution.
   *
   * @param posterior the posterior, on the analysis scale
   * @return names and values
   */
  public static ReportTable of(Posterior posterior) {
    Interval interval = posterior.interval();
    return ReportTable.of(
            "Posterior distribution, analysis scale",
            Column.text("Quantity"),
            Column.number("Value"))
        .row("Mode", Numbers.significant(posterior.mode(), DIGITS))
        .row("Median", Numbers.significant(posterior.median(), DIGITS))
        .row("Mean", optional(posterior.mean()))
        .row("SD", optional(posterior.sd()))
        .row(
            "%s CrI".formatted(Numbers.level(interval.level())),
            "[%s; %s]"
                .formatted(
                    Numbers.significant(interval.lower(), DIGITS),
                    Numbers.significant(interval.upper(), DIGITS)))
        .build();
  }

  private static String optional(OptionalDouble value) {
    return value.isPresent() ? Numbers.significant(value.getAsDouble(), DIGITS) : Numbers.ABSENT;
  }
}
