package org.copse.notebook;

import java.lang.reflect.Array;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.stream.BaseStream;
import java.util.stream.IntStream;
import org.copse.convert.Converted;
import org.copse.report.ConversionReport;
import org.copse.report.Numbers;
import org.copse.report.ReportTable;
import org.copse.report.ValueText;
import org.copse.report.ValuesView;

/**
 * What has no display of its own: arrays, collections, maps, optionals and records show their
 * parts; streams and iterators are named, not read; all else is its text.
 */
final class ValueBundle {

  private static final int DEPTH = 4;

  private ValueBundle() {}

  static Map<String, Object> of(Object value) {
    return of(value, 0);
  }

  static Map<String, Object> of(Object value, int depth) {
    if (value instanceof Optional<?> o) {
      return o.isPresent()
          ? Displays.bundle(o.get(), depth + 1)
          : text("Nothing here (Optional.empty)");
    }
    if (value instanceof OptionalDouble
        || value instanceof OptionalInt
        || value instanceof OptionalLong) {
      return optional(value);
    }
    if (value instanceof BaseStream<?, ?>) {
      return text(
          "A stream, not read here: showing it would use it up. End the cell with .toList() to see its values.");
    }
    if (value instanceof Iterator<?> || value instanceof Spliterator<?>) {
      return text("An iterator, not read here: showing it would use it up.");
    }
    if (value != null && value.getClass().isArray()) {
      return list(value.getClass().getComponentType().getSimpleName() + "[]", asList(value), depth);
    }
    if (value instanceof Collection<?> all) {
      return list(all instanceof List<?> ? "List" : "Collection", new ArrayList<>(all), depth);
    }
    if (value instanceof Map<?, ?> map) {
      return map(map, depth);
    }
    return value instanceof Record one
        ? table(ValuesView.record(one))
        : text(Unfinished.text(value).orElseGet(() -> String.valueOf(value)));
  }

  private static Map<String, Object> text(String text) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put(Mime.PLAIN, text);
    return plain;
  }

  private static Map<String, Object> optional(Object number) {
    String shown = ValueText.of(number);
    return text(shown.equals(Numbers.ABSENT) ? "Nothing here (empty)" : shown);
  }

  private static Map<String, Object> table(ReportTable table) {
    return TableBundle.of(List.of(table));
  }

  private static List<?> asList(Object array) {
    return new AbstractList<>() {
      @Override
      public Object get(int index) {
        return Array.get(array, index);
      }

      @Override
      public int size() {
        return Array.getLength(array);
      }
    };
  }

  private static Map<String, Object> list(String type, List<?> values, int depth) {
    String caption = "%s of %s".formatted(type, values.size());
    if (values.isEmpty()) {
      return text(type + ", empty");
    }
    if (values.stream().allMatch(Converted.class::isInstance)) {
      return table(ConversionReport.of(values.stream().map(Converted.class::cast).toList()));
    }
    if (depth < DEPTH && values.stream().anyMatch(v -> Displays.hasOwn(v, DEPTH - depth))) {
      List<String> names = IntStream.range(0, values.size()).mapToObj(i -> "[" + i + "]").toList();
      return StackBundle.of(names, values, depth);
    }
    if (values.stream().allMatch(ValueBundle::isRow)) {
      return table(ValuesView.matrix(caption, values.stream().map(ValueBundle::row).toList()));
    }
    if (isOneRecord(values)) {
      return table(ValuesView.records(caption, values.stream().map(Record.class::cast).toList()));
    }
    return table(ValuesView.list(caption, values));
  }

  private static boolean isRow(Object value) {
    return value instanceof List<?> || value != null && value.getClass().isArray();
  }

  private static List<?> row(Object value) {
    return value instanceof List<?> list ? list : asList(value);
  }

  private static boolean isOneRecord(List<?> values) {
    return values.get(0) instanceof Record first
        && values.stream().allMatch(v -> v != null && v.getClass() == first.getClass());
  }

  private static Map<String, Object> map(Map<?, ?> map, int depth) {
    if (map.isEmpty()) {
      return text("Map, empty");
    }
    if (depth < DEPTH && map.values().stream().anyMatch(v -> Displays.hasOwn(v, DEPTH - depth))) {
      List<String> names = map.keySet().stream().map(ValueText::of).toList();
      return StackBundle.of(names, new ArrayList<>(map.values()), depth);
    }
    return table(ValuesView.map("Map of " + map.size(), map));
  }
}
