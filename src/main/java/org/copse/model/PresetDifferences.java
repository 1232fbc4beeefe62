package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.copse.effect.ZeroCells;
import org.copse.heterogeneity.ISquared;
import org.copse.heterogeneity.PredictionMethod;

/**
 * The settings of presets beside each other: one row a setting, one column a program. Every value
 * is read from the constants that the models use, so that this table and what the models do cannot
 * differ.
 */
public final class PresetDifferences {

  private static final double HALF = 0.5;

  private final List<Preset> presets;

  PresetDifferences(List<Preset> presets) {
    this.presets = List.copyOf(presets);
  }

  /**
   * Some presets only.
   *
   * @param some the presets, in the order wanted
   * @return a new table
   * @throws IllegalArgumentException when none is given
   */
  public PresetDifferences only(Preset... some) {
    if (some.length == 0) {
      throw new IllegalArgumentException(
          "Cannot compare presets: at least 1 must be given, was 0. Give for example Preset.COCHRANE.");
    }
    return new PresetDifferences(List.of(some));
  }

  /**
   * The presets, one a column.
   *
   * @return the presets
   */
  public List<Preset> presets() {
    return presets;
  }

  /**
   * One setting of all presets.
   *
   * @param setting what is set
   * @param values one text a preset
   */
  public record Row(String setting, List<String> values) {

    /**
     * Copies the values.
     *
     * @param setting as above
     * @param values as above
     */
    public Row {
      values = List.copyOf(values);
    }

    /**
     * Whether the presets differ in this setting.
     *
     * @return true if they do
     */
    public boolean differs() {
      return values.stream().distinct().count() > 1;
    }
  }

  /**
   * All settings.
   *
   * @return one row a setting
   */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    add(rows, "τ²", p -> p.tau2().name());
    add(rows, "Interval of the random-effects mean", p -> p.interval().label());
    add(rows, "Prediction interval", p -> prediction(p.prediction()));
    add(rows, "I²", p -> p.iSquared() == ISquared.Source.TAU2 ? "from τ²" : "from Q");
    add(
        rows,
        "Common effect of counts",
        p -> p.poolsCountsByMantelHaenszel() ? "Mantel-Haenszel" : "inverse variance");
    add(rows, "0.5 inside Mantel-Haenszel sums", p -> correction(p.correction()));
    add(rows, "Q beside Mantel-Haenszel", p -> "around the " + p.centre().label());
    add(
        rows,
        "Q (and DL τ²) in random effects of counts",
        p -> "around the " + p.randomCentre().label());
    add(
        rows,
        "Variance of the Mantel-Haenszel risk difference",
        p -> p.riskDifferenceVariance().label());
    add(rows, "Zero cells of a study's own ratio", p -> zeroCells(p.zeroCells()));
    add(
        rows,
        "Double-zero studies in a ratio",
        p -> p.zeroCells().keepDoubleZero() ? "kept, with the addition" : "left out");
    add(
        rows,
        "Hedges' correction of the SMD",
        p -> p.smdVariance().isExact() ? "exact" : "approximate, 1 − 3/(4m − 1)");
    add(rows, "Variance of the SMD", p -> p.smdVariance().formula());
    return rows;
  }

  /**
   * What all programs do alike, and what could not be confirmed.
   *
   * @return sentences
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "In all: Q has inverse-variance weights, also beside Mantel-Haenszel; Peto's has the"
            + " hypergeometric variances, nothing is added. Subgroups have their own τ² unless a common"
            + " one is asked for, and are compared by Q of their estimates and standard errors.");
    for (Preset preset : presets) {
      notes.add("%s (%s): %s".formatted(preset.label(), preset.name(), preset.sources()));
      preset.doubts().forEach(doubt -> notes.add(preset.label() + ", not certain: " + doubt));
    }
    return notes;
  }

  private void add(List<Row> rows, String setting, Function<Preset, String> value) {
    rows.add(new Row(setting, presets.stream().map(value).toList()));
  }

  private static String prediction(PredictionMethod method) {
    return method == null ? "none" : method.label() + " (" + method.name() + ")";
  }

  private static String correction(MhCorrection correction) {
    return switch (correction) {
      case NONE -> "never";
      case IF_SUM_IS_ZERO -> "only if a sum is zero";
      case STUDIES_WITH_ZERO -> "studies with a zero cell";
      default -> correction.label();
    };
  }

  private static String zeroCells(ZeroCells rule) {
    if (rule.increment() != HALF || rule.to() != ZeroCells.To.STUDIES_WITH_ZERO) {
      return rule.toString();
    }
    return "0.5 to the four cells";
  }

  @Override
  public String toString() {
    return "Settings of " + String.join(", ", presets.stream().map(Preset::label).toList());
  }
}
