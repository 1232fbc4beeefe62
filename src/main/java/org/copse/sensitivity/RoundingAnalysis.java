package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.convert.Printed;
import org.copse.effect.Interval;
import org.copse.effect.Proportion;
import org.copse.effect.ProportionInterval;
import org.copse.numeric.LongRun;
import org.copse.numeric.SampleQuantiles;

/**
 * What a pooled result can be, given that its inputs are only known as printed. Everything is on
 * the reader's scale. Immutable.
 */
public final class RoundingAnalysis {

  private static final double LEVEL = 0.95;

  private final PrintedEffects printed;
  private final SetPooling pooling;
  private final InputSets sets;
  private final boolean exhaustive;
  private final long seed;
  private final double[][] values;
  private final Map<RoundingQuantity, RoundingRange> ranges = new EnumMap<>(RoundingQuantity.class);

  RoundingAnalysis(PrintedEffects printed, SetPooling pooling, int draws, long seed, int threads) {
    this.printed = printed;
    this.pooling = pooling;
    this.exhaustive = printed.combinations() <= draws;
    this.sets =
        exhaustive ? InputSets.combinations(printed) : InputSets.draws(printed, draws, seed);
    this.seed = seed;
    EnumSet<RoundingQuantity> wanted = pooling.quantities(printed.asPrinted());
    this.values = pooling.pool(printed, sets, wanted, threads);
    double[][] point =
        pooling.pool(printed, InputSets.of(List.of(printed.flat(PrintedInput::value))), wanted, 1);
    RoundingBounds bounds = new RoundingBounds(printed, pooling, sets, exhaustive, seed);
    List<RoundingQuantity> order = List.copyOf(wanted);
    RoundingRange[] found = new RoundingRange[order.size()];
    LongRun.each(
        "ranges", found.length, threads > 1, i -> found[i] = range(order.get(i), point, bounds));
    Arrays.stream(found).forEach(r -> ranges.put(r.quantity(), r));
  }

  private RoundingRange range(RoundingQuantity quantity, double[][] point, RoundingBounds bounds) {
    double[] drawn = values[quantity.ordinal()];
    double[] usable = Arrays.stream(drawn).filter(v -> !Double.isNaN(v)).toArray();
    double[] ends = bounds.of(quantity, drawn);
    double tail = (1 - LEVEL) / 2;
    SampleQuantiles quantiles = usable.length == 0 ? null : new SampleQuantiles(usable);
    return new RoundingRange(
        quantity,
        point[quantity.ordinal()][0],
        ends[0],
        ends[1],
        bounds.method(quantity),
        quantiles == null ? Double.NaN : quantiles.at(0.5),
        quantiles == null ? Double.NaN : quantiles.at(tail),
        quantiles == null ? Double.NaN : quantiles.at(1 - tail));
  }

  /**
   * The effects as printed.
   *
   * @return the effects
   */
  public PrintedEffects printed() {
    return printed;
  }

  /**
   * Where each pooled quantity can lie.
   *
   * @return one range a quantity that the model gives
   */
  public List<RoundingRange> ranges() {
    return List.copyOf(ranges.values());
  }

  /**
   * Where one pooled quantity can lie.
   *
   * @param quantity for example {@code RoundingQuantity.ESTIMATE}
   * @return its range
   * @throws IllegalArgumentException when the model does not give it
   */
  public RoundingRange range(RoundingQuantity quantity) {
    RoundingRange range = ranges.get(quantity);
    if (range == null) {
      throw new IllegalArgumentException(
          "Cannot give a range: quantity must be one of %s, was %s. Choose another model, or leave it out."
              .formatted(ranges.keySet(), quantity));
    }
    return range;
  }

  /**
   * One pooled quantity of every draw.
   *
   * @param quantity for example {@code RoundingQuantity.ESTIMATE}
   * @return a copy, one value a draw, NaN where not estimable
   * @throws IllegalArgumentException when the model does not give it
   */
  public double[] draws(RoundingQuantity quantity) {
    range(quantity);
    return values[quantity.ordinal()].clone();
  }

  /**
   * Number of draws, or of combinations where every one was pooled.
   *
   * @return how many
   */
  public int size() {
    return sets.size();
  }

  /**
   * Whether every combination of counts was pooled once, so that bounds and shares are exact.
   *
   * @return false where they are draws
   */
  public boolean isExhaustive() {
    return exhaustive;
  }

  /**
   * The seed of the draws.
   *
   * @return the seed
   */
  public long seed() {
    return seed;
  }

  /**
   * Whether a published result can come from the printed numbers.
   *
   * @param published its figures
   * @return the answer, with the share of draws that give it and a witness
   * @throws IllegalArgumentException when a figure is one that the model does not give
   */
  public Reachability reaches(Published published) {
    Map<RoundingQuantity, Double> shares = new EnumMap<>(RoundingQuantity.class);
    boolean[] agree = new boolean[size()];
    Arrays.fill(agree, true);
    published.figures().forEach((q, figure) -> shares.put(q, share(q, figure, agree)));
    int agreeing = 0;
    int first = -1;
    for (int i = size() - 1; i >= 0; i--) {
      if (agree[i]) {
        agreeing++;
        first = i;
      }
    }
    Interval interval =
        exhaustive
            ? new Interval((double) agreeing / size(), (double) agreeing / size(), LEVEL)
            : ProportionInterval.CLOPPER_PEARSON.of(new Proportion(agreeing, size()), LEVEL);
    int width = printed.numbers();
    double[] inputs = first < 0 ? null : sets.inputs(first, width);
    String beyond = beyond(published);
    String how = exhaustive ? "All combinations of counts were pooled." : "A draw gives it.";
    if (inputs == null && !beyond.isEmpty()) {
      how = beyond;
    } else if (inputs == null) {
      inputs = exhaustive ? null : searched(published);
      how =
          exhaustive
              ? "No combination of counts gives it."
              : inputs == null
                  ? "Neither a draw nor a search from %s starts gives it."
                      .formatted(RoundingBounds.STARTS)
                  : "No draw gives it, but a search found inputs that do.";
    }
    RoundingWitness witness = inputs == null ? null : witness(published, inputs);
    return new Reachability(
        published,
        witness != null
            ? Reachability.Verdict.REACHABLE
            : exhaustive || !beyond.isEmpty()
                ? Reachability.Verdict.UNREACHABLE
                : Reachability.Verdict.NOT_FOUND,
        agreeing,
        size(),
        interval,
        shares,
        witness,
        how);
  }

  private double share(RoundingQuantity quantity, Printed figure, boolean[] agree) {
    range(quantity);
    double[] drawn = values[quantity.ordinal()];
    int covered = 0;
    for (int i = 0; i < drawn.length; i++) {
      boolean covers = figure.covers(drawn[i]);
      covered += covers ? 1 : 0;
      agree[i] &= covers;
    }
    return (double) covered / drawn.length;
  }

  /** Says which figure lies beyond exact bounds, empty where none does. */
  private String beyond(Published published) {
    List<String> beyond = new ArrayList<>();
    published
        .figures()
        .forEach(
            (quantity, figure) -> {
              RoundingRange range = range(quantity);
              boolean outside =
                  figure.upper() < range.lower() && !figure.covers(range.lower())
                      || figure.lower() > range.upper() && !figure.covers(range.upper());
              if (range.how().isExact() && outside) {
                beyond.add(
                    String.format(
                        Locale.ROOT,
                        "%s %s lies beyond its exact bounds %.5g to %.5g",
                        quantity.label(),
                        published.text(quantity),
                        range.lower(),
                        range.upper()));
              }
            });
    return beyond.isEmpty() ? "" : String.join("; ", beyond) + ".";
  }

  /** Inputs that bring all figures within their print, null where a search finds none. */
  private double[] searched(Published published) {
    RoundingSearch search = new RoundingSearch(printed, pooling);
    List<double[]> starts = new ArrayList<>();
    starts.add(printed.flat(PrintedInput::value));
    int width = printed.numbers();
    IntStream.range(0, size())
        .boxed()
        .sorted(
            (i, j) -> Double.compare(missed(published, values, i), missed(published, values, j)))
        .limit(2)
        .forEach(i -> starts.add(sets.inputs(i, width)));
    starts.addAll(search.corners(RoundingBounds.STARTS - starts.size(), seed));
    RoundingSearch.Found found =
        search.best(
            starts, published.figures().keySet(), (pooled, i) -> -missed(published, pooled, i));
    return found.value() == 0 ? found.inputs() : null;
  }

  /** By how many halves of a unit the figures are missed in all; 0 where each is covered. */
  private static double missed(Published published, double[][] pooled, int set) {
    double missed = 0;
    for (Map.Entry<RoundingQuantity, Printed> entry : published.figures().entrySet()) {
      double value = pooled[entry.getKey().ordinal()][set];
      Printed figure = entry.getValue();
      if (!figure.covers(value)) {
        double away = Math.abs(value - figure.value()) - figure.halfUnit();
        missed += Double.isNaN(value) ? Double.MAX_VALUE / 100 : away / figure.halfUnit();
      }
    }
    return missed;
  }

  private RoundingWitness witness(Published published, double[] inputs) {
    double[][] pooled =
        pooling.pool(printed, InputSets.of(List.of(inputs)), published.figures().keySet(), 1);
    Map<RoundingQuantity, Double> values = new EnumMap<>(RoundingQuantity.class);
    published.figures().keySet().forEach(q -> values.put(q, pooled[q.ordinal()][0]));
    return new RoundingWitness(printed, inputs, values);
  }

  /**
   * Model, draws and bounds in a sentence each.
   *
   * @return the sentences
   */
  public List<String> methods() {
    List<String> methods = new ArrayList<>(pooling.methods(printed.asPrinted()));
    methods.add(
        exhaustive
            ? String.format(
                Locale.ROOT,
                "All %,d combinations of the counts that print so were pooled.",
                size())
            : String.format(
                Locale.ROOT,
                "%,d draws with seed %s: each printed number independently uniform within half a unit of its last digit, each count of a percentage equally likely.",
                size(),
                seed));
    methods.add(
        "Estimate and standard error are taken from the drawn numbers as the pooling takes them; an interval need not be symmetric before rounding.");
    if (ranges.values().stream().anyMatch(r -> !r.how().isExact())) {
      methods.add(
          "Bounds by search: coordinate search from %s starts (as printed, the best draws, corners drawn with seed %s); inputs within rounding attain them, the true bounds may lie a little beyond."
              .formatted(RoundingBounds.STARTS, seed));
    }
    return List.copyOf(methods);
  }

  /**
   * What a reader must know of the data.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(printed.notes());
    long lost = Arrays.stream(values[0]).filter(Double::isNaN).count();
    if (lost > 0) {
      notes.add("%s of %s draws have no study with an estimable effect.".formatted(lost, size()));
    }
    return notes;
  }

  @Override
  public String toString() {
    RoundingRange e = range(RoundingQuantity.ESTIMATE);
    return String.format(
        Locale.ROOT,
        "%s as printed %.4g, within rounding of its inputs %.4g to %.4g, k = %s",
        printed.measure().label(),
        e.asPrinted(),
        e.lower(),
        e.upper(),
        printed.size());
  }
}
