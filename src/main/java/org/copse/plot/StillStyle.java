package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours, symbols, dashes and hatching of traces by turns, and colours that a figure asks for. */
final class StillStyle {

  private static final String[] PALETTE = {
    "#4477aa", "#bb3311", "#117733", "#882255", "#886600", "#555555"
  };
  private static final ChartMark.Symbol[] SYMBOLS = {
    ChartMark.Symbol.CIRCLE,
    ChartMark.Symbol.DIAMOND,
    ChartMark.Symbol.SQUARE,
    ChartMark.Symbol.RING
  };
  private static final Pattern RGB =
      Pattern.compile("rgba?\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*[,)].*");
  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("black", "#111111"),
          Map.entry("white", "#ffffff"),
          Map.entry("red", "#cc3311"),
          Map.entry("green", "#117733"),
          Map.entry("blue", "#4477aa"),
          Map.entry("orange", "#ffa500"),
          Map.entry("yellow", "#ffff00"),
          Map.entry("purple", "#800080"),
          Map.entry("pink", "#ffc0cb"),
          Map.entry("brown", "#a52a2a"),
          Map.entry("gray", "#777777"),
          Map.entry("grey", "#777777"),
          Map.entry("lightblue", "#add8e6"),
          Map.entry("lightgreen", "#90ee90"),
          Map.entry("lightgray", "#dddddd"),
          Map.entry("darkblue", "#0b2a5b"),
          Map.entry("darkgreen", "#006400"),
          Map.entry("darkred", "#8b0000"),
          Map.entry("navy", "#000080"),
          Map.entry("teal", "#008080"),
          Map.entry("cyan", "#00ffff"),
          Map.entry("magenta", "#ff00ff"),
          Map.entry("steelblue", "#4682b4"),
          Map.entry("firebrick", "#b22222"));

  private StillStyle() {}

  static String colour(int trace) {
    return PALETTE[Math.floorMod(trace, PALETTE.length)];
  }

  /** The colour a figure asks for, as hex; the trace's own if it is none that can be read. */
  static String colour(JsonNode asked, int trace) {
    String text = asked.asText().strip().toLowerCase(Locale.ROOT);
    if (text.matches("#[0-9a-f]{6}")) {
      return text;
    }
    if (text.matches("#[0-9a-f]{3}")) {
      return text.replaceAll("[0-9a-f]", "$0$0");
    }
    Matcher rgb = RGB.matcher(text);
    if (rgb.matches()) {
      return "#%02x%02x%02x".formatted(part(rgb, 1), part(rgb, 2), part(rgb, 3));
    }
    return NAMED.getOrDefault(text, colour(trace));
  }

  private static int part(Matcher rgb, int group) {
    return Math.min(255, Integer.parseInt(rgb.group(group)));
  }

  static ChartMark.Symbol symbol(String asked, int trace) {
    if (asked.endsWith("-open")) {
      return ChartMark.Symbol.RING;
    }
    return switch (asked) {
      case "circle" -> ChartMark.Symbol.CIRCLE;
      case "square" -> ChartMark.Symbol.SQUARE;
      case "" -> cycled(SYMBOLS, trace);
      default -> ChartMark.Symbol.DIAMOND;
    };
  }

  static ChartMark.Dash dash(String asked, int trace) {
    return switch (asked) {
      case "solid" -> ChartMark.Dash.SOLID;
      case "dash" -> ChartMark.Dash.DASHED;
      case "dot" -> ChartMark.Dash.DOTTED;
      case "longdash" -> ChartMark.Dash.LONG_DASHED;
      case "dashdot", "longdashdot" -> ChartMark.Dash.DASH_DOTTED;
      default -> cycled(ChartMark.Dash.values(), trace);
    };
  }

  static ChartMark.Hatch hatch(int trace) {
    return cycled(ChartMark.Hatch.values(), trace);
  }

  private static <T> T cycled(T[] all, int trace) {
    return all[Math.floorMod(trace, all.length)];
  }
}
