package org.copse.audit;

import java.util.List;
import java.util.stream.Stream;

/** What some columns of a table are together. */
public sealed interface AuditData {

  /**
   * Patients of one group who had an event, as count, as percentage or both.
   *
   * @param events the counts, perhaps absent
   * @param percent the percentages from 0 to 100, perhaps absent
   * @param total the patients, perhaps absent
   */
  record Counts(AuditColumn events, AuditColumn percent, AuditColumn total) implements AuditData {

    /** Whether a row says how many had the event. */
    boolean has(int row) {
      return events.has(row) || percent.has(row);
    }

    /** The count, from the percentage where none is printed; NaN where neither is. */
    double count(int row) {
      return events.has(row) ? events.value(row) : percent.value(row) / 100 * total.value(row);
    }

    @Override
    public List<AuditColumn> columns() {
      return present(events, percent, total);
    }
  }

  /**
   * Mean and spread of one group.
   *
   * @param n the patients, perhaps absent
   * @param mean the means, perhaps absent
   * @param sd the standard deviations, perhaps absent
   * @param se the standard errors of the mean, perhaps absent
   * @param low lower 95 % limits of the mean, perhaps absent
   * @param high upper 95 % limits of the mean, perhaps absent
   */
  record Means(
      AuditColumn n,
      AuditColumn mean,
      AuditColumn sd,
      AuditColumn se,
      AuditColumn low,
      AuditColumn high)
      implements AuditData {

    /**
     * Patients, means and standard deviations.
     *
     * @param n the patients
     * @param mean the means
     * @param sd the standard deviations
     */
    public Means(AuditColumn n, AuditColumn mean, AuditColumn sd) {
      this(n, mean, sd, AuditColumn.absent(), AuditColumn.absent(), AuditColumn.absent());
    }

    @Override
    public List<AuditColumn> columns() {
      return present(n, mean, sd, se, low, high);
    }
  }

  /**
   * A reported contrast.
   *
   * @param estimate the estimates
   * @param low lower 95 % limits, perhaps absent
   * @param high upper 95 % limits, perhaps absent
   * @param se standard errors on the analysis scale, perhaps absent
   * @param p two-sided p values, perhaps absent
   * @param scales the scale, one a row or one for all
   */
  record Contrast(
      AuditColumn estimate,
      AuditColumn low,
      AuditColumn high,
      AuditColumn se,
      AuditColumn p,
      List<ContrastScale> scales)
      implements AuditData {

    /**
     * Checks the parts.
     *
     * @param estimate as above
     * @param low as above
     * @param high as above
     * @param se as above
     * @param p as above
     * @param scales as above
     */
    public Contrast {
      scales = List.copyOf(scales);
      if (scales.size() != 1 && scales.size() != estimate.size()) {
        throw new IllegalArgumentException(
            "Cannot audit '%s': scales must be 1 or one a row, was %s. Give one for all rows."
                .formatted(estimate.name(), scales.size()));
      }
    }

    /**
     * Estimates with their intervals on one scale.
     *
     * @param estimate the estimates
     * @param low lower 95 % limits
     * @param high upper 95 % limits
     * @param scale the scale of all rows
     */
    public Contrast(AuditColumn estimate, AuditColumn low, AuditColumn high, ContrastScale scale) {
      this(estimate, low, high, AuditColumn.absent(), AuditColumn.absent(), List.of(scale));
    }

    ContrastScale scale(int row) {
      return scales.get(scales.size() == 1 ? 0 : row);
    }

    boolean hasInterval(int row) {
      return estimate.has(row) && low.has(row) && high.has(row);
    }

    @Override
    public List<AuditColumn> columns() {
      return present(estimate, low, high, se, p);
    }
  }

  /**
   * The two arms of a comparison of counts.
   *
   * @param treatment one arm
   * @param control the other
   */
  record TwoCounts(Counts treatment, Counts control) implements AuditData {
    @Override
    public List<AuditColumn> columns() {
      return Stream.concat(treatment.columns().stream(), control.columns().stream()).toList();
    }
  }

  /**
   * The two arms of a comparison of means.
   *
   * @param treatment one arm
   * @param control the other
   */
  record TwoMeans(Means treatment, Means control) implements AuditData {
    @Override
    public List<AuditColumn> columns() {
      return Stream.concat(treatment.columns().stream(), control.columns().stream()).toList();
    }
  }

  /**
   * The columns that are there.
   *
   * @return in order
   */
  List<AuditColumn> columns();

  private static List<AuditColumn> present(AuditColumn... columns) {
    return Stream.of(columns).filter(c -> !c.isAbsent()).toList();
  }
}
