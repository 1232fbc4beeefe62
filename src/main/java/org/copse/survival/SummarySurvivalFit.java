package org.copse.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.effect.Interval;
import org.copse.numeric.Quantiles;

/** Summary survival curves by the common-effect and the random-effects model. */
public final class SummarySurvivalFit {

  private final double[] times;
  private final List<ConditionalSurvival> studies;
  private final double level;
  private final MultivariateDerSimonianLaird common;
  private final MultivariateDerSimonianLaird random;

  SummarySurvivalFit(double[] times, List<ConditionalSurvival> studies, double level) {
    this.times = times;
    this.studies = studies;
    this.level = level;
    this.common = MultivariateDerSimonianLaird.common(studies, times.length);
    this.random = MultivariateDerSimonianLaird.of(studies, times.length);
  }

  /**
   * The random-effects curve.
   *
   * @return a point a time
   */
  public List<SummaryPoint> randomEffects() {
    return curve(random);
  }

  /**
   * The common-effect curve.
   *
   * @return a point a time
   */
  public List<SummaryPoint> commonEffect() {
    return curve(common);
  }

  /**
   * Number of studies.
   *
   * @return studies pooled
   */
  public int size() {
    return studies.size();
  }

  /**
   * Level of the intervals.
   *
   * @return for example 0.95
   */
  public double level() {
    return level;
  }

  private List<SummaryPoint> curve(MultivariateDerSimonianLaird model) {
    double z = Quantiles.twoSided(level, Double.POSITIVE_INFINITY);
    List<SummaryPoint> points = new ArrayList<>();
    double logS = 0;
    double variance = 0;
    double[] slope = new double[times.length];
    for (int j = 0; j < times.length; j++) {
      logS += 2 * Math.log(Math.sin(model.mean[j]));
      slope[j] = 2 / Math.tan(model.mean[j]);
      variance += slope[j] * slope[j] * model.covariance.getEntry(j, j);
      for (int k = 0; k < j; k++) {
        variance += 2 * slope[j] * slope[k] * model.covariance.getEntry(j, k);
      }
      double half = z * Math.sqrt(Math.max(0, variance));
      Interval bounds =
          new Interval(Math.exp(logS - half), Math.min(1, Math.exp(logS + half)), level);
      points.add(new SummaryPoint(times[j], known(j), Math.exp(logS), bounds));
    }
    return List.copyOf(points);
  }

  private int known(int interval) {
    return (int) studies.stream().filter(study -> study.intervals() > interval).count();
  }

  /**
   * Median of the random-effects curve, on the line between two times.
   *
   * @return absent where the curve ends above 0.5
   */
  public OptionalDouble medianRandomEffects() {
    return median(randomEffects());
  }

  /**
   * Median of the common-effect curve, on the line between two times.
   *
   * @return absent where the curve ends above 0.5
   */
  public OptionalDouble medianCommonEffect() {
    return median(commonEffect());
  }

  private static OptionalDouble median(List<SummaryPoint> curve) {
    double time = 0;
    double s = 1;
    for (SummaryPoint point : curve) {
      if (point.survival() <= 0.5) {
        double share = (s - 0.5) / (s - point.survival());
        return OptionalDouble.of(time + share * (point.time() - time));
      }
      time = point.time();
      s = point.survival();
    }
    return OptionalDouble.empty();
  }

  /**
   * Heterogeneity of all intervals together: Q = Σ (y − ȳ)²/v about the common-effect means, with
   * values less intervals as degrees of freedom.
   *
   * @return the test; one value an interval leaves nothing to test
   */
  public Optional<SurvivalTest> heterogeneity() {
    double q = 0;
    int values = 0;
    for (ConditionalSurvival study : studies) {
      for (int j = 0; j < study.intervals(); j++) {
        double gap = study.y()[j] - common.mean[j];
        q += gap * gap / study.variance()[j];
        values++;
      }
    }
    int df = values - times.length;
    return df > 0 ? Optional.of(SurvivalTest.of(q, df)) : Optional.empty();
  }

  /**
   * Between-study covariance of two intervals on the arcsine scale.
   *
   * @param j number of an interval, 0 for the first
   * @param k number of an interval, 0 for the first
   * @return the estimate, negative eigenvalues of the matrix set to 0
   */
  public double betweenStudies(int j, int k) {
    return random.between.getEntry(j, k);
  }

  /**
   * What a reader should know.
   *
   * @return notes
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "conditional survival on the arcsine scale with 1/4 and 1/2 added; multivariate"
            + " DerSimonian-Laird; medians are read off the line between two times and have no"
            + " interval");
    for (int j = 0; j < times.length; j++) {
      if (known(j) == 1) {
        notes.add(
            "from %s on one study is left: no between-study variance can be estimated there"
                .formatted(SurvivalRules.text(times[j])));
        break;
      }
    }
    return List.copyOf(notes);
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            "Summary survival of %s studies, random effects".formatted(studies.size()));
    for (SummaryPoint point : randomEffects()) {
      text.append(
          String.format(
              Locale.ROOT,
              "\n  %s: %.3f [%.3f; %.3f], %s studies",
              SurvivalRules.text(point.time()),
              point.survival(),
              point.interval().lower(),
              point.interval().upper(),
              point.studies()));
    }
    notes().forEach(note -> text.append("\n  Note: ").append(note));
    return text.toString();
  }
}
