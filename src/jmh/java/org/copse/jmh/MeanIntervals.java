package org.copse.jmh;

import java.util.concurrent.TimeUnit;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.heterogeneity.PredictionMethod;
import org.copse.model.ConfidenceMethod;
import org.copse.model.HenmiCopas;
import org.copse.model.RandomEffects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A REML fit of the 13 BCG trials with one interval of the mean or of a new study's effect. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MeanIntervals {

  private final BinaryEffects ratio = SampleData.bcg(BinaryMeasure.RISK_RATIO);
  private final RandomEffects plain = RandomEffects.withDefaults().withoutPrediction();
  private final RandomEffects hartungKnapp = plain.interval(ConfidenceMethod.HARTUNG_KNAPP);
  private final RandomEffects kenwardRoger = plain.interval(ConfidenceMethod.KENWARD_ROGER);
  private final RandomEffects profile = plain.interval(ConfidenceMethod.PROFILE_LIKELIHOOD);
  private final RandomEffects bootstrap = plain.prediction(PredictionMethod.NNF);

  /** Hartung-Knapp. */
  @Benchmark
  public double hartungKnapp() {
    return FullInference.of(hartungKnapp.fit(ratio));
  }

  /** Kenward-Roger. */
  @Benchmark
  public double kenwardRoger() {
    return FullInference.of(kenwardRoger.fit(ratio));
  }

  /** Profile of the restricted likelihood. */
  @Benchmark
  public double profileLikelihood() {
    return FullInference.of(profile.fit(ratio));
  }

  /** Henmi-Copas. */
  @Benchmark
  public double henmiCopas() {
    return FullInference.of(HenmiCopas.of(ratio));
  }

  /** Nagashima's prediction interval, 25,000 samples. */
  @Benchmark
  public double predictionByBootstrap() {
    return bootstrap.fit(ratio).prediction().orElseThrow().interval().upper();
  }
}
