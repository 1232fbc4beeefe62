package org.copse.effect;

import java.util.Arrays;
import java.util.List;

/**
 * A study-level variable by which effects may be grouped or regressed: numbers or categories, one
 * value a study.
 */
public sealed interface Moderator permits Moderator.Numeric, Moderator.Categorical {

  /**
   * Number of studies.
   *
   * @return k
   */
  int size();

  /**
   * The value of one study as text, as it heads a subgroup.
   *
   * @param study index, 0 for the first
   * @return the text, empty where missing
   */
  String text(int study);

  /**
   * Whether the value of one study is missing.
   *
   * @param study index, 0 for the first
   * @return true if missing
   */
  boolean isMissing(int study);

  /**
   * The values of some studies.
   *
   * @param studies their indices
   * @return a moderator of that many values
   */
  Moderator subset(int... studies);

  /**
   * A numeric moderator.
   *
   * @param values one value a study, NaN where missing
   * @return the moderator
   */
  static Numeric of(double... values) {
    return new Numeric(values);
  }

  /**
   * A categorical moderator.
   *
   * @param values one value a study, empty where missing
   * @return the moderator
   */
  static Categorical of(List<String> values) {
    return new Categorical(values);
  }

  /** Numbers, NaN where missing. */
  final class Numeric implements Moderator {
    private final double[] values;

    private Numeric(double[] values) {
      this.values = values.clone();
    }

    /**
     * One study's value.
     *
     * @param study index, 0 for the first
     * @return the value, NaN where missing
     */
    public double value(int study) {
      return values[study];
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public String text(int study) {
      double value = values[study];
      if (Double.isNaN(value)) {
        return "";
      }
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString((long) value)
          : Double.toString(value);
    }

    @Override
    public boolean isMissing(int study) {
      return Double.isNaN(values[study]);
    }

    @Override
    public Numeric subset(int... studies) {
      return new Numeric(Arrays.stream(studies).mapToDouble(i -> values[i]).toArray());
    }
  }

  /** Categories, empty text where missing. */
  final class Categorical implements Moderator {
    private final List<String> values;

    private Categorical(List<String> values) {
      this.values = List.copyOf(values);
    }

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public String text(int study) {
      return values.get(study);
    }

    @Override
    public boolean isMissing(int study) {
      return values.get(study).isEmpty();
    }

    @Override
    public Categorical subset(int... studies) {
      return new Categorical(Arrays.stream(studies).mapToObj(values::get).toList());
    }
  }
}
