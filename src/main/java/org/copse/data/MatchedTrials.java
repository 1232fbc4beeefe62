package org.copse.data;

/**
 * Matched pairs, or patients under two treatments, as counts of pairs or of margins: reached by
 * {@link Trials#matched()}.
 */
public final class MatchedTrials {

  private final CellTable cells;
  private final Roles roles;

  MatchedTrials(CellTable cells, Roles roles) {
    this.cells = cells;
    this.roles = roles;
  }

  /**
   * Matched pairs, or patients under two treatments, by the events in arm 1 (treatment) and arm 2
   * (control).
   *
   * @param both column of pairs with an event in both arms
   * @param onlyFirst column of pairs with an event in arm 1 only
   * @param onlySecond column of pairs with an event in arm 2 only
   * @param neither column of pairs without an event
   * @return the checked pairs
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public MatchedPairsOutcome pairs(
      String both, String onlyFirst, String onlySecond, String neither) {
    return new MatchedPairsOutcome(
        new StudyRows(cells, roles, both, onlyFirst, onlySecond, neither), false);
  }

  /**
   * Matched pairs of which only the events of each arm are known.
   *
   * @param events1 column of pairs with an event in arm 1, treatment
   * @param events2 column of pairs with an event in arm 2, control
   * @param pairs column of pairs
   * @param correlation column of the phi coefficients of the outcomes within pairs
   * @return the checked pairs, for marginal measures
   * @throws org.copse.effect.StudyDataException naming every bad row
   */
  public MatchedPairsOutcome margins(
      String events1, String events2, String pairs, String correlation) {
    return new MatchedPairsOutcome(
        new StudyRows(cells, roles, events1, events2, pairs, correlation), true);
  }
}
