package org.copse.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Studies;
import org.copse.effect.TwoByTwo;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.copse.plot.ForestPlot;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The SVG of a forest plot, from the fit to the text, of 13 trials (BCG) and of 200. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ForestPicture {

  private final RandomEffectsFit bcg = RandomEffects.of(SampleData.bcg(BinaryMeasure.RISK_RATIO));
  private final RandomEffectsFit large = RandomEffects.of(manyTrials());

  private static BinaryEffects manyTrials() {
    List<String> labels = new ArrayList<>();
    List<TwoByTwo> tables = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      labels.add("Study " + i);
      tables.add(new TwoByTwo(5 + i % 17, 100 + i, 8 + i % 23, 110 + i));
    }
    return BinaryEffects.of(BinaryMeasure.RISK_RATIO, Studies.of(labels), tables);
  }

  /** 13 trials. */
  @Benchmark
  public String bcg() {
    return ForestPlot.of(bcg).svg();
  }

  /** 200 trials. */
  @Benchmark
  public String large() {
    return ForestPlot.of(large).svg();
  }

  /** What makes the picture of 13 trials live: data and script. */
  @Benchmark
  public String live() {
    return ForestPlot.of(bcg).live();
  }
}
