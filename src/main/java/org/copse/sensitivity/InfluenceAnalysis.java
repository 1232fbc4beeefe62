package org.copse.sensitivity;

import java.util.List;
import org.copse.model.Fit;

/** The influence of every study of a fit. Immutable. */
public final class InfluenceAnalysis {

  private final Fit full;
  private final List<StudyInfluence> studies;

  InfluenceAnalysis(Fit full, List<StudyInfluence> studies) {
    this.full = full;
    this.studies = List.copyOf(studies);
  }

  /**
   * The fit of all studies.
   *
   * @return the fit
   */
  public Fit full() {
    return full;
  }

  /**
   * The diagnostics.
   *
   * @return one row a pooled study, in order
   */
  public List<StudyInfluence> studies() {
    return studies;
  }

  /**
   * Labels of the studies that pass a limit.
   *
   * @return perhaps none
   */
  public List<String> influential() {
    return studies.stream().filter(StudyInfluence::influential).map(StudyInfluence::study).toList();
  }

  /**
   * Largest |DFFITS| that passes unnoticed.
   *
   * @return 3/√(k − 1)
   */
  public double dffitsLimit() {
    return 3 / Math.sqrt(studies.size() - 1.0);
  }

  /**
   * Largest Cook's distance that passes unnoticed.
   *
   * @return the median of χ² with 1 degree of freedom
   */
  public double cookLimit() {
    return 0.454936423119572;
  }

  /**
   * Largest share that passes unnoticed.
   *
   * @return 3/k
   */
  public double hatLimit() {
    return 3.0 / studies.size();
  }

  @Override
  public String toString() {
    return "Influence of %s studies; beyond a limit: %s"
        .formatted(
            studies.size(), influential().isEmpty() ? "none" : String.join(", ", influential()));
  }
}
