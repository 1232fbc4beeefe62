package org.copse.effect;

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
