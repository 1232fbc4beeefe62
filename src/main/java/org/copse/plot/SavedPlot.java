package org.copse.plot;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A plot that was written to a file.
 *
 * @param file the file
 * @param widthMm its width on paper
 * @param heightMm its height on paper
 * @param smallestTextPt size of its smallest text on paper, in points; journals ask for 5 to 7 at
 *     least
 * @param notes what the reader should know
 */
public record SavedPlot(
    Path file, double widthMm, double heightMm, double smallestTextPt, List<String> notes) {

  /**
   * Copies the notes.
   *
   * @param file as above
   * @param widthMm as above
   * @param heightMm as above
   * @param smallestTextPt as above
   * @param notes as above
   */
  public SavedPlot {
    notes = List.copyOf(notes);
  }

  @Override
  public String toString() {
    String line =
        String.format(
            Locale.ROOT,
            "%s: %.1f × %.1f mm, smallest text %.1f pt",
            file,
            widthMm,
            heightMm,
            smallestTextPt);
    return notes.isEmpty() ? line : line + "\n" + String.join("\n", notes);
  }
}
