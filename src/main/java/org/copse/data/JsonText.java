package org.copse.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a JSON table as lines of text cells: an array of objects, one a study, or an object of
 * equally long arrays, one a column. Numbers keep their digits as written ("0.60"), null is an
 * empty cell; a column that some objects lack is empty there.
 */
final class JsonText {

  private final String origin;
  private final JsonParser parser;

  private JsonText(String origin, JsonParser parser) {
    this.origin = origin;
    this.parser = parser;
  }

  static List<List<String>> parse(String origin, String text) {
    // an object with a name twice would lose a value silently
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // as Python writes what is missing: the words that stand for missing decide
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    try (JsonParser parser =
        factory.createParser(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      JsonText reader = new JsonText(origin, parser);
      List<List<String>> lines =
          switch (String.valueOf(parser.nextToken())) {
            case "START_ARRAY" -> reader.rows();
            case "START_OBJECT" -> reader.columns();
            default -> throw reader.cannot("neither an array nor an object");
          };
      if (parser.nextToken() != null) {
        throw reader.cannot("followed by more text");
      }
      return lines;
    } catch (JsonProcessingException e) {
      throw broken(origin, e);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<List<String>> rows() throws IOException {
    List<Map<String, String>> objects = new ArrayList<>();
    Map<String, String> names = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw cannot("an array whose item " + (objects.size() + 1) + " is no object");
      }
      Map<String, String> object = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        object.put(name, cell("'" + name + "' of item " + (objects.size() + 1)));
        names.put(name, name);
      }
      objects.add(object);
    }
    TextTable.requireCells(origin, objects.size(), names.size());
    List<List<String>> lines = new ArrayList<>(List.of(List.copyOf(names.keySet())));
    for (Map<String, String> object : objects) {
      lines.add(names.keySet().stream().map(n -> object.getOrDefault(n, "")).toList());
    }
    return objects.isEmpty() ? List.of() : lines;
  }

  private List<List<String>> columns() throws IOException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw cannot("an object whose '" + name + "' is no array");
      }
      List<String> cells = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        cells.add(cell("item " + (cells.size() + 1) + " of '" + name + "'"));
      }
      columns.put(name, cells);
    }
    return lines(columns);
  }

  private List<List<String>> lines(Map<String, List<String>> columns) {
    List<List<String>> lines = new ArrayList<>();
    if (columns.isEmpty()) {
      return lines;
    }
    int k = columns.values().iterator().next().size();
    columns.forEach(
        (name, cells) -> {
          if (cells.size() != k) {
            throw cannot("arrays of %s and, in '%s', %s items".formatted(k, name, cells.size()));
          }
        });
    lines.add(List.copyOf(columns.keySet()));
    for (int i = 0; i < k; i++) {
      int row = i;
      lines.add(columns.values().stream().map(cells -> cells.get(row)).toList());
    }
    return lines;
  }

  private String cell(String where) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return "";
    }
    if (!token.isScalarValue()) {
      throw cannot("nested: " + where + " is an array or an object");
    }
    return parser.getText();
  }

  private IllegalArgumentException cannot(String was) {
    return new IllegalArgumentException(
        Messages.of(
            "Cannot read " + origin,
            "JSON",
            "be an array of flat objects, one a study, or an object of arrays, one a column",
            was,
            "Write one flat object a study."));
  }

  private static IllegalArgumentException broken(String origin, JsonProcessingException e) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    return new IllegalArgumentException(
        Messages.of(
            "Cannot read " + origin,
            "text",
            "be JSON",
            "broken" + (line > 0 ? " at line " + line : "") + " (" + e.getOriginalMessage() + ")",
            line > 0 ? "Check that line." : "Check the file."),
        e);
  }
}
