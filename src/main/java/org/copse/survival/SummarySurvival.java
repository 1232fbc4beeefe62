package org.copse.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copse.effect.Interval;

/**
 * Summary survival curve of several single-group studies from survival and numbers at risk at
 * common times.
 *
 * <p><b>Formula</b>: conditional survival p = S(t_j)/S(t_{j−1}) of each study and interval, with n
 * at risk at its beginning, as y = arcsin √((np + ¼)/(n + ½)), variance 1/(4n + 2); pooled over
 * studies interval by interval (common effect) and by the multivariate DerSimonian-Laird model with
 * a between-study covariance matrix of the intervals (random effects; negative eigenvalues set to
 * 0); S(t_j) = Π sin² y, interval from the delta variance of log S. <b>Edge cases</b>: studies may
 * end before the last time, not skip one; after S = 0 a study gives no further intervals; an
 * interval known from one study has no between-study variance, and a note says so. <b>Accuracy</b>:
 * closed form, 1e-10. <b>Source</b>: Combescure, Foucher, Jackson, Stat Med 2014;33(15):2521 (doi
 * 10.1002/sim.6111); Jackson, White, Thompson, Stat Med 2010;29:1282. R: metaSurvival {@code msurv}
 * and RISCA {@code survival.summary}, which keep missing intervals with a variance of 10¹², take
 * 1.96 for z and divide Q by values less studies for H²; here missing intervals are left out and Q
 * has values less times degrees of freedom.
 */
public final class SummarySurvival {

  private final double[] times;
  private final List<ConditionalSurvival> studies;
  private final double level;
  private final List<String> problems;

  private SummarySurvival(
      double[] times, List<ConditionalSurvival> studies, double level, List<String> problems) {
    this.times = times;
    this.studies = List.copyOf(studies);
    this.level = level;
    this.problems = List.copyOf(problems);
  }

  /**
   * The times at which studies are read, for example each year.
   *
   * @param times ascending, above 0
   * @return a summary without studies; 95 % intervals
   */
  public static SummarySurvival at(double... times) {
    for (int j = 0; j < times.length; j++) {
      if (!(times[j] > (j == 0 ? 0 : times[j - 1]) && Double.isFinite(times[j]))) {
        throw new IllegalArgumentException(
            "Cannot summarise survival: times must be above 0 and ascending, was %s. Sort them."
                .formatted(Arrays.toString(times)));
      }
    }
    return new SummarySurvival(times.clone(), List.of(), 0.95, List.of());
  }

  /**
   * Another level of the intervals.
   *
   * @param newLevel for example 0.90
   * @return a new summary
   */
  public SummarySurvival level(double newLevel) {
    return new SummarySurvival(times, studies, Interval.requireLevel(newLevel), problems);
  }

  /**
   * One study more, as printed. Values outside their range are kept until {@link #pool}, whose
   * error names those of all studies.
   *
   * @param label its label
   * @param survival S at the times, 0 to 1, not rising; fewer where follow-up ends earlier
   * @param atRisk number at risk at the beginning of each interval: at 0, at the first time ...
   * @return a new summary
   */
  public SummarySurvival study(String label, double[] survival, double[] atRisk) {
    List<ConditionalSurvival> more = new ArrayList<>(studies);
    List<String> bad = new ArrayList<>(problems);
    try {
      more.add(ConditionalSurvival.of(label, survival, atRisk, times.length));
    } catch (IllegalArgumentException e) {
      bad.add(e.getMessage());
    }
    return new SummarySurvival(times, more, level, bad);
  }

  /**
   * One study more, from its Kaplan-Meier curve, read at the times that its follow-up reaches.
   *
   * @param label its label
   * @param curve the curve
   * @return a new summary
   */
  public SummarySurvival curve(String label, SurvivalCurve curve) {
    int reached = 0;
    while (reached < times.length
        && times[reached] <= curve.lastTime()
        && (reached == 0 || curve.at(times[reached - 1]).get(0).survival().getAsDouble() > 0)) {
      reached++;
    }
    double[] survival = new double[reached];
    double[] atRisk = new double[reached];
    for (int j = 0; j < reached; j++) {
      CurvePoint point = curve.at(times[j]).get(0);
      survival[j] = point.survival().getAsDouble();
      atRisk[j] = curve.atRisk(j == 0 ? 0 : Math.nextUp(times[j - 1]));
    }
    return study(label, survival, atRisk);
  }

  /**
   * Pools the studies.
   *
   * @return summary curves
   * @throws IllegalArgumentException naming every value outside its range in any study, and every
   *     time that no study reaches
   */
  public SummarySurvivalFit pool() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    List<String> unreached = new ArrayList<>();
    for (int j = 0; j < times.length; j++) {
      int interval = j;
      if (studies.stream().noneMatch(study -> study.intervals() > interval)) {
        unreached.add(SurvivalRules.text(times[j]));
      }
    }
    if (!unreached.isEmpty() || times.length == 0) {
      throw new IllegalArgumentException(
          "Cannot summarise survival: each time must be reached by a study, was none at %s. Leave it out, or add studies."
              .formatted(unreached.isEmpty() ? "any" : String.join(", ", unreached)));
    }
    return new SummarySurvivalFit(times, studies, level);
  }

  @Override
  public String toString() {
    return "Summary survival of %s studies at %s; pool them with .pool()"
        .formatted(studies.size(), Arrays.toString(times));
  }
}
