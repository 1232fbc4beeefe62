package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The values of traces, by axis. */
final class StillValues {

  private static final List<String> PRICES = List.of("open", "high", "low", "close");

  private StillValues() {}

  /** All arrays of the traces that lie along an axis. */
  static List<JsonNode> along(String letter, List<ObjectNode> traces) {
    List<JsonNode> all = new ArrayList<>();
    for (ObjectNode trace : traces) {
      JsonNode values = trace.path(letter);
      if (values.isArray()) {
        all.add(values);
      } else if (isSpread(trace) && letter.equals(StillBoxes.across(trace))) {
        all.add(ArrayNodes.of(name(trace)));
      }
      if (letter.equals("y")) {
        PRICES.stream().map(trace::path).filter(JsonNode::isArray).forEach(all::add);
      }
    }
    return all;
  }

  private static boolean isSpread(ObjectNode trace) {
    return List.of("box", "violin").contains(trace.path("type").asText());
  }

  /** A trace's name, as Plotly calls those without one. */
  static String name(ObjectNode trace) {
    String own = StillText.of(trace.path("name"));
    return own.isBlank() ? "trace " + trace.path("index").asInt() : own;
  }

  static int index(ObjectNode trace) {
    return trace.path("index").asInt();
  }

  /** The numbers of an array on an axis; NaN for what has no place there. */
  static double[] on(StillAxis axis, JsonNode array) {
    return StillText.stream(array).mapToDouble(axis::of).toArray();
  }

  /** Positions of values, 0, 1, 2 ... where a trace has none. */
  static double[] orRanks(StillAxis axis, JsonNode array, int size) {
    return array.isArray()
        ? on(axis, array)
        : IntStream.range(0, size).mapToDouble(i -> i).toArray();
  }

  static double[] finite(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
  }

  /** JSON arrays of one text. */
  static final class ArrayNodes {
    private ArrayNodes() {}

    static ArrayNode of(String text) {
      return JsonNodeFactory.instance.arrayNode().add(text);
    }
  }
}
