package org.copse.plot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.copse.report.HtmlPage;

/** Writes plots to .svg, .png, .pdf and .html files. */
final class PlotFile {

  private static final double POINTS_PER_MM = 72 / 25.4;

  /** Under this, journals send a figure back. */
  private static final double LEGIBLE_PT = 5;

  private static final double PAGE_MM = 240;

  private PlotFile() {}

  static SavedPlot save(PlotExport export, Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String svg = export.plot().svg();
    SvgDocument read = SvgDocument.read(svg);
    List<String> notes = new ArrayList<>();
    double mm = export.mmPerPixel(read);
    byte[] bytes =
        switch (ending) {
          case "svg" -> svg(svg, read, export);
          case "png" -> png(svg, read, export, notes);
          case "pdf" -> pdf(read, export, notes);
          case "html" ->
              PlotPage.of(export.plot(), sized(svg, read, export)).getBytes(StandardCharsets.UTF_8);
          default ->
              throw new IllegalArgumentException(
                  "Cannot save the plot: file name must end in .svg, .png, .pdf or .html, was '%s'. Choose one of them."
                      .formatted(file));
        };
    write(file, bytes);
    double smallest = read.smallestText() * mm * POINTS_PER_MM;
    sizes(export.plot(), read, mm, smallest, notes);
    return new SavedPlot(file, read.width() * mm, read.height() * mm, smallest, notes);
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Cannot save the plot: '%s' must be a file that can be written, was not (%s). Check that its folder exists."
              .formatted(file, e),
          e);
    }
  }

  static Path show(Plot plot) {
    return HtmlPage.open(PlotPage.of(plot, plot.svg()));
  }

  private static void sizes(
      Plot plot, SvgDocument read, double mm, double smallest, List<String> notes) {
    if (smallest > 0 && smallest < LEGIBLE_PT - 0.005) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The smallest text is %.1f pt on paper; journals ask for 5 to 7 pt at least. It is 5 pt at a width of %.0f mm%s.",
              smallest,
              Math.ceil(read.width() * mm * LEGIBLE_PT / smallest),
              plot instanceof ForestPlot ? "; layout(ForestStyle.COMPACT) is narrower" : ""));
    }
    if (read.height() * mm > PAGE_MM) {
      notes.add(
          String.format(
              Locale.ROOT,
              "The plot is %.0f mm high, more than a page of a journal (about %.0f mm).",
              read.height() * mm,
              PAGE_MM));
    }
  }

  private static byte[] svg(String svg, SvgDocument read, PlotExport export) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + sized(svg, read, export) + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The SVG with the width on paper that was asked for. */
  private static String sized(String svg, SvgDocument read, PlotExport export) {
    String text = svg;
    if (export.scaled()) {
      double mm = export.mmPerPixel(read);
      String pixels =
          " width=\"%s\" height=\"%s\""
              .formatted(SvgWriter.number(read.width()), SvgWriter.number(read.height()));
      String lengths =
          String.format(
              Locale.ROOT,
              " width=\"%.3fmm\" height=\"%.3fmm\"",
              read.width() * mm,
              read.height() * mm);
      text = text.replaceFirst(pixels, lengths);
    }
    return text;
  }

  private static byte[] png(String svg, SvgDocument read, PlotExport export, List<String> notes) {
    TextRuns runs = new TextRuns(new PlotFonts(export.fonts()));
    PngFile.register(export.fonts());
    read.texts().forEach(text -> runs.of(text, false));
    missing(runs, export, notes);
    double mm = export.mmPerPixel(read);
    int width = (int) Math.round(read.width() * mm / 25.4 * export.dpi());
    return PngFile.of(svg, read, width, export.dpi());
  }

  private static byte[] pdf(SvgDocument read, PlotExport export, List<String> notes) {
    TextRuns runs = new TextRuns(new PlotFonts(export.fonts()));
    Plot plot = export.plot();
    double scale = export.mmPerPixel(read) * POINTS_PER_MM;
    byte[] bytes = PdfFile.of(read, scale, runs, plot.title(), plot.altText());
    missing(runs, export, notes);
    return bytes;
  }

  private static void missing(TextRuns runs, PlotExport export, List<String> notes) {
    List<String> missing = runs.missing().stream().distinct().toList();
    if (missing.isEmpty()) {
      return;
    }
    String list = String.join("; ", missing);
    if (!export.boxes()) {
      throw new IllegalArgumentException(
          "Cannot save the plot: every character must be in a font, was in none: %s. Install a font of that script, name one with export().font(file), or save with export().missingAsBoxes()."
              .formatted(list));
    }
    notes.add("No font has these characters, drawn as boxes: " + list);
  }
}
