package org.copse.plot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How a plot is written to a file: {@code plot.export().widthMm(170).dpi(600).save("forest.pdf")}.
 *
 * <p>The ending says the kind: {@code .svg}, {@code .png}, {@code .pdf} (one page as large as the
 * plot, fonts embedded, text selectable) or {@code .html} (a page that needs nothing else). Without
 * a width the plot keeps the size that its content asks for; with one it is scaled as a whole, and
 * what was saved says how small its text became; a forest plot for one column of a journal is drawn
 * with {@link ForestStyle#COMPACT}. Immutable: each setting returns a new export.
 *
 * <p><b>Fonts</b>: Liberation Sans, of the widths of Arial and Helvetica, is carried along (Latin,
 * Greek, Cyrillic, Hebrew). Characters of other scripts come from {@link #font(Path)} or from a
 * font of the machine, and go into a PDF as embedded outlines that can still be selected. A
 * character that no font has is an error that names its text, never a silent gap.
 */
public final class PlotExport {

  /** Width of one column of many journals, in millimetres. */
  public static final double SINGLE_COLUMN_MM = 85;

  /** Width of two columns of many journals, in millimetres. */
  public static final double DOUBLE_COLUMN_MM = 170;

  /** CSS pixels are 1/96 inch. */
  static final double MM_PER_PIXEL = 25.4 / 96;

  private final Plot plot;
  private final OptionalDouble widthMm;
  private final int dpi;
  private final List<Path> fonts;
  private final boolean boxes;

  private PlotExport(Plot plot, OptionalDouble widthMm, int dpi, List<Path> fonts, boolean boxes) {
    this.plot = plot;
    this.widthMm = widthMm;
    this.dpi = dpi;
    this.fonts = List.copyOf(fonts);
    this.boxes = boxes;
  }

  /**
   * A plot's export as its content asks for, at 300 dots per inch.
   *
   * @param plot the plot
   * @return the export
   */
  public static PlotExport of(Plot plot) {
    Objects.requireNonNull(plot, "plot");
    return new PlotExport(plot, OptionalDouble.empty(), 300, List.of(), false);
  }

  /**
   * The width on paper; the height follows.
   *
   * @param millimetres for example {@link #DOUBLE_COLUMN_MM}
   * @return a new export
   * @throws IllegalArgumentException when not between 20 and 2000
   */
  public PlotExport widthMm(double millimetres) {
    if (!(millimetres >= 20 && millimetres <= 2000)) {
      throw new IllegalArgumentException(
          "Cannot export the plot: width must be 20 to 2000 mm, was %s. Give 85 for one column of a journal, 170 for two."
              .formatted(millimetres));
    }
    return new PlotExport(plot, OptionalDouble.of(millimetres), dpi, fonts, boxes);
  }

  /**
   * Dots per inch of a PNG; the other kinds have none.
   *
   * @param dots 300 unless said otherwise; journals ask for 300 to 1200
   * @return a new export
   * @throws IllegalArgumentException when not between 36 and 2400
   */
  public PlotExport dpi(int dots) {
    if (dots < 36 || dots > 2400) {
      throw new IllegalArgumentException(
          "Cannot export the plot: resolution must be 36 to 2400 dpi, was %s. Give 300."
              .formatted(dots));
    }
    return new PlotExport(plot, widthMm, dots, fonts, boxes);
  }

  /**
   * A font for the characters that Liberation Sans lacks, used before those of the machine.
   *
   * @param file a TrueType or OpenType file, or a collection
   * @return a new export
   */
  public PlotExport font(Path file) {
    List<Path> more = new ArrayList<>(fonts);
    more.add(Objects.requireNonNull(file, "file"));
    return new PlotExport(plot, widthMm, dpi, more, boxes);
  }

  /**
   * Draws an empty box for a character that no font has, with a note, instead of refusing.
   *
   * @return a new export
   */
  public PlotExport missingAsBoxes() {
    return new PlotExport(plot, widthMm, dpi, fonts, true);
  }

  /**
   * Writes the file.
   *
   * @param file where to; its ending says the kind
   * @return what was written: size, smallest text, notes
   * @throws IllegalArgumentException for another ending, when the file cannot be written, or naming
   *     every text with a character that no font has
   */
  public SavedPlot save(Path file) {
    return PlotFile.save(this, Objects.requireNonNull(file, "file"));
  }

  /**
   * Writes the file.
   *
   * @param file where to, for example "forest.pdf"
   * @return what was written: size, smallest text, notes
   * @throws IllegalArgumentException for another ending, when the file cannot be written, or naming
   *     every text with a character that no font has
   */
  public SavedPlot save(String file) {
    return save(Path.of(file));
  }

  Plot plot() {
    return plot;
  }

  /** Millimetres a pixel of the plot. */
  double mmPerPixel(SvgDocument svg) {
    return widthMm.isPresent() ? widthMm.getAsDouble() / svg.width() : MM_PER_PIXEL;
  }

  boolean scaled() {
    return widthMm.isPresent();
  }

  int dpi() {
    return dpi;
  }

  List<Path> fonts() {
    return fonts;
  }

  boolean boxes() {
    return boxes;
  }

  @Override
  public String toString() {
    String width =
        widthMm.isPresent() ? widthMm.getAsDouble() + " mm wide" : "as wide as its content";
    return "Export of '%s': %s, %s dpi".formatted(plot.title(), width, dpi);
  }
}
