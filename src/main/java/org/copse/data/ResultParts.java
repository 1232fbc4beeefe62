package org.copse.data;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.copse.convert.AbsoluteEffect;
import org.copse.convert.AttainableCounts;
import org.copse.convert.NumberNeeded;
import org.copse.convert.SkewnessTest;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.effect.Reported;
import org.copse.heterogeneity.GradedHeterogeneity;
import org.copse.survival.CoxCoefficient;
import org.copse.survival.HazardRatio;
import org.copse.survival.RestrictedMean;
import org.copse.survival.SurvivalDifference;

/**
 * The parts of a small result by name: its components, those of results within it with the name in
 * front, and what readers look for besides.
 */
final class ResultParts {

  private static final double LEVEL = 0.95;
  private static final String DISPLAYED = "displayed";

  private ResultParts() {}

  static Map<String, Object> of(Record result) {
    Map<String, Object> parts = new LinkedHashMap<>();
    if (result instanceof GradedHeterogeneity graded) {
      parts.put("i_squared_percent", graded.iSquared());
      parts.put("grade", graded.words());
      parts.put("scheme", graded.scheme().name());
      parts.put("source", graded.scheme().source());
      return parts;
    }
    for (RecordComponent component : result.getClass().getRecordComponents()) {
      put(parts, snake(component.getName()), component.getType(), value(component, result));
    }
    more(parts, result);
    return parts;
  }

  private static Object value(RecordComponent component, Record result) {
    try {
      return component.getAccessor().invoke(result);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "Cannot read a part of a result: %s of %s.".formatted(component, result), e);
    }
  }

  private static void put(Map<String, Object> parts, String name, Class<?> type, Object value) {
    if (value instanceof Interval interval) {
      interval(parts, interval);
    } else if (value instanceof Optional<?> o && name.equals("interval")) {
      Interval none = new Interval(Double.NaN, Double.NaN, LEVEL);
      interval(parts, o.map(Interval.class::cast).orElse(none));
    } else if (value instanceof Optional<?> o) {
      parts.put(name, o.map(ResultParts::text).orElse(""));
    } else if (value instanceof OptionalDouble o) {
      parts.put(name, o.orElse(Double.NaN));
    } else if (value instanceof OptionalInt o) {
      parts.put(name, o.isPresent() ? o.getAsInt() : Double.NaN);
    } else if (value instanceof Record within) {
      of(within)
          .forEach((part, v) -> parts.put(part.equals("value") ? name : name + "_" + part, v));
    } else if (value instanceof Number || value instanceof Boolean) {
      parts.put(name, value);
    } else {
      parts.put(name, text(value));
    }
  }

  private static void interval(Map<String, Object> parts, Interval interval) {
    parts.put("ci_low", interval.lower());
    parts.put("ci_high", interval.upper());
    parts.put("level", interval.level());
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(ResultParts::text).collect(Collectors.joining("; "))
        : value instanceof Measure measure ? measure.label() : String.valueOf(value);
  }

  /** Values that a result computes from its components. */
  private static void more(Map<String, Object> parts, Record result) {
    if (result instanceof NumberNeeded needed) {
      parts.put("number", needed.value().orElse(Double.NaN));
      parts.put("number_text", needed.estimateText());
      parts.put("interval_text", needed.intervalText());
    } else if (result instanceof Reported reported) {
      DoubleUnaryOperator shown =
          y -> reported.measure().map(m -> m.scale().backTransform(y, Double.NaN)).orElse(y);
      shown(parts, shown.applyAsDouble(reported.estimate()), reported.interval(LEVEL).map(shown));
    } else if (result instanceof AttainableCounts counts) {
      parts.put("attainable", !counts.isEmpty());
      parts.put("nearest", counts.nearest().value());
    } else if (result instanceof AbsoluteEffect effect) {
      parts.put("risk", effect.risk());
      parts.put("difference_per_1000", effect.differencePer1000());
    } else if (result instanceof SkewnessTest test) {
      parts.put("skewed", test.isSkewed());
    } else {
      survival(parts, result);
    }
  }

  private static void survival(Map<String, Object> parts, Record result) {
    if (result instanceof HazardRatio ratio) {
      shown(parts, ratio.estimate(), ratio.interval());
    } else if (result instanceof CoxCoefficient c) {
      shown(parts, c.hazardRatio(), c.interval());
      parts.put("z", c.z().orElse(Double.NaN));
      parts.put("p", c.p().orElse(Double.NaN));
    } else if (result instanceof SurvivalDifference difference) {
      interval(parts, difference.interval());
      parts.put("p", difference.p());
    } else if (result instanceof RestrictedMean mean) {
      interval(parts, mean.interval());
    }
  }

  private static void shown(Map<String, Object> parts, double estimate, Interval interval) {
    parts.put(DISPLAYED, estimate);
    interval(parts, interval);
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z])([A-Z0-9])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
