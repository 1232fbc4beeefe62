package org.copse.effect;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What variances take from all studies of an analysis, weighted by patients; NaN where no choice
 * asks for it.
 *
 * @param smd standardised mean difference, without the factor of an odds ratio
 * @param cv1 coefficient of variation of arm 1
 * @param cv2 coefficient of variation of arm 2
 * @param cv coefficient of variation of both arms
 */
record ContinuousAverages(double smd, double cv1, double cv2, double cv) {

  private static final ContinuousAverages NONE =
      new ContinuousAverages(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  static ContinuousAverages of(
      ContinuousFormula formula, ContinuousOptions options, List<ArmMeans> data) {
    if (formula instanceof StandardisedFormula standardised) {
      return options.smdVariance() == SmdVariance.AVERAGE
          ? ofStandardised(standardised, options, data)
          : NONE;
    }
    boolean averaged =
        options.meansVariance() == MeansVariance.AVERAGE_CV
            || options.meansVariance() == MeansVariance.AVERAGE_CV_OF_BOTH_ARMS;
    return averaged ? ofVariation(data) : NONE;
  }

  private static ContinuousAverages ofStandardised(
      StandardisedFormula formula, ContinuousOptions options, List<ArmMeans> data) {
    List<ArmMeans> defined =
        data.stream().filter(a -> Double.isFinite(formula.standardised(a, options))).toList();
    double smd = mean(defined, a -> a.n1() + a.n2(), a -> formula.standardised(a, options));
    return new ContinuousAverages(smd, Double.NaN, Double.NaN, Double.NaN);
  }

  /** Studies whose ratio of means is not defined are left out here as well. */
  private static ContinuousAverages ofVariation(List<ArmMeans> data) {
    List<ArmMeans> defined = data.stream().filter(a -> a.mean1() / a.mean2() > 0).toList();
    double cv1 = mean(defined, ArmMeans::n1, a -> a.sd1() / a.mean1());
    double cv2 = mean(defined, ArmMeans::n2, a -> a.sd2() / a.mean2());
    double both =
        mean(
            defined,
            a -> a.n1() + a.n2(),
            a -> (a.n1() * a.sd1() / a.mean1() + a.n2() * a.sd2() / a.mean2()) / (a.n1() + a.n2()));
    return new ContinuousAverages(Double.NaN, cv1, cv2, both);
  }

  private static double mean(
      List<ArmMeans> data, ToDoubleFunction<ArmMeans> weight, ToDoubleFunction<ArmMeans> value) {
    double weights = data.stream().mapToDouble(weight).sum();
    return data.stream().mapToDouble(a -> weight.applyAsDouble(a) * value.applyAsDouble(a)).sum()
        / weights;
  }
}
