package org.copse.plot;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

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
    PNGTranscoder transcoder = new PNGTranscoder();
    transcoder.addTranscodingHint(PNGTranscoder.KEY_WIDTH, (float) width);
    transcoder.addTranscodingHint(PNGTranscoder.KEY_PIXEL_UNIT_TO_MILLIMETER, (float) (25.4 / dpi));
    transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
    transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, Boolean.FALSE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      String drawn = svg.replace(SvgWriter.FONTS, CARRIED);
      transcoder.transcode(new TranscoderInput(new StringReader(drawn)), new TranscoderOutput(out));
    } catch (TranscoderException e) {
      throw new IllegalStateException("Cannot draw a PNG: " + e.getMessage(), e);
    }
    return out.toByteArray();
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
