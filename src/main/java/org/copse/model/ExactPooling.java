package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.copse.effect.Effects;
import org.copse.effect.Interval;

/** What the exact odds ratio and the exact rate ratio have in common. */
final class ExactPooling {

  private final ExactMethod method;
  private final double level;

  ExactPooling(ExactMethod method, double level) {
    this.method = method;
    this.level = Interval.requireLevel(level);
  }

  ExactPooling method(ExactMethod other) {
    return new ExactPooling(other, level);
  }

  ExactPooling level(double other) {
    return new ExactPooling(method, other);
  }

  ExactFit fit(
      Effects effects,
      List<ConditionalStratum> all,
      String model,
      String distribution,
      Function<Effects, ExactFit> again) {
    List<ConditionalStratum> strata =
        all.stream().filter(ConditionalStratum::isInformative).toList();
    if (strata.isEmpty()) {
      throw EstimableRows.none(effects);
    }
    ConditionalDistribution exact = new ConditionalDistribution(strata);
    double tail = (1 - level) / 2;
    Interval interval =
        new Interval(
            exact.lowerBound(tail, method.share()), exact.upperBound(tail, method.share()), level);
    PooledEffect pooled =
        new PooledEffect(
            strata.size(),
            exact.estimate(),
            exact.standardError(),
            interval,
            EffectTest.exact(exact.twoSidedP(method.share())),
            null,
            EstimableRows.heterogeneity(effects),
            notes(effects, all.size() - strata.size(), exact.estimate()));
    List<String> methods =
        List.of(
            "Conditional maximum likelihood, %s.".formatted(distribution),
            "%s interval and test (twice the smaller tail).".formatted(capital(method.label())),
            EstimableRows.Q_OF_OWN);
    return new ExactFit(effects, again, model, methods, pooled, exact);
  }

  private static List<String> notes(Effects effects, int uninformative, double estimate) {
    List<String> notes = new ArrayList<>(effects.dataNotes());
    if (uninformative > 0) {
      notes.add(
          "%s of the studies, without events in both arms or with events only, say nothing given their margins and are left out."
              .formatted(uninformative));
    }
    if (Double.isInfinite(estimate)) {
      notes.add(
          "The estimate is %s: %s arm has as few events as the margins allow. One bound and the test remain; there is no standard error."
              .formatted(
                  estimate < 0 ? "0" : "infinite", estimate < 0 ? "the first" : "the second"));
    }
    return notes;
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
  }
}
