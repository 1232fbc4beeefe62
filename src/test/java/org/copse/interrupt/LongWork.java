package org.copse.interrupt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.copse.batch.Batch;
import org.copse.batch.BatchSources;
import org.copse.bayes.BayesianRandomEffects;
import org.copse.bias.PCurve;
import org.copse.bias.TrimAndFill;
import org.copse.data.Trials;
import org.copse.descriptive.ContingencyTest;
import org.copse.descriptive.RankTest;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.heterogeneity.NagashimaBootstrap;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.heterogeneity.Tau2IntervalMethod;
import org.copse.model.BetaBinomial;
import org.copse.model.ConfidenceMethod;
import org.copse.model.ExactOddsRatio;
import org.copse.model.Fit;
import org.copse.model.Glmm;
import org.copse.model.GlmmModel;
import org.copse.model.HenmiCopas;
import org.copse.model.MetaRegression;
import org.copse.model.PenalisedLogistic;
import org.copse.model.PlainEffects;
import org.copse.model.RandomEffects;
import org.copse.model.Subgroups;
import org.copse.sensitivity.Gosh;
import org.copse.sensitivity.Influence;
import org.copse.sensitivity.LeaveOneOut;
import org.copse.sensitivity.SpecificationCurve;
import org.copse.survival.CoxRegression;
import org.copse.survival.CoxTies;
import org.copse.survival.SurvivalColumns;
import org.copse.survival.SurvivalData;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Work of each kind, each piece of it longer than anybody waits, over and over. */
final class LongWork {

  private LongWork() {}

  interface Work {
    void run();
  }

  static double[] y(int k, long seed) {
    SplittableRandom r = new SplittableRandom(seed);
    return r.doubles(k).map(x -> 0.5 + (x - 0.5) * 2).toArray();
  }

  static double[] v(int k, long seed) {
    return new SplittableRandom(seed).doubles(k).map(x -> 0.01 + x * 0.3).toArray();
  }

  static Effects plain(int k) {
    return PlainEffects.of(y(k, 1), v(k, 2));
  }

  static BinaryEffects binary(int k, int n) {
    SplittableRandom r = new SplittableRandom(3);
    List<String> labels = new ArrayList<>();
    List<TwoByTwo> counts = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      labels.add("s" + i);
      int a = 1 + r.nextInt(n / 3);
      int c = 1 + r.nextInt(n / 2);
      counts.add(new TwoByTwo(a, n, c, n));
    }
    return BinaryEffects.of(BinaryMeasure.ODDS_RATIO, Studies.of(labels), counts);
  }

  static SurvivalData patients(int n, int covariates, int distinct) {
    SplittableRandom r = new SplittableRandom(5);
    SurvivalColumns columns =
        SurvivalData.columns()
            .times("t", r.doubles(n).map(x -> 1 + Math.floor(x * distinct)).toArray())
            .events("e", r.doubles(n).map(x -> x < 0.7 ? 1 : 0).toArray());
    for (int c = 0; c < covariates; c++) {
      columns = columns.covariate("x" + c, r.doubles(n).toArray());
    }
    return columns.check();
  }

  static Table table(int rows) {
    SplittableRandom r = new SplittableRandom(7);
    String[] study = new String[rows];
    double[] a = new double[rows];
    double[] c = new double[rows];
    double[] n = new double[rows];
    for (int i = 0; i < rows; i++) {
      study[i] = "study " + i;
      a[i] = r.nextInt(50);
      c[i] = r.nextInt(50);
      n[i] = 100;
    }
    return Table.create(
        StringColumn.create("study", study),
        DoubleColumn.create("a", a),
        DoubleColumn.create("n1", n),
        DoubleColumn.create("c", c),
        DoubleColumn.create("n2", n));
  }

  private static Effects grouped(int k) {
    List<String> labels = new ArrayList<>();
    List<String> group = new ArrayList<>();
    double[] x = y(k, 8);
    for (int i = 0; i < k; i++) {
      labels.add("s" + i);
      group.add("g" + i / 3);
    }
    double[] y = y(k, 1);
    double[] v = v(k, 2);
    List<org.copse.effect.Reported> data = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      data.add(new org.copse.effect.Reported(y[i], Math.sqrt(v[i]), "IDENTITY"));
    }
    return org.copse.effect.ReportedEffects.of(
        org.copse.effect.ReportedMeasure.GENERIC_DIFFERENCE,
        Studies.of(labels)
            .withModerator("g", Moderator.of(group))
            .withModerator("x", Moderator.of(x)),
        data);
  }

  /** What each kind of work is, and how it says what it counts; inputs are made beforehand. */
  static Map<String, Supplier<Work>> all() {
    Map<String, Supplier<Work>> m = new LinkedHashMap<>();
    fits(m);
    models(m);
    counts(m);
    others(m);
    return m;
  }

  private static <T> Supplier<Work> on(Supplier<T> input, Function<T, Object> work) {
    return () -> {
      T made = input.get();
      return () -> {
        while (true) { // a fast machine would be done before the interrupt
          work.apply(made);
        }
      };
    };
  }

  private static void fits(Map<String, Supplier<Work>> m) {
    Supplier<Fit> thousands = () -> RandomEffects.of(plain(1000));
    m.put("leave-one-out: fits", on(thousands, LeaveOneOut::of));
    m.put("influence: fits", on(thousands, Influence::of));
    m.put(
        "GOSH", on(() -> RandomEffects.of(plain(300)), Gosh.withDefaults().subsets(300_000)::fit));
    m.put(
        "specification curve: specifications",
        on(
            () -> plain(800),
            SpecificationCurve.withDefaults()
                    .estimators(Tau2Estimator.REML, Tau2Estimator.ML)
                    .intervals(ConfidenceMethod.WALD)
                    .leaveOneOut()
                ::fit));
    m.put("subgroups: subgroups", on(() -> grouped(9_000), Subgroups.by("g")::of));
    m.put(
        "batch: data sets",
        on(
            () -> BatchSources.allSubsets(y(40, 1), v(40, 2)),
            s -> {
              Batch.withDefaults().stream(s, r -> {});
              return "";
            }));
  }

  private static void models(Map<String, Supplier<Work>> m) {
    Supplier<Effects> many = () -> plain(60_000);
    Supplier<Effects> most = () -> plain(200_000);
    m.put(
        "profile likelihood",
        on(many, RandomEffects.withDefaults().interval(ConfidenceMethod.PROFILE_LIKELIHOOD)::fit));
    m.put(
        "tau2 by Jackson",
        on(
            many,
            e ->
                RandomEffects.withDefaults()
                    .tau2Interval(Tau2IntervalMethod.JACKSON)
                    .fit(e)
                    .tau2Interval()));
    m.put(
        "bootstrap prediction",
        on(
            () -> plain(2000),
            e ->
                RandomEffects.withDefaults().prediction(PredictionMethod.NNF).fit(e).prediction()));
    m.put(
        "bootstrap samples",
        on(() -> y(2000, 1), y -> NagashimaBootstrap.of(y, v(2000, 2), 1_000_000, 1)));
    m.put("exceedance", on(() -> RandomEffects.of(plain(5000)), f -> f.exceedance(0.2)));
    m.put("trim and fill", on(() -> RandomEffects.of(plain(30_000)), TrimAndFill::of));
    m.put("p-curve", on(() -> RandomEffects.of(plain(60_000)), PCurve::of));
    m.put("Bayes", on(() -> plain(20_000), BayesianRandomEffects::of));
    m.put("Henmi-Copas", on(most, HenmiCopas::of));
    m.put("regression", on(() -> grouped(900), MetaRegression.on("g")::of));
    m.put("fits in a loop of one's own", on(() -> plain(13), RandomEffects::of));
  }

  private static void counts(Map<String, Supplier<Work>> m) {
    for (GlmmModel g : GlmmModel.values()) {
      m.put("GLMM " + g, on(() -> binary(3000, 300), Glmm.withDefaults().model(g)::fit));
    }
    m.put("beta-binomial", on(() -> binary(30_000, 300), BetaBinomial::of));
    m.put("penalised logistic", on(() -> binary(3000, 300), PenalisedLogistic::of));
    m.put("exact odds ratio", on(() -> binary(100, 10_000), ExactOddsRatio::of));
    m.put("Fisher", on(() -> big(6, 5, 14), ContingencyTest.FISHER_EXACT::of));
    m.put("Fisher simulated", on(() -> big(60, 60, 4000), ContingencyTest.FISHER_SIMULATED::of));
    for (RankTest t : List.of(RankTest.RANK_SUM_NORMAL)) {
      m.put("rank " + t, on(() -> List.of(y(200_000, 1), y(200_000, 2)), t::of));
    }
  }

  private static void others(Map<String, Supplier<Work>> m) {
    for (CoxTies t : CoxTies.values()) {
      m.put(
          "Cox " + t,
          on(() -> patients(100_000, 5, 20_000), CoxRegression.on("x0", "x1", "x2").ties(t)::fit));
    }
    m.put("audit of many rows", on(() -> Trials.of(table(30_000)).study("study"), Trials::audit));
    m.put(
        "effects of many rows",
        on(
            () -> Trials.of(table(150_000)).study("study").binary("a", "n1", "c", "n2"),
            t -> t.as(BinaryMeasure.RISK_RATIO)));
    m.put("reading CSV", on(() -> file(500_000), Trials::read));
  }

  private static Path file(int rows) {
    StringBuilder text = new StringBuilder("study,a,n\n");
    for (int i = 0; i < rows; i++) {
      text.append("study ").append(i).append(",3,10\n");
    }
    try {
      Path file = Files.createTempFile("rows", ".csv");
      file.toFile().deleteOnExit();
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long[][] big(int rows, int columns, int most) {
    SplittableRandom r = new SplittableRandom(11);
    long[][] counts = new long[rows][columns];
    for (long[] row : counts) {
      Arrays.setAll(row, i -> 1 + r.nextInt(most));
    }
    return counts;
  }
}
