package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.copse.effect.Effects;
import org.copse.model.Fit;
import org.copse.numeric.LongRun;

/**
 * Leave-one-out: the model of a fit repeated without each study in turn.
 *
 * <p>metafor: {@code leave1out}; R meta: {@code metainf}.
 */
public final class LeaveOneOut {

  private final Fit full;
  private final List<Omission> omissions;

  private LeaveOneOut(Fit full, List<Omission> omissions) {
    this.full = full;
    this.omissions = List.copyOf(omissions);
  }

  /**
   * Leaves each pooled study out in turn.
   *
   * @param fit a fit of at least two studies
   * @return the fits without one study, in the studies' order
   * @throws IllegalArgumentException when fewer than two studies are pooled
   */
  public static LeaveOneOut of(Fit fit) {
    Effects effects = fit.effects();
    if (fit.k() < 2) {
      throw new IllegalArgumentException(
          "Cannot leave one out: at least 2 studies must be pooled, was %s. Add studies."
              .formatted(fit.k()));
    }
    List<Omission> omissions = new ArrayList<>();
    int[] rows = effects.estimable();
    LongRun.each(
        "fits",
        rows.length,
        false,
        i -> {
          int row = rows[i];
          int[] others = IntStream.range(0, effects.size()).filter(j -> j != row).toArray();
          omissions.add(new Omission(effects.studies().label(row), row, fit.refit(others)));
        });
    return new LeaveOneOut(fit, omissions);
  }

  /**
   * The fit of all studies.
   *
   * @return the full fit
   */
  public Fit full() {
    return full;
  }

  /**
   * The fits without one study.
   *
   * @return one a pooled study, in order
   */
  public List<Omission> omissions() {
    return omissions;
  }

  @Override
  public String toString() {
    return "Leave-one-out of %s studies: %s".formatted(omissions.size(), full);
  }
}
