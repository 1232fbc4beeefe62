package org.copse.effect;

import org.copse.numeric.Quantiles;

/**
 * The scale on which a measure is pooled, and the way back to the scale that readers know.
 *
 * <p>Back-transformations take the number of patients, or the person-time, as well; only {@link
 * #FREEMAN_TUKEY} and {@link #FREEMAN_TUKEY_RATE} use it.
 */
public enum AnalysisScale {
  /** Pooled as it is read: differences, raw proportions. */
  IDENTITY {
    @Override
    public double transform(double value) {
      return value;
    }

    @Override
    public double backTransform(double value, double n) {
      return value;
    }
  },
  /** Natural logarithm: ratios. */
  LOG {
    @Override
    public double transform(double value) {
      return Math.log(value);
    }

    @Override
    public double backTransform(double value, double n) {
      return Math.exp(value);
    }
  },
  /** Logit ln(p / (1 − p)): proportions. */
  LOGIT {
    @Override
    public double transform(double value) {
      return Math.log(value) - Math.log1p(-value);
    }

    @Override
    public double backTransform(double value, double n) {
      return 1 / (1 + Math.exp(-value));
    }
  },
  /**
   * Freeman-Tukey double arcsine of a proportion, in metafor's scaling: ½[arcsin √(x/(n+1)) +
   * arcsin √((x+1)/(n+1))].
   *
   * <p>{@link #transform(double)} gives the large-sample value arcsin √p. The back-transformation
   * is Miller's (1978) closed inverse for n; values beyond those of 0 of n and n of n become 0 and
   * 1.
   */
  FREEMAN_TUKEY {
    @Override
    public double transform(double value) {
      return Math.asin(Math.sqrt(value));
    }

    @Override
    public double backTransform(double value, double n) {
      return FreemanTukey.inverse(value, n);
    }
  },
  /** Square root of a rate; a negative value goes back to 0. */
  SQUARE_ROOT {
    @Override
    public double transform(double value) {
      return Math.sqrt(value);
    }

    @Override
    public double backTransform(double value, double n) {
      return value < 0 ? 0 : value * value;
    }
  },
  /** Arcsine of the square root of a proportion; values outside [0, π/2] go back to 0 and 1. */
  ARCSINE {
    @Override
    public double transform(double value) {
      return Math.asin(Math.sqrt(value));
    }

    @Override
    public double backTransform(double value, double n) {
      double sine = Math.sin(Math.max(0, Math.min(Math.PI / 2, value)));
      return sine * sine;
    }
  },
  /** Standard normal quantile Φ⁻¹(p): proportions. */
  PROBIT {
    @Override
    public double transform(double value) {
      return Quantiles.normal(value);
    }

    @Override
    public double backTransform(double value, double n) {
      return Quantiles.normalProbability(value);
    }
  },
  /** Fisher's z, artanh r: correlations and other values between −1 and 1. */
  FISHER_Z {
    @Override
    public double transform(double value) {
      return 0.5 * (Math.log1p(value) - Math.log1p(-value));
    }

    @Override
    public double backTransform(double value, double n) {
      return Math.tanh(value);
    }
  },
  /** Artanh √R²: coefficients of determination; a negative value goes back to 0. */
  FISHER_Z_SQUARED {
    @Override
    public double transform(double value) {
      return FISHER_Z.transform(Math.sqrt(value));
    }

    @Override
    public double backTransform(double value, double n) {
      double r = Math.tanh(Math.max(0, value));
      return r * r;
    }
  },
  /** Hakstian and Whalen's 1 − (1 − α)^⅓: reliability coefficients. */
  HAKSTIAN_WHALEN {
    @Override
    public double transform(double value) {
      return 1 - Math.cbrt(1 - value);
    }

    @Override
    public double backTransform(double value, double n) {
      double root = 1 - value;
      return 1 - root * root * root;
    }
  },
  /** Bonett's −ln(1 − α): reliability coefficients. */
  BONETT {
    @Override
    public double transform(double value) {
      return -Math.log1p(-value);
    }

    @Override
    public double backTransform(double value, double n) {
      return -Math.expm1(-value);
    }
  },
  /** Less one half: probabilities of superiority, 0.5 without effect. */
  EXCESS_OVER_HALF {
    @Override
    public double transform(double value) {
      return value - 0.5;
    }

    @Override
    public double backTransform(double value, double n) {
      return value + 0.5;
    }
  },
  /**
   * Freeman-Tukey double square root of a rate, ½[√(x/t) + √((x+1)/t)].
   *
   * <p>{@link #transform(double)} gives the large-sample value √rate. The back-transformation is
   * the exact inverse for person-time t; values below that of no event become 0.
   */
  FREEMAN_TUKEY_RATE {
    @Override
    public double transform(double value) {
      return Math.sqrt(value);
    }

    @Override
    public double backTransform(double value, double n) {
      return FreemanTukey.inverseRate(value, n);
    }
  };

  /**
   * From the reader's scale to the analysis scale.
   *
   * @param value on the reader's scale
   * @return on the analysis scale
   */
  public abstract double transform(double value);

  /**
   * From the analysis scale to the reader's scale.
   *
   * @param value on the analysis scale
   * @param n number of patients or person-time; used by the two Freeman-Tukey scales only
   * @return on the reader's scale
   */
  public abstract double backTransform(double value, double n);
}
