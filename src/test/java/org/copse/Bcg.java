package org.copse;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Moderator;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;

/** The 13 BCG trials (Colditz et al., JAMA 1994;271:698-702) for tests that need no data frame. */
public final class Bcg {

  private static final String[] AUTHORS = {
    "Aronson", "Ferguson & Simes", "Rosenthal et al", "Hart & Sutherland", "Frimodt-Moller et al",
    "Stein & Aronson", "Vandiviere et al", "TPT Madras", "Coetzee & Berjak", "Rosenthal et al",
    "Comstock et al", "Comstock & Webster", "Comstock et al"
  };
  private static final double[] YEARS = {
    1948, 1949, 1960, 1977, 1973, 1953, 1973, 1980, 1968, 1961, 1974, 1969, 1976
  };
  private static final int[][] COUNTS = {
    {4, 123, 11, 139}, {6, 306, 29, 303}, {3, 231, 11, 220}, {62, 13598, 248, 12867},
    {33, 5069, 47, 5808}, {180, 1541, 372, 1451}, {8, 2545, 10, 629}, {505, 88391, 499, 88391},
    {29, 7499, 45, 7277}, {17, 1716, 65, 1665}, {186, 50634, 141, 27338}, {5, 2498, 3, 2341},
    {27, 16913, 29, 17854}
  };
  private static final List<String> ALLOCATION =
      List.of(
          "random",
          "random",
          "random",
          "random",
          "alternate",
          "alternate",
          "random",
          "random",
          "random",
          "systematic",
          "systematic",
          "systematic",
          "systematic");
  private static final double[] LATITUDE = {44, 55, 42, 52, 13, 44, 19, 13, 27, 42, 18, 33, 33};

  private Bcg() {}

  public static Studies studies() {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < AUTHORS.length; i++) {
      labels.add(AUTHORS[i] + " " + (int) YEARS[i]);
    }
    return Studies.of(labels)
        .withYears(YEARS)
        .withModerator("alloc", Moderator.of(ALLOCATION))
        .withModerator("ablat", Moderator.of(LATITUDE));
  }

  public static List<TwoByTwo> counts() {
    List<TwoByTwo> counts = new ArrayList<>();
    for (int[] c : COUNTS) {
      counts.add(new TwoByTwo(c[0], c[1], c[2], c[3]));
    }
    return counts;
  }

  public static BinaryEffects effects(BinaryMeasure measure) {
    return BinaryEffects.of(measure, studies(), counts()).arms("Vaccinated", "Control");
  }
}
