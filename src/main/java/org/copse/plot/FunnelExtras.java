package org.copse.plot;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.copse.bias.EggerResult;
import org.copse.bias.LimitResult;
import org.copse.bias.TrimAndFillResult;

/** What a funnel plot shows beside the studies and the region around the pooled effect. */
record FunnelExtras(
    Optional<EggerResult> egger,
    boolean contours,
    Optional<TrimAndFillResult> filled,
    Optional<LimitResult> limit) {

  static final FunnelExtras NONE =
      new FunnelExtras(Optional.empty(), false, Optional.empty(), Optional.empty());

  FunnelExtras with(EggerResult result) {
    return new FunnelExtras(Optional.of(result), contours, filled, limit);
  }

  FunnelExtras withContours() {
    return new FunnelExtras(egger, true, filled, limit);
  }

  FunnelExtras with(TrimAndFillResult result) {
    return new FunnelExtras(egger, contours, Optional.of(result), limit);
  }

  FunnelExtras with(LimitResult result) {
    return new FunnelExtras(egger, contours, filled, Optional.of(result));
  }

  /** Whether the plot explains itself without a legend. */
  boolean isPlain() {
    return !contours && filled.isEmpty() && limit.isEmpty();
  }

  /** Effects, analysis scale, that the axis must reach. */
  double[] estimates() {
    DoubleStream none = contours ? DoubleStream.of(0) : DoubleStream.empty();
    DoubleStream more =
        filled.stream()
            .map(TrimAndFillResult::filled)
            .flatMapToDouble(
                f ->
                    DoubleStream.concat(
                        java.util.Arrays.stream(f.effects().estimates()),
                        DoubleStream.of(f.estimate())));
    return DoubleStream.concat(none, more).filter(Double::isFinite).toArray();
  }
}
