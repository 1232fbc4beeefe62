package org.copse.survival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.copse.effect.Measure;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.ReportedMeasure;
import org.copse.effect.Studies;

/**
 * Patient-level data of several studies (their own, or reconstructed from curves), each analysed by
 * itself: the first stage of a two-stage meta-analysis. The effects go into any model that pools.
 */
public final class SurvivalStudies {

  private final Map<String, SurvivalData> studies;

  private SurvivalStudies(Map<String, SurvivalData> studies) {
    this.studies = studies;
  }

  /**
   * No studies yet; add them one by one.
   *
   * @return no studies
   */
  public static SurvivalStudies none() {
    return new SurvivalStudies(new LinkedHashMap<>());
  }

  /**
   * One study more.
   *
   * @param label its label, not used before
   * @param data its patients
   * @return the studies with it
   */
  public SurvivalStudies and(String label, SurvivalData data) {
    if (studies.containsKey(label)) {
      throw new IllegalArgumentException(
          "Cannot add the study: label must be new, was '%s' again. Give it another label."
              .formatted(label));
    }
    Map<String, SurvivalData> more = new LinkedHashMap<>(studies);
    more.put(label, data);
    return new SurvivalStudies(more);
  }

  /**
   * The largest horizon that all groups of all studies reach.
   *
   * @return the earliest of their last times
   */
  public double largestHorizon() {
    return studies.values().stream()
        .flatMap(data -> KaplanMeier.of(data).curves().stream())
        .mapToDouble(SurvivalCurve::lastTime)
        .min()
        .orElse(0);
  }

  /**
   * Differences in restricted mean survival time, second group minus first (Wei, Royston, Tierney,
   * Parmar, Stat Med 2015;34:2881).
   *
   * @param tau τ, the same for all studies
   * @return effects with a note that states τ
   * @throws IllegalArgumentException naming every study that has not two groups reaching τ
   */
  public ReportedEffects restrictedMeanDifferences(double tau) {
    return effects(
        ReportedMeasure.GENERIC_DIFFERENCE,
        data -> KaplanMeier.of(data).restrictedMeanDifference(tau).reported(),
        "difference in restricted mean survival time to tau = " + SurvivalRules.text(tau));
  }

  /**
   * Differences in survival at a landmark, second group minus first.
   *
   * @param time the landmark
   * @return effects with a note that states it
   * @throws IllegalArgumentException naming every study that has not two groups followed so far
   */
  public ReportedEffects survivalDifferences(double time) {
    return effects(
        ReportedMeasure.GENERIC_DIFFERENCE,
        data -> KaplanMeier.of(data).survivalDifference(time).reported(),
        "difference in survival at " + SurvivalRules.text(time));
  }

  /**
   * Survival of one group at a landmark on the logit scale: logit S with standard error SE(S)/(S(1
   * − S)).
   *
   * @param group the group, "all" where data have no groups
   * @param time the landmark
   * @return effects with a note that states it
   * @throws IllegalArgumentException naming every study not followed so far; studies where S is 0
   *     or 1 have no logit
   */
  public ReportedEffects landmarkSurvival(String group, double time) {
    return effects(
        ProportionMeasure.LOGIT_PROPORTION,
        data -> {
          SurvivalCurve curve = KaplanMeier.of(data).curve(group);
          CurvePoint point = KaplanMeierFit.landmark(curve, time);
          double s = point.survival().getAsDouble();
          double error = point.standardError().getAsDouble() / (s * (1 - s));
          return new Reported(Math.log(s / (1 - s)), error, "Kaplan-Meier survival");
        },
        "survival of group '%s' at %s by Kaplan-Meier".formatted(group, SurvivalRules.text(time)));
  }

  /**
   * Hazard ratios of the second group against the first by the Cox model, Efron's ties, within
   * strata where a study has them.
   *
   * @return effects
   * @throws IllegalArgumentException naming every study without a finite hazard ratio
   */
  public ReportedEffects hazardRatios() {
    return effects(
        ReportedMeasure.HAZARD_RATIO,
        data ->
            CoxRegression.betweenGroups().fit(requireTwo(data)).coefficients().get(0).reported(),
        "hazard ratios by the Cox model in each study");
  }

  /**
   * Hazard ratios of the second group against the first by (O − E)/V of the log-rank test: studies
   * with no events in one group have one too.
   *
   * @return effects
   * @throws IllegalArgumentException naming every study without events
   */
  public ReportedEffects logRankHazardRatios() {
    return effects(
        ReportedMeasure.HAZARD_RATIO,
        data ->
            LogRank.of(requireTwo(data))
                .hazardRatio()
                .orElseThrow(
                    () -> new IllegalArgumentException("variance V must be above 0, was 0"))
                .reported(),
        "hazard ratios by (O − E)/V of the log-rank test in each study");
  }

  private static SurvivalData requireTwo(SurvivalData data) {
    if (data.groups().size() != 2) {
      throw new IllegalArgumentException(
          "groups must be 2, was %s. Keep the two to compare.".formatted(data.groups().size()));
    }
    return data;
  }

  private ReportedEffects effects(
      Measure measure, Function<SurvivalData, Reported> analysis, String note) {
    List<Reported> reported = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>(List.of(note));
    studies.forEach(
        (label, data) -> {
          try {
            reported.add(analysis.apply(data));
          } catch (IllegalArgumentException e) {
            problems.add("Study '%s': %s".formatted(label, e.getMessage()));
          }
          data.notes().forEach(text -> notes.add(label + ": " + text));
        });
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    if (reported.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot make effects: studies must be at least 1, was 0. Add them with and(...).");
    }
    return ReportedEffects.of(measure, Studies.of(List.copyOf(studies.keySet())), reported)
        .withNotes(notes);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("%s studies".formatted(studies.size()));
    studies.forEach((label, data) -> text.append("\n  ").append(label).append(": ").append(data));
    return text.toString();
  }
}
