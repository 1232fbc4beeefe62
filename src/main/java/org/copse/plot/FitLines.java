package org.copse.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.copse.effect.Interval;
import org.copse.heterogeneity.CommonTau2;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.ISquared;
import org.copse.model.CommonEffectFit;
import org.copse.model.EffectTest;
import org.copse.model.Fit;
import org.copse.model.GlmmFit;
import org.copse.model.GlmmHeterogeneity;
import org.copse.model.RandomEffectsFit;
import org.copse.report.Names;
import org.copse.report.Numbers;

/** The lines of statistics and the names of models below a forest plot's rows. */
final class FitLines {

  private FitLines() {}

  static String name(Fit fit) {
    if (fit instanceof RandomEffectsFit random) {
      return random.model() + " (" + random.tau2Estimator().name() + ")";
    }
    return fit instanceof CommonEffectFit ? "Common effect (inverse variance)" : fit.model();
  }

  static String heterogeneity(Fit fit) {
    if (fit.k() < 2) {
      return "Heterogeneity: not applicable (1 study)";
    }
    StringBuilder line = new StringBuilder("Heterogeneity: ");
    if (fit instanceof RandomEffectsFit random) {
      line.append(tau2(random.tau2(), random.tau2Interval()));
      line.append("; I² = ").append(Numbers.percent(random.iSquared(), 1));
      line.append(random.iSquaredSource() == ISquared.Source.TAU2 ? " (from τ²); " : " (from Q); ");
    } else if (fit instanceof GlmmFit glmm) {
      GlmmHeterogeneity tests = glmm.heterogeneityTests();
      line.append("τ² = ").append(Numbers.significant(glmm.tau2(), 4));
      line.append("; I² = ").append(Numbers.percent(glmm.iSquared(), 1)).append(" (from τ²); ");
      return line
          + "LRT: χ² = %s, df = %s, %s"
              .formatted(
                  Numbers.fixed(tests.likelihoodRatio(), 2),
                  tests.df(),
                  Numbers.pEquals(tests.likelihoodRatioP()));
    } else {
      line.append("I² = ").append(Numbers.percent(fit.heterogeneity().iSquared(), 1)).append("; ");
    }
    return line + chiSquared(fit.heterogeneity());
  }

  /** A tau² that subgroups share. */
  static String tau2(CommonTau2 common) {
    return tau2(common.tau2(), common.interval());
  }

  private static String tau2(double tau2, Optional<Interval> interval) {
    return "τ² = "
        + Numbers.significant(tau2, 4)
        + interval.map(i -> " [%s; %s]".formatted(bound(i.lower()), bound(i.upper()))).orElse("");
  }

  private static String bound(double value) {
    return Numbers.significant(value, 4);
  }

  static String chiSquared(Heterogeneity q) {
    return "Q = %s, df = %s, %s".formatted(Numbers.fixed(q.q(), 2), q.df(), Numbers.pEquals(q.p()));
  }

  /** Test of the overall effect; none for a proportion, which has no null value. */
  static List<String> overall(Fit fit) {
    List<String> lines = new ArrayList<>();
    lines.add(heterogeneity(fit));
    EffectTest test = fit.test();
    if (fit.measure().hasNullValue() && Double.isNaN(test.statistic()) && test.p() <= 1) {
      lines.add("Test for overall effect: exact, " + Numbers.pEquals(test.p()));
    } else if (fit.measure().hasNullValue() && Double.isFinite(test.statistic())) {
      String df = Double.isInfinite(test.df()) ? "" : ", df = " + Numbers.count(test.df());
      lines.add(
          "Test for overall effect: %s = %s%s, %s"
              .formatted(
                  test.symbol(),
                  Numbers.fixed(test.statistic(), 2),
                  df,
                  Numbers.pEquals(test.p())));
    }
    return lines;
  }

  /** The result in one sentence. */
  static String sentence(Fit fit) {
    Interval interval = fit.backTransformed().interval();
    return "%s of %s %s, %s: %s, %s CI %s."
        .formatted(
            fit.measure().label(),
            fit.k(),
            fit.k() == 1 ? "study" : "studies",
            Names.withinSentence(name(fit)),
            Numbers.fixed(fit.backTransformed().estimate(), 2),
            Numbers.level(fit.level()),
            Numbers.interval(interval, 2));
  }
}
