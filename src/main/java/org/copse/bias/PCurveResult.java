package org.copse.bias;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.copse.effect.Measure;

/** A p-curve: its significant studies and tests. Immutable. */
public final class PCurveResult {

  private final Measure measure;
  private final int k;
  private final List<PCurveStudy> studies;
  private final Optional<PCurveTests> tests;
  private final List<Double> expected;
  private final List<String> notes;

  PCurveResult(
      Measure measure,
      int k,
      List<PCurveStudy> studies,
      Optional<PCurveTests> tests,
      List<Double> expected,
      List<String> notes) {
    this.measure = measure;
    this.k = k;
    this.studies = List.copyOf(studies);
    this.tests = tests;
    this.expected = List.copyOf(expected);
    this.notes = List.copyOf(notes);
  }

  /**
   * The measure.
   *
   * @return the measure
   */
  public Measure measure() {
    return measure;
  }

  /**
   * Number of studies looked at.
   *
   * @return those with an estimable effect
   */
  public int k() {
    return k;
  }

  /**
   * The significant studies.
   *
   * @return perhaps none
   */
  public List<PCurveStudy> studies() {
    return studies;
  }

  /**
   * The tests.
   *
   * @return absent without a significant study
   */
  public Optional<PCurveTests> tests() {
    return tests;
  }

  /**
   * Shares of p values in (0, 0.01], (0.01, 0.02] ... (0.04, 0.05) at a power of one third.
   *
   * @return five shares that add up to 1
   */
  public List<Double> expectedAtThirdPower() {
    return expected;
  }

  /**
   * Number of p values in (0, 0.01], (0.01, 0.02] ... (0.04, 0.05).
   *
   * @return five numbers
   */
  public List<Integer> counts() {
    Integer[] counts = {0, 0, 0, 0, 0};
    for (PCurveStudy s : studies) {
      counts[Math.max(0, Math.min(4, (int) Math.ceil(s.p() * 100) - 1))]++;
    }
    return List.of(counts);
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
    return tests
        .map(
            t ->
                String.format(
                    Locale.ROOT,
                    "p-curve, %s of %s studies significant: right skew p = %.4g (half %.4g), flatness p = %.4g, power %.2g",
                    studies.size(),
                    k,
                    t.skewP(),
                    t.halfSkewP(),
                    t.flatP(),
                    t.power()))
        .orElseGet(() -> "p-curve: " + String.join(" ", notes));
  }
}
