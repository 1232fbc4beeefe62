package org.copse.plot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/** Writes SVG text to .svg and .png files. */
final class PlotFile {

  private static final Pattern WIDTH = Pattern.compile("<svg [^>]*?width=\"([0-9.]+)\"");

  /** CSS pixels are 1/96 inch. */
  private static final double PNG_SCALE = 300 / 96.0;

  private PlotFile() {}

  static Path save(String svg, Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    byte[] bytes;
    if (name.endsWith(".svg")) {
      String declared = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + svg + "\n";
      bytes = declared.getBytes(StandardCharsets.UTF_8);
    } else if (name.endsWith(".png")) {
      bytes = png(svg, PNG_SCALE);
    } else {
      throw new IllegalArgumentException(
          "Cannot save the plot: file name must end in .svg or .png, was '%s'. Choose one of them."
              .formatted(file));
    }
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Cannot save the plot: '%s' must be a file that can be written, was not (%s). Check that its folder exists."
              .formatted(file, e),
          e);
    }
  }

  static byte[] png(String svg, double scale) {
    Matcher matcher = WIDTH.matcher(svg);
    if (!matcher.find()) {
      throw new IllegalArgumentException(
          "Cannot draw a PNG: the SVG must state its width, was without. Give a whole SVG.");
    }
    PNGTranscoder transcoder = new PNGTranscoder();
    float width = (float) (Double.parseDouble(matcher.group(1)) * scale);
    transcoder.addTranscodingHint(PNGTranscoder.KEY_WIDTH, width);
    transcoder.addTranscodingHint(
        PNGTranscoder.KEY_PIXEL_UNIT_TO_MILLIMETER, (float) (25.4 / 96 / scale));
    transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
    transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, Boolean.FALSE);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      transcoder.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(out));
    } catch (TranscoderException e) {
      throw new IllegalStateException("Cannot draw a PNG: " + e.getMessage(), e);
    }
    return out.toByteArray();
  }
}
