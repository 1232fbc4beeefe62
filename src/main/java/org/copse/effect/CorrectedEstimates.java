package org.copse.effect;

import java.util.ArrayList;
import java.util.List;

/** Estimates of counts under a rule for zeros, with the studies that the rule touched. */
final class CorrectedEstimates {

  private final double[] estimates;
  private final double[] variances;
  private final List<String> corrected = new ArrayList<>();
  private final List<String> uninformative = new ArrayList<>();
  private final List<String> notEstimable = new ArrayList<>();

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

  /** A study whose counts say nothing on the measure. */
  void uninformative(int i, String study) {
    leaveOut(i, study, uninformative);
  }

  private void leaveOut(int i, String study, List<String> why) {
    estimates[i] = Double.NaN;
    variances[i] = Double.NaN;
    why.add(study);
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
    StudyList.note(notes, notEstimable, onRest);
    return notes;
  }
}
