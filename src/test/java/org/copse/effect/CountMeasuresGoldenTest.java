package org.copse.effect;

import static org.copse.Golden.CLOSED;
import static org.copse.Golden.assertClose;
import static org.copse.Golden.doubles;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.copse.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every measure of counts under every rule for zero cells, against metafor and R meta. */
class CountMeasuresGoldenTest {

  /** Of the integral and root that make a tetrachoric correlation, here and in R. */
  private static final double TETRACHORIC = 1e-10;

  private static final Map<String, ZeroCells> RULES =
      Map.of(
          "only0", ZeroCells.DEFAULT.withDoubleZero(),
          "all", ZeroCells.ALL.withDoubleZero(),
          "if0all", ZeroCells.ALL_IF_ANY.withDoubleZero(),
          "none", ZeroCells.NONE.withDoubleZero());

  private static final Map<String, BinaryMeasure> BINARY =
      Map.ofEntries(
          Map.entry("RR", BinaryMeasure.RISK_RATIO),
          Map.entry("OR", BinaryMeasure.ODDS_RATIO),
          Map.entry("RD", BinaryMeasure.RISK_DIFFERENCE),
          Map.entry("AS", BinaryMeasure.ARCSINE_DIFFERENCE),
          Map.entry("YUQ", BinaryMeasure.YULES_Q),
          Map.entry("YUY", BinaryMeasure.YULES_Y),
          Map.entry("PHI", BinaryMeasure.PHI_COEFFICIENT),
          Map.entry("RTET", BinaryMeasure.TETRACHORIC_CORRELATION),
          Map.entry("PBIT", BinaryMeasure.PROBIT_DIFFERENCE),
          Map.entry("OR2DN", BinaryMeasure.ODDS_RATIO_TO_SMD_NORMAL),
          Map.entry("OR2DL", BinaryMeasure.ODDS_RATIO_TO_SMD_LOGISTIC));

  private static final Map<String, MatchedPairsMeasure> MATCHED =
      Map.of(
          "MPORC", MatchedPairsMeasure.CONDITIONAL_ODDS_RATIO,
          "MPPETO", MatchedPairsMeasure.CONDITIONAL_PETO_ODDS_RATIO,
          "MPOR", MatchedPairsMeasure.MARGINAL_ODDS_RATIO,
          "MPORM", MatchedPairsMeasure.MARGINAL_ODDS_RATIO,
          "MPRR", MatchedPairsMeasure.MARGINAL_RISK_RATIO,
          "MPRD", MatchedPairsMeasure.MARGINAL_RISK_DIFFERENCE);

  private static final Map<String, ProportionMeasure> PROPORTIONS =
      Map.of(
          "PR", ProportionMeasure.RAW_PROPORTION,
          "PLN", ProportionMeasure.LOG_PROPORTION,
          "PLO", ProportionMeasure.LOGIT_PROPORTION,
          "PRZ", ProportionMeasure.PROBIT_PROPORTION,
          "PAS", ProportionMeasure.ARCSINE_PROPORTION,
          "PFT", ProportionMeasure.FREEMAN_TUKEY_PROPORTION);

  private static final Map<String, RateMeasure> RATES =
      Map.of(
          "IRR", RateMeasure.INCIDENCE_RATE_RATIO,
          "IRD", RateMeasure.INCIDENCE_RATE_DIFFERENCE,
          "IRSD", RateMeasure.SQUARE_ROOT_RATE_DIFFERENCE);

  private static final Map<String, SingleRateMeasure> SINGLE =
      Map.of(
          "IR", SingleRateMeasure.RAW_RATE,
          "IRLN", SingleRateMeasure.LOG_RATE,
          "IRS", SingleRateMeasure.SQRT_RATE,
          "IRFT", SingleRateMeasure.FREEMAN_TUKEY_RATE);

  static Stream<Arguments> twoArm() {
    return cases("twoArm");
  }

  static Stream<Arguments> matched() {
    return cases("matched");
  }

  static Stream<Arguments> margins() {
    return cases("margins");
  }

  static Stream<Arguments> proportion() {
    return cases("proportion");
  }

  static Stream<Arguments> rate() {
    return cases("rate");
  }

  private static Stream<Arguments> cases(String kind) {
    return Golden.cases("measures_counts")
        .filter(c -> c.get("kind").asText().equals(kind))
        .map(c -> Arguments.of(c.get("name").asText(), c));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("twoArm")
  void twoArmCounts(String name, JsonNode c) {
    List<TwoByTwo> counts =
        rows(c, "abcd", x -> new TwoByTwo(x[0], x[0] + x[1], x[2], x[2] + x[3]));
    compare(
        name,
        c.get("effects"),
        measure -> BinaryEffects.of(BINARY.get(measure), studies(c), counts)::zeroCells);
    c.get("dropped")
        .properties()
        .forEach(
            e ->
                check(
                    name + " dropped " + e.getKey(),
                    e.getValue(),
                    BinaryEffects.of(BINARY.get(e.getKey()), studies(c), counts),
                    CLOSED));
    c.get("treatmentArm")
        .properties()
        .forEach(e -> treatmentArm(name, c, counts, e.getKey(), e.getValue()));
  }

  /** R meta corrects a risk ratio for zero events only, and an all-event study not at all. */
  private static void treatmentArm(
      String name, JsonNode c, List<TwoByTwo> counts, String measure, JsonNode expected) {
    BinaryEffects effects =
        BinaryEffects.of(BINARY.get(measure), studies(c), counts)
            .zeroCells(ZeroCells.TREATMENT_ARM.withDoubleZero());
    double[] y = doubles(expected.get("yi"));
    double[] v = doubles(expected.get("vi"));
    for (int i = 0; i < y.length; i++) {
      TwoByTwo t = counts.get(i);
      boolean allEvents = t.nonEvents1() == 0 || t.nonEvents2() == 0;
      if (!allEvents) {
        String what = name + " treatment arm " + measure + " " + i;
        assertClose(what, y[i], effects.estimate(i), CLOSED, 1);
        assertClose(what + " v", v[i], effects.variance(i), CLOSED, 0);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("matched")
  void matchedPairs(String name, JsonNode c) {
    List<MatchedPairs> pairs = rows(c, "abcd", x -> new MatchedPairs(x[0], x[1], x[2], x[3]));
    compare(
        name,
        c.get("effects"),
        measure -> MatchedPairsEffects.of(MATCHED.get(measure), studies(c), pairs)::zeroCells);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("margins")
  void marginsWithCorrelations(String name, JsonNode c) {
    double[][] columns = {
      doubles(c.get("x1")), doubles(c.get("x2")), doubles(c.get("n")), doubles(c.get("r"))
    };
    List<MatchedMargins> margins =
        IntStream.range(0, columns[0].length)
            .mapToObj(
                i -> new MatchedMargins(columns[0][i], columns[1][i], columns[2][i], columns[3][i]))
            .toList();
    Studies studies = named(margins.size());
    compare(
        name,
        c.get("effects"),
        m -> MatchedPairsEffects.ofMargins(MATCHED.get(m), studies, margins)::zeroCells);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("proportion")
  void proportions(String name, JsonNode c) {
    List<Proportion> data = rows(c, "xn", x -> new Proportion(x[0], x[1]));
    compare(
        name,
        c.get("effects"),
        m -> ProportionEffects.of(PROPORTIONS.get(m), named(data.size()), data)::zeroCells);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rate")
  void rates(String name, JsonNode c) {
    double[] x1 = doubles(c.get("x1"));
    double[] t1 = doubles(c.get("t1"));
    double[] x2 = doubles(c.get("x2"));
    double[] t2 = doubles(c.get("t2"));
    List<TwoRates> two = list(x1.length, i -> new TwoRates(x1[i], t1[i], x2[i], t2[i]));
    List<Rate> one = list(x1.length, i -> new Rate(x1[i], t1[i]));
    Studies studies = named(x1.length);
    compare(name, c.get("effects"), m -> RateEffects.of(RATES.get(m), studies, two)::zeroCells);
    compare(
        name, c.get("single"), m -> SingleRateEffects.of(SINGLE.get(m), studies, one)::zeroCells);
  }

  private static void compare(
      String name, JsonNode expected, Function<String, Function<ZeroCells, Effects>> measures) {
    assertTrue(expected.size() > 0);
    expected
        .properties()
        .forEach(
            m ->
                m.getValue()
                    .properties()
                    .forEach(
                        rule -> {
                          String what = name + " " + m.getKey() + " " + rule.getKey();
                          Effects effects =
                              measures.apply(m.getKey()).apply(RULES.get(rule.getKey()));
                          boolean solved = m.getKey().equals("RTET");
                          check(what, rule.getValue(), effects, solved ? TETRACHORIC : CLOSED);
                        }));
  }

  private static void check(String what, JsonNode expected, Effects effects, double tolerance) {
    double[] y = doubles(expected.get("yi"));
    double[] v = doubles(expected.get("vi"));
    assertEquals(y.length, effects.size());
    for (int i = 0; i < y.length; i++) {
      assertClose(what + " y" + i, y[i], effects.estimate(i), tolerance, 1);
      assertClose(what + " v" + i, v[i], effects.variance(i), tolerance, 0);
    }
    if (expected.has("metaforEstimate")) {
      double[] metafor = doubles(expected.get("metaforEstimate"));
      for (int i = 0; i < metafor.length; i++) {
        assertClose(what + " metafor " + i, metafor[i], effects.estimate(i), 1e-3, 1e10);
      }
    }
  }

  private static <T> List<T> rows(JsonNode c, String columns, Function<double[], T> row) {
    double[][] values =
        columns
            .chars()
            .mapToObj(name -> doubles(c.get(Character.toString(name))))
            .toArray(double[][]::new);
    return list(
        values[0].length,
        i -> row.apply(Stream.of(values).mapToDouble(column -> column[i]).toArray()));
  }

  private static <T> List<T> list(int size, IntFunction<T> row) {
    return IntStream.range(0, size).mapToObj(row).toList();
  }

  private static Studies studies(JsonNode c) {
    return named(c.get("a").size());
  }

  private static Studies named(int k) {
    return Studies.of(IntStream.range(0, k).mapToObj(i -> "S" + i).toList());
  }
}
