package org.copse.bias;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.copse.effect.Measure;
import org.copse.model.EffectTest;
import org.copse.model.Fit;

/** What trim and fill gave: the number of studies filled in, and the fit with them. Immutable. */
public final class TrimAndFillResult {

  private final Fit observed;
  private final Fit filled;
  private final int missing;
  private final TrimEstimator estimator;
  private final FunnelSide side;
  private final double standardError;
  private final List<String> notes;

  TrimAndFillResult(
      Fit observed,
      Fit filled,
      int missing,
      TrimEstimator estimator,
      FunnelSide side,
      double standardError,
      List<String> notes) {
    this.observed = observed;
    this.filled = filled;
    this.missing = missing;
    this.estimator = estimator;
    this.side = side;
    this.standardError = standardError;
    this.notes = List.copyOf(notes);
  }

  /**
   * The fit of the studies that there are.
   *
   * @return the fit
   */
  public Fit observed() {
    return observed;
  }

  /**
   * The fit with the filled studies, which come last.
   *
   * @return the same model on all
   */
  public Fit filled() {
    return filled;
  }

  /**
   * Rows of {@link #filled()} that were filled in.
   *
   * @return row numbers, perhaps none
   */
  public int[] filledRows() {
    int all = filled.effects().size();
    return IntStream.range(all - missing, all).toArray();
  }

  /**
   * Number of studies filled in, k₀.
   *
   * @return at least 0
   */
  public int missing() {
    return missing;
  }

  /**
   * Standard error of k₀.
   *
   * @return absent where its formula has none
   */
  public OptionalDouble standardError() {
    return Double.isNaN(standardError) ? OptionalDouble.empty() : OptionalDouble.of(standardError);
  }

  /**
   * Test that none is missing on this side: P(R₀ ≥ k₀) = ½ to the power of k₀ + 1. {@link
   * TrimEstimator#R0} alone has one.
   *
   * @return the test, its statistic being k₀; absent for the other estimators
   */
  public Optional<EffectTest> test() {
    return estimator == TrimEstimator.R0
        ? Optional.of(
            new EffectTest(missing, Double.POSITIVE_INFINITY, Math.pow(.5, missing + 1.0)))
        : Optional.empty();
  }

  /**
   * Estimator in use.
   *
   * @return the estimator
   */
  public TrimEstimator estimator() {
    return estimator;
  }

  /**
   * Side on which studies were filled in.
   *
   * @return left or right
   */
  public FunnelSide side() {
    return side;
  }

  /**
   * The measure.
   *
   * @return the measure
   */
  public Measure measure() {
    return observed.measure();
  }

  /**
   * What a reader must know.
   *
   * @return notes
   */
  public List<String> notes() {
    return notes;
  }

  @Override
  public String toString() {
    return "Trim and fill (%s): %s missing on the %s. With them, %s"
        .formatted(estimator, missing, side.label(), filled);
  }
}
