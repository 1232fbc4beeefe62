package org.copse.numeric;

/**
 * Weighted mean and weighted sum of squares, each in two passes.
 *
 * <p>The textbook one-pass form Σwy² − (Σwy)²/Σw loses all digits when the values are large against
 * their spread; both passes here work on deviations.
 */
public final class WeightedMean {

  private WeightedMean() {}

  /**
   * Weighted mean Σwᵢyᵢ / Σwᵢ.
   *
   * @param values the values, length k ≥ 1
   * @param weights positive weights, same length
   * @return the weighted mean
   */
  public static double of(double[] values, double[] weights) {
    LongRun.heed();
    double sumOfWeights = 0;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sumOfWeights += weights[i];
      sum += weights[i] * values[i];
    }
    double first = sum / sumOfWeights;
    double correction = 0;
    for (int i = 0; i < values.length; i++) {
      correction += weights[i] * (values[i] - first);
    }
    return first + correction / sumOfWeights;
  }

  /**
   * Weighted sum of squared deviations Σwᵢ(yᵢ − c)² around a centre.
   *
   * @param values the values, length k
   * @param weights weights, same length
   * @param centre the centre c
   * @return the weighted sum of squares
   */
  public static double sumOfSquares(double[] values, double[] weights, double centre) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      double deviation = values[i] - centre;
      sum += weights[i] * deviation * deviation;
    }
    return sum;
  }

  /**
   * Sum of an array.
   *
   * @param values the values
   * @return their sum, 0 for an empty array
   */
  public static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
