package org.copse.data;

import org.copse.effect.MeanChange;
import org.copse.effect.PrePost;
import org.copse.effect.TwoArmChange;

/**
 * Changes from baseline: means before and after, or mean changes with their own SDs: reached by
 * {@link Trials#change()}.
 */
public final class ChangeTrials {

  private final CellTable cells;
  private final Roles roles;

  ChangeTrials(CellTable cells, Roles roles) {
    this.cells = cells;
    this.roles = roles;
  }

  /**
   * One group measured before and after.
   *
   * @param n column of patients
   * @param meanBefore column of means before
   * @param sdBefore column of standard deviations before
   * @param meanAfter column of means after
   * @param sdAfter column of standard deviations after
   * @param correlation column of correlations; {@link Trials#derive} makes one of the printed SDs
   *     of the changes or of an assumption, by {@link org.copse.convert.ChangeSd}
   * @return the checked data
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public SummaryOutcome<PrePost> prePost(
      String n,
      String meanBefore,
      String sdBefore,
      String meanAfter,
      String sdAfter,
      String correlation) {
    StudyRows rows =
        new StudyRows(cells, roles, n, meanBefore, sdBefore, meanAfter, sdAfter, correlation);
    return new SummaryOutcome<>(
        rows, PrePostColumns.SIZE, v -> PrePostColumns.data(v, 0), "Means before and after", 0);
  }

  /**
   * Two arms, each measured before and after.
   *
   * @param first columns of the treatment arm
   * @param second columns of the control arm
   * @return the checked data
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public SummaryOutcome<TwoArmChange> prePostArms(PrePostColumns first, PrePostColumns second) {
    return PrePostColumns.outcome(cells, roles, first, second);
  }

  /**
   * Mean changes of single groups with the SD of the changes.
   *
   * @param n column of patients
   * @param mean column of mean changes, after minus before
   * @param sd column of standard deviations of the changes
   * @return the checked data
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public SummaryOutcome<MeanChange> meanChange(String n, String mean, String sd) {
    StudyRows rows = new StudyRows(cells, roles, n, mean, sd);
    return new SummaryOutcome<>(rows, 3, v -> new MeanChange(v[0], v[1], v[2]), "Mean changes", 0);
  }

  /**
   * Net changes: end minus baseline of single-arm trials and, once {@code control(...)} names its
   * columns, the difference of the arms' changes in controlled ones.
   *
   * @param arm columns of the treated arm
   * @return where the control and the correlation are named
   */
  public NetChangeOutcome net(ArmChangeColumns arm) {
    return new NetChangeOutcome(cells, roles, arm);
  }
}
