package org.copse.report;

import java.util.Optional;
import org.copse.effect.Interval;
import org.copse.heterogeneity.CommonTau2;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.model.BetaBinomialFit;
import org.copse.model.Fit;
import org.copse.model.GlmmFit;
import org.copse.model.GlmmHeterogeneity;
import org.copse.model.RandomEffectsFit;

/** The rows of a summary that say how much the studies differ; none of them for a single study. */
final class HeterogeneityRows {

  private static final int DIGITS = 4;

  private HeterogeneityRows() {}

  static ReportTable.Builder add(ReportTable.Builder table, Fit fit) {
    if (fit.k() < 2) {
      return table.row("Heterogeneity", "not applicable (1 study)");
    }
    if (fit instanceof RandomEffectsFit random) {
      table.row("τ² (%s)".formatted(random.tau2Estimator().name()), tau2(random));
      table.row("τ", Numbers.significant(random.tau(), DIGITS));
      table.row("I² (from τ²)", percent(random.iSquaredFromTau2()) + iSquaredBounds(random));
      table.row("I² (from Q)", percent(random.iSquaredFromQ()));
      table.row("H² (from τ²)", Numbers.fixed(random.hSquaredFromTau2(), 2));
    } else if (fit instanceof GlmmFit glmm) {
      return glmm(table, glmm);
    } else {
      if (fit instanceof BetaBinomialFit betaBinomial) {
        table.row("ρ (intraclass correlation)", rho(betaBinomial));
      }
      table.row("I² (from Q)", percent(fit.heterogeneity().iSquared()));
    }
    table.row("H² (from Q)", Numbers.fixed(fit.heterogeneity().hSquared(), 2));
    return table.row("Heterogeneity", test(fit.heterogeneity()));
  }

  private static ReportTable.Builder glmm(ReportTable.Builder table, GlmmFit fit) {
    table.row("τ² (ML)", Numbers.significant(fit.tau2(), DIGITS));
    table.row("τ", Numbers.significant(fit.tau(), DIGITS));
    fit.sigma2().ifPresent(s -> table.row("σ² of study effects", Numbers.significant(s, DIGITS)));
    table.row("I² (from τ²)", percent(fit.iSquared()));
    table.row("H² (from τ²)", Numbers.fixed(fit.hSquared(), 2));
    GlmmHeterogeneity tests = fit.heterogeneityTests();
    table.row(
        "Heterogeneity, likelihood ratio",
        "χ² = %s, df = %s, %s"
            .formatted(
                Numbers.fixed(tests.likelihoodRatio(), 2),
                tests.df(),
                Numbers.pEquals(tests.likelihoodRatioP())));
    table.row("Heterogeneity, Wald", test(fit.heterogeneity()));
    return table.row(
        "Log-likelihood (AIC; BIC)",
        "%s (%s; %s)"
            .formatted(
                Numbers.fixed(fit.logLikelihood(), 2),
                Numbers.fixed(fit.aic(), 1),
                Numbers.fixed(fit.bic(), 1)));
  }

  private static String rho(BetaBinomialFit fit) {
    String rho = Numbers.significant(fit.rho(), DIGITS);
    return fit.rhoStandardError()
        .map(se -> "%s (SE %s)".formatted(rho, Numbers.significant(se, DIGITS)))
        .orElse(rho);
  }

  private static String tau2(RandomEffectsFit fit) {
    return tau2(fit.tau2(), fit.tau2Interval());
  }

  /** A tau² common to subgroups, with its estimator and interval. */
  static String tau2(CommonTau2 common) {
    return "%s (%s)".formatted(tau2(common.tau2(), common.interval()), common.estimator().name());
  }

  /** Estimate and bounds with the same decimals: four digits of the estimate, or of the upper. */
  private static String tau2(double tau2, Optional<Interval> interval) {
    if (interval.isEmpty()) {
      return Numbers.significant(tau2, DIGITS);
    }
    Interval bounds = interval.get();
    double leading = tau2 > 0 ? tau2 : bounds.upper();
    boolean usual = leading >= 1e-4 && leading < Double.POSITIVE_INFINITY;
    if (!usual) {
      return "%s [%s; %s]"
          .formatted(
              Numbers.significant(tau2, DIGITS),
              Numbers.significant(bounds.lower(), DIGITS),
              Numbers.significant(bounds.upper(), DIGITS));
    }
    int decimals = Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(leading)));
    return Numbers.fixed(tau2, decimals) + " " + Numbers.interval(bounds, decimals);
  }

  private static String iSquaredBounds(RandomEffectsFit fit) {
    return fit.iSquaredInterval()
        .map(i -> " [%s; %s]".formatted(percent(i.lower()), percent(i.upper())))
        .orElse("");
  }

  private static String percent(double value) {
    return Numbers.percent(value, 1);
  }

  /** Q with its test, between studies or between groups. */
  static String test(Heterogeneity q) {
    return "Q = %s, df = %s, %s".formatted(Numbers.fixed(q.q(), 2), q.df(), Numbers.pEquals(q.p()));
  }
}
