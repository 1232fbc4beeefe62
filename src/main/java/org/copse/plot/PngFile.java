package org.copse.plot;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** SVG to PNG, with the font that is carried along, so that it looks the same on every machine. */
final class PngFile {

  private static final String CARRIED = "'Liberation Sans', Arial, Helvetica, sans-serif";

  /** Beyond this a picture fills the memory of a notebook. */
  private static final double LARGEST = 4e8;

  private PngFile() {}

  /** A PNG that is so many pixels wide and says how large they are. */
  static byte[] of(String svg, SvgDocument read, int width, int dpi) {
    double pixels = width * (width * read.height() / read.width());
    if (pixels > LARGEST) {
      throw new IllegalArgumentException(
          "Cannot draw a PNG: it must have at most 400 million pixels, was %.0f million. Give a smaller dpi or save a PDF."
              .formatted(pixels / 1e6));
    }
    float scale = width / (float) read.width();
    int height = (int) Math.round(read.height() * scale);
    return PngPainter.png(svg.replace(SvgWriter.FONTS, CARRIED), width, height, scale, dpi);
  }

  /** Makes the fonts known to Batik, which must happen before its first picture. */
  static void register(List<Path> files) {
    GraphicsEnvironment machine = GraphicsEnvironment.getLocalGraphicsEnvironment();
    for (boolean bold : new boolean[] {false, true}) {
      try (InputStream in = PlotFonts.liberation(bold)) {
        machine.registerFont(Font.createFont(Font.TRUETYPE_FONT, in));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (FontFormatException e) {
        throw new IllegalStateException("Cannot read the font carried along.", e);
      }
    }
    files.forEach(file -> PlotFonts.fromFile(file).forEach(machine::registerFont));
  }
}
