package org.copse.sensitivity;

import java.util.Arrays;
import java.util.List;
import org.copse.model.Fit;

/** Pooled effects and I² of subsets of studies. Immutable. */
public final class GoshResult {

  private final Fit full;
  private final int[] rows;
  private final int[] members;
  private final double[] estimates;
  private final double[] iSquared;
  private final double[] sizes;
  private final List<String> notes;

  /**
   * @param members studies of each subset, −1 for one that is out; null for all subsets by their
   *     number
   */
  GoshResult(
      Fit full,
      int[] rows,
      int[] members,
      double[] estimates,
      double[] iSquared,
      double[] sizes,
      List<String> notes) {
    this.full = full;
    this.rows = rows;
    this.members = members;
    this.estimates = estimates;
    this.iSquared = iSquared;
    this.sizes = sizes;
    this.notes = List.copyOf(notes);
  }

  /**
   * The fit of all studies.
   *
   * @return the fit
   */
  public Fit full() {
    return full;
  }

  /**
   * Number of subsets.
   *
   * @return at least 1
   */
  public int size() {
    return estimates.length;
  }

  /**
   * Pooled effect of a subset.
   *
   * @param subset its number, from 0
   * @return on the analysis scale
   */
  public double estimate(int subset) {
    return estimates[subset];
  }

  /**
   * I² of a subset, from τ² or from Q as the fit prints it.
   *
   * @param subset its number, from 0
   * @return percent
   */
  public double iSquared(int subset) {
    return iSquared[subset];
  }

  /**
   * Number of studies of a subset.
   *
   * @param subset its number, from 0
   * @return at least 1
   */
  public int studies(int subset) {
    return (int) sizes[subset];
  }

  /**
   * Whether a subset holds a study.
   *
   * @param subset its number, from 0
   * @param row the study's index in the fit's effects
   * @return true if so
   */
  public boolean includes(int subset, int row) {
    int place = Arrays.binarySearch(rows, row);
    if (place < 0) {
      return false;
    }
    return members == null
        ? ((subset + 1) >>> place & 1) != 0
        : members[subset * rows.length + place] >= 0;
  }

  /**
   * A quantile of the pooled effects.
   *
   * @param share between 0 and 1
   * @return on the analysis scale
   */
  public double quantile(double share) {
    double[] sorted = estimates.clone();
    Arrays.sort(sorted);
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
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
    return "GOSH of %s subsets of %s studies: %s".formatted(size(), rows.length, full);
  }
}
