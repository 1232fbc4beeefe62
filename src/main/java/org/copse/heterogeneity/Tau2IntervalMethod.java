package org.copse.heterogeneity;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.numeric.Quantiles;

/**
 * Confidence intervals of the between-study variance tau².
 *
 * <p><b>Edge cases</b>: bounds below 0 are 0; where an interval is empty both bounds are 0 and a
 * note says so. <b>Accuracy</b>: about 1e-12 of each bound.
 */
public enum Tau2IntervalMethod {
  /**
   * Q-profile: the tau² at which Q(tau²) equals the upper and the lower χ²(k − 1) quantile; exact
   * under the model. Viechtbauer, Stat Med 2007;26:37-52. metafor {@code confint}, R meta "QP".
   */
  Q_PROFILE("Q-profile") {
    @Override
    Tau2Bounds bounds(Tau2Method estimator, double[] y, double[] v, double level) {
      double tail = (1 - level) / 2;
      ChiSquaredDistribution chi2 = ChiSquaredDistribution.of(y.length - 1);
      StudySums sums = new StudySums(y, v);
      double lower = QRoot.of(sums, chi2.inverseSurvivalProbability(tail));
      double upper = QRoot.of(sums, chi2.inverseCumulativeProbability(tail));
      return Tau2Bounds.of(sums.unscaled(lower), sums.unscaled(upper), label());
    }
  },
  /**
   * Generalised Q with the fixed weights of the estimator in use: {@link WeightedQ}'s own, 1/v for
   * {@link Tau2Estimator#DL}, equal ones for {@link Tau2Estimator#HE}; none for other estimators.
   * Exact under the model: the tau² at which P(Qₐ ≥ observed) is α/2 and 1 − α/2. Jackson, Res
   * Synth Methods 2013;4:220-229. metafor {@code confint(type = "GENQ")}.
   */
  GENERALISED_Q("generalised Q") {
    @Override
    Tau2Bounds bounds(Tau2Method estimator, double[] y, double[] v, double level) {
      double[] weights = null;
      if (estimator instanceof WeightedQ weighted) {
        weights = weighted.weights();
      } else if (estimator == Tau2Estimator.DL) {
        weights = Weights.inverse(v, 0);
      } else if (estimator == Tau2Estimator.HE) {
        weights = new double[v.length];
        Arrays.fill(weights, 1);
      }
      return weights == null
          ? Tau2Bounds.none(
              "No generalised Q interval of τ²: %s has no fixed weights; Jackson, Biggerstaff-Jackson or weights of your own have."
                  .formatted(estimator.label()))
          : weighted(y, v, weights, level);
    }
  },
  /**
   * Generalised Q with weights 1/√v, a compromise that does well from little to much heterogeneity.
   * Jackson, Res Synth Methods 2013;4:220-229. R meta "J"; metafor: "GENQ" with those weights.
   */
  JACKSON("Jackson") {
    @Override
    Tau2Bounds bounds(Tau2Method estimator, double[] y, double[] v, double level) {
      double[] weights = new double[v.length];
      for (int i = 0; i < v.length; i++) {
        weights[i] = 1 / Math.sqrt(v[i]);
      }
      return weighted(y, v, weights, level);
    }
  },
  /**
   * Generalised Q with weights 1/v: the exact distribution of Cochran's Q. Biggerstaff and Jackson,
   * Stat Med 2008;27:6093-6110. R meta "BJ"; metafor: "GENQ" with those weights.
   */
  BIGGERSTAFF_JACKSON("Biggerstaff-Jackson") {
    @Override
    Tau2Bounds bounds(Tau2Method estimator, double[] y, double[] v, double level) {
      return weighted(y, v, Weights.inverse(v, 0), level);
    }
  },
  /**
   * Profile of the full likelihood: the tau² whose log-likelihood is within χ²(1)/2 of the maximum;
   * the two ends where that set has a gap. Hardy and Thompson, Stat Med 1996;15:619-629. metafor
   * {@code confint(type = "PL")} of an ML fit, R meta "PL".
   */
  PROFILE_LIKELIHOOD("profile likelihood") {
    @Override
    Tau2Bounds bounds(Tau2Method estimator, double[] y, double[] v, double level) {
      return profile(y, v, level, false);
    }
  },
  /**
   * Profile of the restricted likelihood: as {@link #PROFILE_LIKELIHOOD}. Viechtbauer, Stat Med
   * 2007;26:37-52. metafor {@code confint(type = "PL")} of a REML fit.
   */
  PROFILE_RESTRICTED_LIKELIHOOD("profile restricted likelihood") {
    @Override
    Tau2Bounds bounds(Tau2Method estimator, double[] y, double[] v, double level) {
      return profile(y, v, level, true);
    }
  },
  /**
   * tau² ± z SE with the standard error of the estimator in use, cut off at 0: known to be poor, as
   * an estimate of tau² is far from normal; for comparison. Biggerstaff and Tweedie, Stat Med
   * 1997;16:753-768.
   */
  WALD("Wald") {
    @Override
    Tau2Bounds bounds(Tau2Method estimator, double[] y, double[] v, double level) {
      OptionalDouble error = estimator.standardError(y, v);
      if (error.isEmpty()) {
        return Tau2Bounds.none("No Wald interval of τ²: it is given, not estimated.");
      }
      double tau2 = estimator.estimate(y, v);
      double margin = Quantiles.twoSided(level, Double.POSITIVE_INFINITY) * error.getAsDouble();
      return new Tau2Bounds(Math.max(0, tau2 - margin), tau2 + margin, null);
    }
  };

  private final String label;

  Tau2IntervalMethod(String label) {
    this.label = label;
  }

  /**
   * Name as printed.
   *
   * @return for example "Q-profile"
   */
  public String label() {
    return label;
  }

  abstract Tau2Bounds bounds(Tau2Method estimator, double[] y, double[] v, double level);

  Tau2Bounds weighted(double[] y, double[] v, double[] weights, double level) {
    double tail = (1 - level) / 2;
    WeightedQBounds bounds = new WeightedQBounds(y, v, weights);
    return Tau2Bounds.of(bounds.lower(tail), bounds.upper(tail), label);
  }

  Tau2Bounds profile(double[] y, double[] v, double level, boolean restricted) {
    StudySums sums = new StudySums(y, v);
    LikelihoodBounds bounds = new LikelihoodBounds(sums, restricted, level);
    double lower = bounds.lower();
    double upper = bounds.upper();
    String note =
        bounds.hasGap(lower, upper)
            ? "The likelihood of τ² has several maxima and its %s set has gaps; its ends are given."
                .formatted(label)
            : null;
    return new Tau2Bounds(sums.unscaled(lower), sums.unscaled(upper), note);
  }
}
