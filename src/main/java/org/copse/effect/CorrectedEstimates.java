package org.copse.effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Estimates of counts under a rule for zeros, with the studies that the rule touched. */
final class CorrectedEstimates {

  private final double[] estimates;
  private final double[] variances;
  private final List<String> corrected = new ArrayList<>();
  private final List<String> uninformative = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final List<String> notEstimable = new ArrayList<>();
  private final Map<String, List<String>> others = new LinkedHashMap<>();

  CorrectedEstimates(int size) {
    estimates = new double[size];
    variances = new double[size];
  }

  /** A study's result; one that is not finite leaves the study out. */
  void put(int i, String study, double estimate, double variance, boolean wasCorrected) {
    if (!(Double.isFinite(estimate) && variance > 0 && Double.isFinite(variance))) {
      leaveOut(i, study, notEstimable);
      return;
    }
    estimates[i] = estimate;
    variances[i] = variance;
    if (wasCorrected) {
      corrected.add(study);
    }
  }

  /** A study that is left out for a reason of its own, told after its name. */
  void leaveOut(int i, String study, String why) {
    leaveOut(i, study, others.computeIfAbsent(why, w -> new ArrayList<>()));
  }

  /** A study whose counts say nothing on the measure. */
  void uninformative(int i, String study) {
    leaveOut(i, study, uninformative);
  }

  /** A study whose counts say nothing on the measure and which the rule keeps all the same. */
  void kept(String study) {
    kept.add(study);
  }

  private void leaveOut(int i, String study, List<String> why) {
    estimates[i] = Double.NaN;
    variances[i] = Double.NaN;
    why.add(study);
  }

  boolean isEstimable(int i) {
    return !Double.isNaN(estimates[i]);
  }

  double[] estimates() {
    return estimates;
  }

  double[] variances() {
    return variances;
  }

  /** The notes given and those on corrected, uninformative and other studies left out. */
  List<String> notes(
      List<String> given, String onCorrected, String onUninformative, String onRest) {
    List<String> notes = new ArrayList<>(given);
    StudyList.note(notes, corrected, onCorrected);
    StudyList.note(notes, uninformative, onUninformative);
    StudyList.note(
        notes, kept, " without events in both arms, or with events only: kept by the rule chosen");
    StudyList.note(notes, notEstimable, onRest);
    others.forEach((why, studies) -> StudyList.note(notes, studies, why));
    return notes;
  }
}
