package org.copse.jmh;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.copse.survival.CoxFit;
import org.copse.survival.CoxRegression;
import org.copse.survival.KaplanMeier;
import org.copse.survival.KaplanMeierFit;
import org.copse.survival.LogRank;
import org.copse.survival.LogRankResult;
import org.copse.survival.SurvivalData;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Curves and tests of many patients in two groups; the data are checked and sorted once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SurvivalFit {

  /** Number of patients. */
  @Param({"100000"})
  public int n;

  /** Whether times are whole days (few distinct) or all different. */
  @Param({"true", "false"})
  public boolean days;

  private double[] times;
  private double[] events;
  private List<String> groups;
  private SurvivalData data;

  /** Makes the patients. */
  @Setup
  public void patients() {
    Random random = new Random(7);
    times = random.doubles(n).map(u -> -1000 * Math.log(u)).toArray();
    if (days) {
      times = IntStream.range(0, n).mapToDouble(i -> Math.ceil(times[i])).toArray();
    }
    events = random.doubles(n).map(u -> u < 0.6 ? 1 : 0).toArray();
    groups = random.ints(n, 0, 2).mapToObj(g -> g == 0 ? "control" : "treated").toList();
    data = checkAndSort();
  }

  /** Checking the rows and sorting the times. */
  @Benchmark
  public SurvivalData checkAndSort() {
    return SurvivalData.ofGroups(times, events, groups);
  }

  /** Curves from raw columns, sorting included. */
  @Benchmark
  public KaplanMeierFit curvesFromColumns() {
    return KaplanMeier.of(checkAndSort());
  }

  /** Test from raw columns, sorting included. */
  @Benchmark
  public LogRankResult testFromColumns() {
    return LogRank.of(checkAndSort());
  }

  /** Curves of sorted data. */
  @Benchmark
  public KaplanMeierFit curves() {
    return KaplanMeier.of(data);
  }

  /** Test of sorted data. */
  @Benchmark
  public LogRankResult test() {
    return LogRank.of(data);
  }

  /** Cox model of two groups. */
  @Benchmark
  public CoxFit cox() {
    return CoxRegression.betweenGroups().fit(data);
  }
}
