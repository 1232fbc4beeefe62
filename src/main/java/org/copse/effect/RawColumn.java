package org.copse.effect;

import java.util.ArrayList;
import java.util.List;

/**
 * One column of the raw data behind effects: what tables and plots show beside an estimate.
 *
 * @param name its name in a table, for example "events1"
 * @param header its heading under the name of the arm, for example "events"
 * @param arm the arm's name, empty where the data are not of one arm
 * @param kind how its values are shown and whether they add up
 * @param inPlots whether a forest plot shows it; a table always does
 */
public record RawColumn(String name, String header, String arm, Kind kind, boolean inPlots) {

  /** How the values of a column are shown, and whether their sum over studies means something. */
  public enum Kind {
    /** Events or patients: shown whole, with a total. */
    COUNT,
    /** Person-time: shown with the decimals of the data, with a total. */
    TIME,
    /** A mean, a standard deviation, a correlation: decimals of the data, no total. */
    VALUE;

    /**
     * Whether the column has a total.
     *
     * @return true for counts and times
     */
    public boolean addsUp() {
      return this != VALUE;
    }
  }

  /**
   * A column that plots show.
   *
   * @param name its name in a table
   * @param header its heading under the name of the arm
   * @param arm the arm's name, empty where the data are not of one arm
   * @param kind how its values are shown
   */
  public RawColumn(String name, String header, String arm, Kind kind) {
    this(name, header, arm, kind, true);
  }

  /**
   * A column that is not of one arm.
   *
   * @param name its name in a table
   * @param header its heading
   * @param kind how its values are shown
   * @return the column
   */
  public static RawColumn of(String name, String header, Kind kind) {
    return new RawColumn(name, header, "", kind);
  }

  /** The same column in tables only, where a plot would grow too wide. */
  RawColumn inTablesOnly() {
    return new RawColumn(name, header, arm, kind, false);
  }

  private RawColumn ofArm(String armName, int number) {
    return new RawColumn(name + number, header, armName, kind, inPlots);
  }

  /** The same columns for two arms, their names ending in 1 and 2. */
  static List<RawColumn> twice(ArmNames arms, RawColumn... columns) {
    List<RawColumn> all = new ArrayList<>();
    for (RawColumn column : columns) {
      all.add(column.ofArm(arms.first(), 1));
    }
    for (RawColumn column : columns) {
      all.add(column.ofArm(arms.second(), 2));
    }
    return List.copyOf(all);
  }
}
