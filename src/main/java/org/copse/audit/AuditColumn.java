package org.copse.audit;

import java.util.Arrays;
import org.copse.numeric.LongRun;

/**
 * A column of numbers as printed: each with half a unit of its last digit, missing, or only a bound
 * such as {@code <0.001}. Immutable.
 */
public final class AuditColumn {

  private static final AuditColumn ABSENT =
      new AuditColumn("", new double[0], new double[0], new double[0], false);

  private final String name;
  private final double[] values;
  private final double[] halfUnits;
  private final double[] below;
  private final boolean derived;

  private AuditColumn(
      String name, double[] values, double[] halfUnits, double[] below, boolean derived) {
    this.name = name;
    this.values = values;
    this.halfUnits = halfUnits;
    this.below = below;
    this.derived = derived;
  }

  /**
   * A column.
   *
   * @param name of the table's column
   * @param values NaN where missing
   * @param halfUnits half a unit in the last printed place of each
   * @return the column
   */
  public static AuditColumn of(String name, double[] values, double[] halfUnits) {
    if (values.length != halfUnits.length) {
      throw new IllegalArgumentException(
          "Cannot audit column '%s': half units must be one a value, was %s for %s. Give one each."
              .formatted(name, halfUnits.length, values.length));
    }
    double[] none = new double[values.length];
    Arrays.fill(none, Double.NaN);
    double[] finite = Arrays.stream(values).map(v -> Double.isFinite(v) ? v : Double.NaN).toArray();
    return new AuditColumn(name, finite, halfUnits.clone(), none, false);
  }

  /**
   * A column of numbers that are exact, such as counts.
   *
   * @param name of the table's column
   * @param values NaN where missing
   * @return the column
   */
  public static AuditColumn exact(String name, double... values) {
    return of(name, values, new double[values.length]);
  }

  /**
   * A column from texts, decimals counted as printed; an empty text is missing.
   *
   * @param name of the table's column
   * @param texts decimal numbers
   * @return the column
   */
  public static AuditColumn printed(String name, String... texts) {
    double[] values = new double[texts.length];
    double[] half = new double[texts.length];
    for (int i = 0; i < texts.length; i++) {
      values[i] = Double.NaN;
      if (!texts[i].isBlank()) {
        var number = org.copse.convert.Printed.of(texts[i]);
        values[i] = number.value();
        half[i] = number.halfUnit();
      }
    }
    return of(name, values, half);
  }

  /**
   * No column.
   *
   * @return a column that holds nothing in any row
   */
  public static AuditColumn absent() {
    return ABSENT;
  }

  /**
   * The same column with bounds: cells that are printed as "less than".
   *
   * @param bounds the bound, NaN where a cell has none
   * @return a new column
   */
  public AuditColumn below(double... bounds) {
    if (bounds.length != values.length) {
      throw new IllegalArgumentException(
          "Cannot audit column '%s': bounds must be one a value, was %s for %s. Give one each."
              .formatted(name, bounds.length, values.length));
    }
    return new AuditColumn(name, values, halfUnits, bounds.clone(), derived);
  }

  /**
   * The same column, said to be computed from others and not printed.
   *
   * @return a new column
   */
  public AuditColumn asDerived() {
    return new AuditColumn(name, values, halfUnits, below, true);
  }

  /**
   * The sum of two columns, such as events and non-events; missing where either is.
   *
   * @param other of the same length
   * @return a column named "a + b"
   */
  public AuditColumn plus(AuditColumn other) {
    double[] sum = new double[values.length];
    double[] half = new double[values.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = values[i] + other.values[i];
      half[i] = halfUnits[i] + other.halfUnits[i];
    }
    return of(name + " + " + other.name, sum, half);
  }

  /**
   * The column's name.
   *
   * @return the name, empty where absent
   */
  public String name() {
    return name;
  }

  /**
   * Whether there is no such column.
   *
   * @return true for {@link #absent()}
   */
  public boolean isAbsent() {
    return this == ABSENT;
  }

  /**
   * Whether the column is computed from others and not printed.
   *
   * @return true after {@link #asDerived()}
   */
  public boolean isDerived() {
    return derived;
  }

  /**
   * Half a unit in the last printed place of a row's number.
   *
   * @param row index, 0 for the first
   * @return at least 0
   */
  public double halfUnit(int row) {
    return isAbsent() ? 0 : halfUnits[row];
  }

  boolean has(int row) {
    LongRun.heed();
    return !isAbsent() && !Double.isNaN(values[row]);
  }

  /**
   * A row's number.
   *
   * @param row index, 0 for the first
   * @return the number, NaN where missing
   */
  public double value(int row) {
    return isAbsent() ? Double.NaN : values[row];
  }

  double half(int row) {
    return halfUnits[row];
  }

  /** Smallest and largest number that would print so, with room for binary fractions. */
  double low(int row) {
    return values[row] - halfUnits[row] - 1e-9 * Math.abs(values[row]);
  }

  double high(int row) {
    return values[row] + halfUnits[row] + 1e-9 * Math.abs(values[row]);
  }

  boolean hasBound(int row) {
    return !isAbsent() && !Double.isNaN(below[row]);
  }

  double bound(int row) {
    return below[row];
  }

  int size() {
    return values.length;
  }

  @Override
  public String toString() {
    return isAbsent() ? "no column" : name + ", " + values.length + " rows";
  }
}
