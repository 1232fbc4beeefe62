package org.copse.sensitivity;

/**
 * How often the patients of a trial are counted.
 *
 * @param cluster the trial or population
 * @param rows its rows
 * @param counted patients of all its rows added up
 * @param patients those of its largest row: there are at least so many, and as many if all other
 *     rows are parts of it
 */
public record OverlapCount(String cluster, int rows, double counted, double patients) {

  /**
   * How often each patient is counted on average, if the largest row has them all.
   *
   * @return counted / patients
   */
  public double times() {
    return counted / patients;
  }
}
