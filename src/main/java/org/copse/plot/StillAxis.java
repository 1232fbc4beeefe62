package org.copse.plot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One axis of a still picture: what kind of values it holds, and how far they reach. */
final class StillAxis {

  /** What lies along an axis. */
  enum Kind {
    NUMBERS,
    LOG,
    DATES,
    NAMES
  }

  private static final double PAD = 0.05;
  private static final double LONGEST = 200;
  private static final double LINE = 15;

  private final JsonNode layout;
  private final Kind kind;
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private double base = Double.NaN;

  /**
   * @param layout the figure's settings of this axis
   * @param values all that lies along it, each an array
   */
  StillAxis(JsonNode layout, List<JsonNode> values) {
    this.layout = layout;
    this.kind = kind(layout.path("type").asText(), values);
    if (kind == Kind.NAMES) {
      values.forEach(array -> array.forEach(this::name));
      order(layout.path("categoryorder").asText());
    }
  }

  private static Kind kind(String type, List<JsonNode> values) {
    return switch (type) {
      case "linear" -> Kind.NUMBERS;
      case "log" -> Kind.LOG;
      case "date" -> Kind.DATES;
      case "category" -> Kind.NAMES;
      default -> guessed(values);
    };
  }

  private static Kind guessed(List<JsonNode> values) {
    boolean text = false;
    boolean dates = true;
    for (JsonNode array : values) {
      for (JsonNode value : array) {
        text |= value.isTextual();
        dates &= value.isNull() || StillDates.is(value.asText());
      }
    }
    return !text ? Kind.NUMBERS : dates ? Kind.DATES : Kind.NAMES;
  }

  private int name(JsonNode value) {
    return value.isNull() ? -1 : names.computeIfAbsent(StillText.of(value), n -> names.size());
  }

  private void order(String wanted) {
    if (wanted.startsWith("category")) {
      Comparator<String> order = Comparator.naturalOrder();
      List<String> sorted = new ArrayList<>(names.keySet());
      sorted.sort(wanted.endsWith("descending") ? order.reversed() : order);
      names.clear();
      sorted.forEach(name -> names.put(name, names.size()));
    }
  }

  Kind kind() {
    return kind;
  }

  boolean isLog() {
    return kind == Kind.LOG;
  }

  /** Where a value lies; NaN for one that lies nowhere. */
  double of(JsonNode value) {
    return switch (kind) {
      case NAMES -> value.isNull() || value.isMissingNode() ? Double.NaN : name(value);
      case DATES -> StillDates.seconds(value.asText());
      case LOG -> value.asDouble() > 0 ? value.asDouble() : Double.NaN;
      case NUMBERS -> value.isNumber() ? value.asDouble() : Double.NaN;
    };
  }

  void include(double value) {
    if (Double.isFinite(value)) {
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
  }

  /** Where bars and areas begin: the axis reaches it, and not beyond. */
  void base(double value) {
    base = value;
    include(value);
  }

  /**
   * The axis for a chart; room is the pixels along it, across whether labels stand side by side.
   */
  PlotAxis axis(double room, boolean across, String fallbackLabel) {
    double[] range = range();
    String label = StillText.of(layout.at("/title/text"));
    boolean visible = layout.path("visible").asBoolean(true);
    List<AxisTick> ticks =
        visible
            ? ticks(range[0], range[1], room).stream()
                .filter(t -> range[0] <= t.value() && t.value() <= range[1])
                .map(
                    t ->
                        new AxisTick(
                            t.value(), across ? StillText.cut(t.label(), LONGEST) : t.label()))
                .toList()
            : List.of();
    String shown = label.isBlank() ? fallbackLabel : label;
    return new PlotAxis(shown, isLog(), range[0], range[1], reversed(), ticks);
  }

  private boolean reversed() {
    JsonNode range = range(layout);
    boolean turned = range != null && place(range.get(0)) > place(range.get(1));
    return turned || layout.path("autorange").asText().equals("reversed");
  }

  private static JsonNode range(JsonNode layout) {
    JsonNode range = layout.path("range");
    return range.size() == 2 && !layout.path("autorange").asText().equals("true") ? range : null;
  }

  /** A limit as the figure states it: of logarithmic axes the exponent. */
  private double place(JsonNode limit) {
    return switch (kind) {
      case LOG -> Math.pow(10, limit.asDouble());
      case DATES -> StillDates.seconds(limit.asText());
      case NAMES, NUMBERS -> limit.asDouble();
    };
  }

  private double[] range() {
    JsonNode given = range(layout);
    if (given != null) {
      double from = place(given.get(0));
      double to = place(given.get(1));
      if (from != to && Double.isFinite(from) && Double.isFinite(to)) {
        return new double[] {Math.min(from, to), Math.max(from, to)};
      }
    }
    if (kind == Kind.NAMES) {
      return new double[] {-0.5, Math.max(1, names.size()) - 0.5};
    }
    return isLog() ? logRange() : padded(layout.path("rangemode").asText());
  }

  private double[] logRange() {
    if (!(min <= max)) {
      return new double[] {0.1, 10};
    }
    double pad = Math.max(0.02, PAD * Math.log10(max / min));
    return new double[] {
      Math.max(Double.MIN_NORMAL, min * Math.pow(10, -pad)),
      Math.min(Double.MAX_VALUE, max * Math.pow(10, pad))
    };
  }

  private double[] padded(String mode) {
    if (!(min <= max)) {
      return new double[] {0, 1};
    }
    double low = mode.isEmpty() || mode.equals("normal") ? min : Math.min(0, min);
    double high = mode.equals("tozero") ? Math.max(0, max) : max;
    if (low == high) {
      double half = low == 0 || kind == Kind.DATES ? 1 : Math.abs(low) / 10;
      return new double[] {low - half, high + half};
    }
    double pad = PAD * (high - low);
    return new double[] {low == base ? low : low - pad, high == base ? high : high + pad};
  }

  private List<AxisTick> ticks(double low, double high, double room) {
    JsonNode values = layout.path("tickvals");
    if (values.isArray() && !values.isEmpty()) {
      return given(values, layout.path("ticktext"));
    }
    return switch (kind) {
      case NUMBERS, LOG -> Ticks.of(isLog(), low, high);
      case DATES -> StillDates.ticks(low, high);
      case NAMES -> nameTicks(room);
    };
  }

  private List<AxisTick> given(JsonNode values, JsonNode texts) {
    List<AxisTick> ticks = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      double value = of(values.get(i));
      if (Double.isFinite(value)) {
        String label = texts.has(i) ? StillText.of(texts.get(i)) : StillText.of(values.get(i));
        ticks.add(new AxisTick(value, label));
      }
    }
    ticks.sort(Comparator.comparingDouble(AxisTick::value));
    return ticks;
  }

  /** As many names as have room: every second, every third. */
  private List<AxisTick> nameTicks(double room) {
    int step = everyNth(room);
    List<AxisTick> ticks = new ArrayList<>();
    names.forEach(
        (name, i) -> {
          if (i % step == 0) {
            ticks.add(new AxisTick(i, name));
          }
        });
    return ticks;
  }

  /** Of how many names one is written. */
  int everyNth(double room) {
    return kind == Kind.NAMES ? (int) Math.max(1, Math.ceil(names.size() * LINE / room)) : 1;
  }

  int nameCount() {
    return names.size();
  }

  /** Width of what belongs to one position: least distance between two. */
  double step(List<JsonNode> values) {
    if (kind == Kind.NAMES) {
      return 1;
    }
    double[] all =
        values.stream()
            .flatMapToDouble(array -> StillText.stream(array).mapToDouble(this::of))
            .filter(Double::isFinite)
            .distinct()
            .sorted()
            .toArray();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < all.length; i++) {
      least = Math.min(least, all[i] - all[i - 1]);
    }
    return Double.isInfinite(least) ? kind == Kind.DATES ? 86_400 : 1 : least;
  }
}
