package org.copse.effect;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The net change of a study: of a controlled trial the difference of the arms' changes, of a
 * single-arm trial the change alone.
 *
 * <p><b>The two are not the same quantity</b>: a change alone keeps what would have happened
 * without treatment, the natural course and regression to the mean. Reviews pool them all the same;
 * subgroups by design show what each kind says.
 *
 * @param arm the treated arm
 * @param control the control arm, absent in a single-arm trial
 */
public record NetChange(ArmChange arm, Optional<ArmChange> control)
    implements WithCorrelation<NetChange> {

  private static final int ARM = 3;

  /**
   * Checks that both are there.
   *
   * @param arm as above
   * @param control as above
   */
  public NetChange {
    Objects.requireNonNull(arm, "arm");
    Objects.requireNonNull(control, "control");
  }

  /**
   * A single-arm trial.
   *
   * @param arm the treated arm
   * @return the data
   */
  public static NetChange singleArm(ArmChange arm) {
    return new NetChange(arm, Optional.empty());
  }

  /**
   * A controlled trial.
   *
   * @param arm the treated arm
   * @param control the control arm
   * @return the data
   */
  public static NetChange controlled(ArmChange arm, ArmChange control) {
    return new NetChange(arm, Optional.of(control));
  }

  @Override
  public NetChange withCorrelation(double other) {
    return new NetChange(arm.withCorrelation(other), control.map(c -> c.withCorrelation(other)));
  }

  @Override
  public boolean usesCorrelation() {
    return arm.usesCorrelation() || control.map(ArmChange::usesCorrelation).orElse(false);
  }

  /**
   * n, mean change and SD of the changes of both arms.
   *
   * @return the values, NaN for the control of a single-arm trial
   */
  @Override
  public double[] values() {
    ArmChange second = control.orElse(ArmChange.printed(Double.NaN, Double.NaN, Double.NaN));
    return new double[] {
      arm.n(), arm.mean(), arm.sd(), second.n(), second.mean(), second.sd(),
    };
  }

  @Override
  public void check(String study, int row, List<String> names, List<DataProblem> problems) {
    arm.check(study, row, names.subList(0, ARM), problems);
    control.ifPresent(c -> c.check(study, row, names.subList(ARM, 2 * ARM), problems));
  }
}
