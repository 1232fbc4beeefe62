package org.copse.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of one arm's change: the printed mean change and SD of the changes, the values before
 * and after, or both. Of each row what is printed of the change is used; the rest is taken from the
 * values before and after. Immutable.
 */
public final class ArmChangeColumns {

  /** What a column holds. */
  enum Part {
    N,
    CHANGE,
    SD_CHANGE,
    BEFORE,
    SD_BEFORE,
    AFTER,
    SD_AFTER
  }

  private final Map<Part, String> columns;

  private ArmChangeColumns(Map<Part, String> columns) {
    this.columns = columns;
  }

  /**
   * Columns of changes.
   *
   * @param n column of patients
   * @param mean column of mean changes, after minus before
   * @param sd column of standard deviations of the changes
   * @return the columns
   */
  public static ArmChangeColumns changes(String n, String mean, String sd) {
    return new ArmChangeColumns(Map.of(Part.N, n, Part.CHANGE, mean, Part.SD_CHANGE, sd));
  }

  /**
   * Columns of values before and after; the SD of the changes then needs a correlation.
   *
   * @param n column of patients
   * @param meanBefore column of means before
   * @param sdBefore column of standard deviations before
   * @param meanAfter column of means after
   * @param sdAfter column of standard deviations after
   * @return the columns
   */
  public static ArmChangeColumns values(
      String n, String meanBefore, String sdBefore, String meanAfter, String sdAfter) {
    return new ArmChangeColumns(
        Map.of(
            Part.N, n,
            Part.BEFORE, meanBefore,
            Part.SD_BEFORE, sdBefore,
            Part.AFTER, meanAfter,
            Part.SD_AFTER, sdAfter));
  }

  /**
   * Values before and after too, used in the rows where the change is not printed.
   *
   * @param meanBefore column of means before
   * @param sdBefore column of standard deviations before
   * @param meanAfter column of means after
   * @param sdAfter column of standard deviations after
   * @return new columns
   */
  public ArmChangeColumns orValues(
      String meanBefore, String sdBefore, String meanAfter, String sdAfter) {
    Map<Part, String> more = new EnumMap<>(columns);
    more.put(Part.BEFORE, meanBefore);
    more.put(Part.SD_BEFORE, sdBefore);
    more.put(Part.AFTER, meanAfter);
    more.put(Part.SD_AFTER, sdAfter);
    return new ArmChangeColumns(more);
  }

  /** The parts that have a column, in the order of {@link Part}. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (Part part : Part.values()) {
      if (columns.containsKey(part)) {
        parts.add(part);
      }
    }
    return parts;
  }

  String column(Part part) {
    return columns.get(part);
  }

  @Override
  public String toString() {
    return new EnumMap<>(columns).toString();
  }
}
