package org.copse;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Golden values written by the scripts in src/test/r, and comparisons at stated tolerances. */
public final class Golden {

  /** Relative tolerance of closed forms. */
  public static final double CLOSED = 1e-12;

  /** Relative tolerance of tail probabilities, limited by the conditioning of the tail. */
  public static final double TAIL = 1e-11;

  /** Relative tolerance of iterative estimates. */
  public static final double ITERATIVE = 1e-8;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Each file is read once; nobody changes what it holds. */
  private static final Map<String, JsonNode> READ = new ConcurrentHashMap<>();

  private Golden() {}

  public static Stream<JsonNode> cases(String name) {
    return StreamSupport.stream(READ.computeIfAbsent(name, Golden::read).spliterator(), false);
  }

  private static JsonNode read(String name) {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
      return JSON.readTree(in).get("cases");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static double[] doubles(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).isNull() ? Double.NaN : array.get(i).doubleValue();
    }
    return values;
  }

  public static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  /** Relative comparison with an absolute floor of 1e-14 times a size of the data. */
  public static void assertClose(
      String what, double expected, double actual, double relative, double size) {
    if (Double.compare(expected, actual) == 0) {
      return;
    }
    double allowed = Math.max(relative * Math.abs(expected), 1e-14 * size);
    assertTrue(
        Math.abs(expected - actual) <= allowed,
        () ->
            "%s: expected %.17g, was %.17g, difference %.3g allowed %.3g"
                .formatted(what, expected, actual, Math.abs(expected - actual), allowed));
  }

  /** A golden number; null in the file means not defined, and the test must say so itself. */
  public static void assertClose(
      String what, JsonNode expected, double actual, double relative, double size) {
    if (expected == null || expected.isNull() || expected.isMissingNode()) {
      fail(what + ": no golden value");
    }
    assertClose(what, expected.doubleValue(), actual, relative, size);
  }
}
