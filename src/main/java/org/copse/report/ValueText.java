package org.copse.report;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.copse.effect.Interval;

/** Any value as one short text: numbers rounded for the eye, what is missing as a dash. */
public final class ValueText {

  private static final int LONGEST = 120;
  private static final int PARTS = 6;
  private static final int DEPTH = 3;

  private ValueText() {}

  /**
   * The text of a value.
   *
   * @param value anything, null included
   * @return a text of one line
   */
  public static String of(Object value) {
    return shortened(text(value, 0));
  }

  private static String text(Object value, int depth) {
    if (value == null) {
      return Numbers.ABSENT;
    }
    if (isNumber(value)) {
      double number = number(value);
      return Double.isNaN(number) ? Numbers.ABSENT : ColumnNumbers.single(number);
    }
    if (value instanceof Interval i) {
      return "[" + text(i.lower(), depth) + "; " + text(i.upper(), depth) + "]";
    }
    if (value instanceof Optional<?> o) {
      return text(o.orElse(null), depth);
    }
    if (depth < DEPTH && value instanceof Collection<?> all) {
      return all.stream()
              .limit(PARTS)
              .map(v -> text(v, depth + 1))
              .collect(Collectors.joining(", "))
          + (all.size() > PARTS ? ", \u2026" : "");
    }
    if (depth < DEPTH && value instanceof Map<?, ?> map) {
      return text(
          map.entrySet().stream()
              .map(e -> e.getKey() + ": " + text(e.getValue(), depth + 1))
              .toList(),
          depth);
    }
    if (depth < DEPTH && value instanceof Record record && hasNoText(record)) {
      List<String> names = names(record);
      List<Object> parts = parts(record);
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        texts.add(names.get(i) + " " + text(parts.get(i), depth + 1));
      }
      return String.join(", ", texts);
    }
    return String.valueOf(value);
  }

  /** Whether a record says no more than its parts: one with a text of its own knows better. */
  private static boolean hasNoText(Record record) {
    return String.valueOf(record).startsWith(record.getClass().getSimpleName() + "[");
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "\u2026";
  }

  /** Whether a value is a number, or the place of one: null and an empty OptionalDouble are. */
  static boolean isNumber(Object value) {
    return value == null
        || value instanceof Number
        || value instanceof OptionalDouble
        || value instanceof OptionalInt
        || value instanceof OptionalLong;
  }

  /** The number of a value, NaN where it has none. */
  static double number(Object value) {
    if (value instanceof Number n) {
      return n.doubleValue();
    }
    if (value instanceof OptionalDouble o) {
      return o.orElse(Double.NaN);
    }
    if (value instanceof OptionalInt o) {
      return o.isPresent() ? o.getAsInt() : Double.NaN;
    }
    return value instanceof OptionalLong o && o.isPresent() ? o.getAsLong() : Double.NaN;
  }

  static List<String> names(Record record) {
    return Arrays.stream(record.getClass().getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
  }

  /** The parts of a record; those that cannot be read are missing. */
  static List<Object> parts(Record record) {
    List<Object> parts = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      parts.add(part(record, component.getAccessor()));
    }
    return parts;
  }

  private static Object part(Record record, Method accessor) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }
}
