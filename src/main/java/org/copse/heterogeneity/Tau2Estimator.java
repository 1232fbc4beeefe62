package org.copse.heterogeneity;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.numeric.WeightedMean;

/**
 * Estimators of the between-study variance tau² without a setting of their own; {@link Tau2Method}
 * makes those that have one.
 *
 * <p><b>Units</b>: square of the analysis scale. <b>Shapes</b>: k estimates and k variances, any
 * order. <b>Edge cases</b>: k = 1 and equal estimates give 0; a value below 0 becomes 0; none fails
 * to converge. <b>Accuracy</b>: the closed form to rounding, the iterative ones to about 1e-14 of
 * the root's size. Q(t) is Σ(yᵢ − μ)²/(vᵢ + t) with μ the mean weighted by 1/(vᵢ + t).
 */
public enum Tau2Estimator implements Tau2Method {
  /**
   * DerSimonian and Laird: max(0, (Q − (k − 1)) / (Σw − Σw²/Σw)), w = 1/v. Control Clin Trials
   * 1986;7:177-188. metafor "DL".
   */
  DL("DerSimonian-Laird") {
    @Override
    double of(double[] y, double[] v) {
      MomentEstimate moments = new MomentEstimate(Weights.inverse(v, 0));
      return Math.max(0, (moments.q(y) - (y.length - 1)) / moments.slope());
    }

    @Override
    double error(double[] y, double[] v, double tau2) {
      return new MomentEstimate(Weights.inverse(v, 0)).standardError(v, tau2);
    }
  },
  /**
   * DerSimonian and Laird in two steps: the generalised method of moments with weights 1/(v + tau²
   * of {@link #DL}). DerSimonian and Kacker, Contemp Clin Trials 2007;28:105-114, "DL2". metafor:
   * "GENQ" with those weights.
   */
  DL2("DerSimonian-Laird, two steps") {
    @Override
    double of(double[] y, double[] v) {
      return secondStep(y, v).of(y, v);
    }

    @Override
    double error(double[] y, double[] v, double tau2) {
      return secondStep(y, v).standardError(v, tau2);
    }

    private MomentEstimate secondStep(double[] y, double[] v) {
      return new MomentEstimate(Weights.inverse(v, DL.of(y, v)));
    }
  },
  /**
   * DerSimonian and Laird iterated: the fixed point of the method of moments with weights 1/(v +
   * tau²). Setting estimate and weights equal turns its equation into Q(tau²) = k − 1, so it is
   * {@link #PM} and found as such. DerSimonian and Kacker 2007, section 2. metafor "DLIT".
   */
  DLIT("DerSimonian-Laird, iterated") {
    @Override
    double of(double[] y, double[] v) {
      return PM.of(y, v);
    }

    @Override
    double error(double[] y, double[] v, double tau2) {
      return PM.error(y, v, tau2);
    }
  },
  /**
   * Paule and Mandel: the root of Q(tau²) = k − 1, unique because Q(tau²) decreases. J Res Natl Bur
   * Stand 1982;87:377-385. metafor "PM" (and, equal to it, "EB").
   */
  PM("Paule-Mandel") {
    @Override
    double of(double[] y, double[] v) {
      return root(y, v, y.length - 1);
    }

    @Override
    double error(double[] y, double[] v, double tau2) {
      return profileError(v, tau2);
    }
  },
  /**
   * Median-unbiased Paule-Mandel: the root of Q(tau²) = median of χ²(k − 1). Viechtbauer, European
   * Congress of Methodology, Valencia 2021. metafor "PMM".
   */
  PMM("Paule-Mandel, median-unbiased") {
    @Override
    double of(double[] y, double[] v) {
      return root(y, v, ChiSquaredDistribution.of(y.length - 1).inverseCumulativeProbability(0.5));
    }

    @Override
    double error(double[] y, double[] v, double tau2) {
      return profileError(v, tau2);
    }
  },
  /**
   * Hedges (variance component, Cochran's unweighted ANOVA): max(0, Σ(y − ȳ)²/(k − 1) − Σv/k).
   * Hedges and Olkin, Statistical Methods for Meta-Analysis, 1985; Cochran 1954. metafor "HE".
   */
  HE("Hedges") {
    @Override
    double of(double[] y, double[] v) {
      int k = y.length;
      return Math.max(0, SidikJonkman.usualStart(y) * k / (k - 1) - mean(v));
    }

    @Override
    double error(double[] y, double[] v, double tau2) {
      return new MomentEstimate(equal(v.length)).standardError(v, tau2);
    }
  },
  /**
   * Hunter and Schmidt: max(0, (Q − k)/Σw), w = 1/v. Hunter and Schmidt, Methods of Meta-Analysis,
   * 2004; Viechtbauer 2005. Biased downwards. metafor "HS".
   */
  HS("Hunter-Schmidt") {
    @Override
    double of(double[] y, double[] v) {
      return hunterSchmidt(y, v, 1);
    }

    @Override
    double error(double[] y, double[] v, double tau2) {
      return hunterSchmidtError(v, tau2, 1);
    }
  },
  /**
   * Hunter and Schmidt with the small-sample correction k/(k − 1) of the observed variance: max(0,
   * (Q k/(k − 1) − k)/Σw). Brannick, Potter, Benitez and Morris, Organ Res Methods 2019;22:490-514.
   * metafor "HSk".
   */
  HSK("Hunter-Schmidt, corrected for k") {
    @Override
    double of(double[] y, double[] v) {
      return hunterSchmidt(y, v, y.length / (y.length - 1.0));
    }

    @Override
    double error(double[] y, double[] v, double tau2) {
      return hunterSchmidtError(v, tau2, v.length / (v.length - 1.0));
    }
  },
  /**
   * Sidik and Jonkman from t₀ = Σ(y − ȳ)²/k: t₀ Q(t₀)/(k − 1). Always positive unless all estimates
   * are equal. Appl Stat 2005;54:367-384. metafor "SJ". Other start values: {@link
   * Tau2Method#sidikJonkman}.
   */
  SJ("Sidik-Jonkman") {
    @Override
    double of(double[] y, double[] v) {
      return SidikJonkman.from(SidikJonkman.usualStart(y), y, v);
    }

    @Override
    double error(double[] y, double[] v, double tau2) {
      double start = SidikJonkman.usualStart(y);
      return start == 0 ? 0 : SidikJonkman.standardError(start, v, tau2);
    }
  },
  /**
   * Sidik and Jonkman iterated: t ← t Q(t)/(k − 1). Its fixed points are 0 and the root of Q(t) = k
   * − 1; the iteration climbs or falls to that root, or to 0 where there is none, whatever the
   * start: it is {@link #PM} and found as such. metafor "SJIT".
   */
  SJIT("Sidik-Jonkman, iterated") {
    @Override
    double of(double[] y, double[] v) {
      return PM.of(y, v);
    }

    @Override
    double error(double[] y, double[] v, double tau2) {
      return PM.error(y, v, tau2);
    }
  },
  /**
   * Maximum likelihood: the global maximum over tau² ≥ 0 of −½Σln(v + tau²) − ½Q(tau²). All local
   * maxima are found and compared. Hardy and Thompson, Stat Med 1996;15:619-629. metafor "ML".
   */
  ML("maximum likelihood") {
    @Override
    double of(double[] y, double[] v) {
      StudySums sums = new StudySums(y, v);
      return sums.unscaled(new ScoreRoots(sums, false).maximum());
    }

    @Override
    double error(double[] y, double[] v, double tau2) {
      double[] w = Weights.inverse(v, tau2);
      double largest = 0;
      for (double x : w) {
        largest = Math.max(largest, x);
      }
      double squares = 0;
      for (double x : w) {
        squares += x / largest * (x / largest);
      }
      return Math.sqrt(2 / squares) / largest;
    }
  },
  /**
   * Restricted maximum likelihood: the global maximum over tau² ≥ 0 of −½Σln(v + tau²) − ½ln Σw −
   * ½Q(tau²). The likelihood may have several maxima; all are found and compared. Viechtbauer, J
   * Educ Behav Stat 2005;30:261-293. metafor "REML".
   */
  REML("restricted maximum likelihood") {
    @Override
    double of(double[] y, double[] v) {
      StudySums sums = new StudySums(y, v);
      return sums.unscaled(new ScoreRoots(sums, true).maximum());
    }

    @Override
    double error(double[] y, double[] v, double tau2) {
      StudySums sums = new StudySums(y, v);
      sums.at(sums.scaled(tau2));
      return sums.unscaled(Math.sqrt(2 / sums.tracePP));
    }
  },
  /**
   * Empirical Bayes (Morris): algebraically the {@link #PM} estimator. Morris, J Am Stat Assoc
   * 1983;78:47-55; Viechtbauer et al., Psychol Methods 2015;20:360-374. metafor "EB".
   */
  EB("empirical Bayes") {
    @Override
    double of(double[] y, double[] v) {
      return PM.of(y, v);
    }

    @Override
    double error(double[] y, double[] v, double tau2) {
      return PM.error(y, v, tau2);
    }
  };

  private final String label;

  Tau2Estimator(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public double estimate(double[] estimates, double[] variances) {
    EffectArrays.check(estimates, variances);
    return estimates.length == 1 ? 0 : of(estimates, variances);
  }

  @Override
  public OptionalDouble standardError(double[] estimates, double[] variances) {
    double tau2 = estimate(estimates, variances);
    return estimates.length == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(error(estimates, variances, tau2));
  }

  abstract double of(double[] y, double[] v);

  abstract double error(double[] y, double[] v, double tau2);

  private static double root(double[] y, double[] v, double target) {
    StudySums sums = new StudySums(y, v);
    return sums.unscaled(QRoot.of(sums, target));
  }

  /** √(2k²/(k − 1))/Σw: metafor's for PM, PMM and EB. */
  private static double profileError(double[] v, double tau2) {
    double k = v.length;
    return Math.sqrt(2 * k * k / (k - 1)) / sum(Weights.inverse(v, tau2));
  }

  private static double hunterSchmidt(double[] y, double[] v, double factor) {
    double[] w = Weights.inverse(v, 0);
    return Math.max(0, (factor * new MomentEstimate(w).q(y) - y.length) / sum(w));
  }

  private static double hunterSchmidtError(double[] v, double tau2, double factor) {
    double[] w = Weights.inverse(v, 0);
    return factor * new MomentEstimate(w).deviation(v, tau2) / sum(w);
  }

  private static double[] equal(int k) {
    double[] ones = new double[k];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double mean(double[] x) {
    return sum(x) / x.length;
  }

  private static double sum(double[] x) {
    return WeightedMean.sum(x);
  }
}
