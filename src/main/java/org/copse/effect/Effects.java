package org.copse.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.numeric.Quantiles;

/**
 * The studies of one analysis: labels, moderators, raw data, and for each an estimate and its
 * variance on the analysis scale.
 *
 * <p><b>Scale</b>: {@link #estimate(int)}, {@link #variance(int)} and {@link #interval(int,
 * double)} are on the analysis scale (log for ratios); {@link #displayed(int)} and {@link
 * #displayedInterval(int, double)} on the scale that readers know. <b>Shapes</b>: k rows in the
 * given order. <b>Edge cases</b>: a row whose effect cannot be estimated (double-zero study of a
 * ratio) stays in place with NaN, is left out of every pooling and named in {@link #notes()}.
 * Immutable.
 */
public abstract sealed class Effects
    permits BinaryEffects,
        ContinuousEffects,
        MatchedPairsEffects,
        ProportionEffects,
        RateEffects,
        ReportedEffects,
        SingleRateEffects,
        SummaryEffects {

  private final Measure measure;
  private final Studies studies;
  private final double[] estimates;
  private final double[] variances;
  private final int[] estimable;
  private final List<String> notes;

  Effects(
      Measure measure,
      Studies studies,
      double[] estimates,
      double[] variances,
      List<String> notes) {
    this.measure = measure;
    this.studies = studies;
    this.estimates = estimates;
    this.variances = variances;
    this.estimable = rowsWithEstimate(estimates);
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
   * Name of the measure on the reader's scale, with its unit where one is known: what axes and
   * columns of back-transformed values say.
   *
   * @return for example "Incidence rate per person-year"
   */
  public String displayedLabel() {
    return measure.displayedLabel();
  }

  /**
   * Who the studies are.
   *
   * @return labels, years, clusters, moderators
   */
  public final Studies studies() {
    return studies;
  }

  /**
   * Number of rows, those without an estimable effect included.
   *
   * @return the number of studies
   */
  public final int size() {
    return estimates.length;
  }

  /**
   * One study's estimate on the analysis scale.
   *
   * @param study index, 0 for the first
   * @return yᵢ, NaN where not estimable
   */
  public final double estimate(int study) {
    return estimates[study];
  }

  /**
   * One study's sampling variance on the analysis scale.
   *
   * @param study index, 0 for the first
   * @return vᵢ, NaN where not estimable
   */
  public final double variance(int study) {
    return variances[study];
  }

  /**
   * One study's standard error on the analysis scale.
   *
   * @param study index, 0 for the first
   * @return √vᵢ, NaN where not estimable
   */
  public final double standardError(int study) {
    return Math.sqrt(variances[study]);
  }

  /**
   * All estimates on the analysis scale.
   *
   * @return a copy, length {@link #size()}, NaN where not estimable
   */
  public final double[] estimates() {
    return estimates.clone();
  }

  /**
   * All sampling variances on the analysis scale.
   *
   * @return a copy, length {@link #size()}, NaN where not estimable
   */
  public final double[] variances() {
    return variances.clone();
  }

  /**
   * Whether one study's effect can be estimated, and so enters the pooling.
   *
   * @param study index, 0 for the first
   * @return false for example for a double-zero study of a ratio
   */
  public final boolean isEstimable(int study) {
    return !Double.isNaN(estimates[study]);
  }

  /**
   * Indices of the studies whose effect can be estimated.
   *
   * @return indices in order, a new array
   */
  public final int[] estimable() {
    return estimable.clone();
  }

  private static int[] rowsWithEstimate(double[] estimates) {
    return IntStream.range(0, estimates.length).filter(i -> !Double.isNaN(estimates[i])).toArray();
  }

  /**
   * One study's confidence interval on the analysis scale.
   *
   * @param study index, 0 for the first
   * @param level for example 0.95
   * @return yᵢ ± z √vᵢ unless the data type says otherwise; NaN bounds where not estimable
   */
  public final Interval interval(int study, double level) {
    double margin =
        Quantiles.twoSided(Interval.requireLevel(level), Double.POSITIVE_INFINITY)
            * standardError(study);
    return new Interval(estimates[study] - margin, estimates[study] + margin, level);
  }

  /**
   * One study's estimate on the reader's scale.
   *
   * @param study index, 0 for the first
   * @return for example the risk ratio, NaN where not estimable
   */
  public double displayed(int study) {
    return measure.scale().backTransform(estimates[study], Double.NaN);
  }

  /**
   * One study's confidence interval on the reader's scale.
   *
   * @param study index, 0 for the first
   * @param level for example 0.95
   * @return the interval; NaN bounds where not estimable
   */
  public Interval displayedInterval(int study, double level) {
    return interval(study, level).map(x -> measure.scale().backTransform(x, Double.NaN));
  }

  /**
   * A pooled value taken to the reader's scale.
   *
   * @param pooled a value on the analysis scale
   * @return the value on the reader's scale
   */
  public double backTransform(double pooled) {
    return measure.scale().backTransform(pooled, Double.NaN);
  }

  /**
   * The columns of the raw data.
   *
   * @return in the order in which a reader expects them; none where nothing but the estimate and
   *     its standard error is known
   */
  public abstract List<RawColumn> rawColumns();

  /**
   * One study's raw value.
   *
   * @param study index, 0 for the first
   * @param column index into {@link #rawColumns()}
   * @return the value as given
   */
  public abstract double raw(int study, int column);

  /**
   * What a reader must know of how the effects came about: corrections, rows left out.
   *
   * @return notes, perhaps none
   */
  public final List<String> notes() {
    return notes;
  }

  /**
   * The notes on how the data were read, without those on the studies' own estimates: what remains
   * true for a model that pools the counts themselves.
   *
   * @return notes, perhaps none
   */
  public List<String> dataNotes() {
    return notes;
  }

  /**
   * Some of the studies, in the order given.
   *
   * @param rows their indices, at least one
   * @return effects of those studies
   */
  public abstract Effects subset(int... rows);

  /**
   * The same effects with one more moderator of their studies, or with another one of that name
   * replaced.
   *
   * @param name its name, as {@code Subgroups.by} takes it
   * @param values one value a study
   * @return new effects of the same kind
   */
  public abstract Effects withModerator(String name, Moderator values);

  /**
   * The same effects with notes added, for example on how the data were read.
   *
   * @param more further notes
   * @return new effects
   */
  public abstract Effects withNotes(List<String> more);

  /**
   * All studies but one.
   *
   * @param row index of the study to leave out
   * @return effects of the others
   */
  public final Effects without(int row) {
    return subset(IntStream.range(0, size()).filter(i -> i != row).toArray());
  }

  final List<String> joined(List<String> more) {
    List<String> all = new ArrayList<>(more);
    all.addAll(notes);
    return all;
  }

  static void requireSameSize(Studies studies, int rows) {
    if (studies.size() != rows) {
      throw new IllegalArgumentException(
          "Cannot compute effects: data must have one row a study (%s), was %s. Give as many rows as labels."
              .formatted(studies.size(), rows));
    }
  }

  @Override
  public final String toString() {
    int estimable = estimable().length;
    String all = size() == 1 ? "1 row" : size() + " rows";
    String left = estimable == size() ? "" : ", %s with an effect".formatted(estimable);
    return "%s: %s%s".formatted(measure().displayedLabel(), all, left);
  }
}
