package org.copse.plot;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of files: Liberation Sans, which is carried along (Latin, Greek, Cyrillic, Hebrew), and
 * for every other script first the fonts that the user named, then those of the machine.
 */
final class PlotFonts {

  private static final String REGULAR =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final String BOLD = "/org/copse/plot/fonts/LiberationSans-Bold.ttf";

  /** Families looked at first: sans-serif, of wide coverage; the others of the machine follow. */
  private static final List<String> PREFERRED =
      List.of(
          "Noto Sans CJK SC",
          "Noto Sans",
          "Arial Unicode MS",
          "DejaVu Sans",
          "Droid Sans Fallback",
          "Microsoft YaHei",
          "PingFang SC",
          "Arial");

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final List<Path> files;
  private final Map<String, Optional<Font>> chosen = new HashMap<>();
  private List<Font> candidates;
  private CmapLookup carried;

  PlotFonts(List<Path> files) {
    this.files = files;
  }

  /** Liberation Sans as a stream. */
  static InputStream liberation(boolean bold) {
    return PlotFonts.class.getResourceAsStream(bold ? BOLD : REGULAR);
  }

  /** Liberation Sans, read for a PDF; ligatures off, so that text is found as it is written. */
  static TrueTypeFont read(boolean bold) {
    try (InputStream in = liberation(bold)) {
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      font.setEnableGsub(false);
      return font;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether Liberation Sans has every character of a text. */
  boolean isCarried(String text) {
    if (carried == null) {
      try (TrueTypeFont font = read(false)) {
        carried = font.getUnicodeCmapLookup();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return text.codePoints().allMatch(c -> carried.getGlyphId(c) != 0);
  }

  /** A font that draws a character with its marks, in thousandths of the font size. */
  Optional<Font> fallback(String cluster, boolean bold) {
    return chosen.computeIfAbsent((bold ? "b" : "r") + cluster, key -> find(cluster, bold));
  }

  private Optional<Font> find(String cluster, boolean bold) {
    try {
      if (candidates == null) {
        candidates = candidates();
      }
      return candidates.stream()
          .filter(font -> draws(font, cluster))
          .findFirst()
          .map(font -> font.deriveFont(bold ? Font.BOLD : Font.PLAIN, 1000f));
    } catch (InternalError | LinkageError | NullPointerException e) {
      // a JDK on a machine without any font, or without fontconfig
      return Optional.empty();
    }
  }

  private List<Font> candidates() {
    List<Font> fonts = new ArrayList<>();
    files.forEach(file -> fonts.addAll(fromFile(file)));
    Set<String> present =
        new LinkedHashSet<>(
            Arrays.asList(
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
    Set<String> names = new LinkedHashSet<>(PREFERRED);
    names.retainAll(present);
    names.addAll(present);
    names.forEach(name -> fonts.add(new Font(name, Font.PLAIN, 12)));
    return fonts;
  }

  /** The fonts of a file, TrueType, OpenType or a collection of them. */
  static List<Font> fromFile(Path file) {
    try {
      return List.of(Font.createFonts(file.toFile()));
    } catch (IOException | FontFormatException e) {
      throw new IllegalArgumentException(
          "Cannot use the font: '%s' must be a TrueType or OpenType file, was not (%s). Give for example font(Path.of(\"NotoSansSC-Regular.otf\"))."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Fonts of coloured pictures claim characters for which they have no outline. */
  private static boolean draws(Font font, String cluster) {
    Font sized = font.deriveFont(100f);
    return sized.canDisplayUpTo(cluster) < 0
        && !sized.createGlyphVector(CONTEXT, cluster).getOutline().getBounds2D().isEmpty();
  }

  static FontRenderContext context() {
    return CONTEXT;
  }
}
