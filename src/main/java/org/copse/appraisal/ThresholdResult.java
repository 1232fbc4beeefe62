package org.copse.appraisal;

import java.util.List;
import java.util.Optional;
import org.copse.model.Fit;

/**
 * A fit of the studies that an appraisal keeps.
 *
 * @param threshold what is kept, in words
 * @param kept number of studies kept, those without an estimable effect included
 * @param leftOut labels of the others
 * @param fit the model fitted to those kept; empty where it cannot be
 * @param reason why there is no fit; empty where there is one
 */
public record ThresholdResult(
    String threshold, int kept, List<String> leftOut, Optional<Fit> fit, String reason) {

  /**
   * Copies the labels.
   *
   * @param threshold as above
   * @param kept as above
   * @param leftOut as above
   * @param fit as above
   * @param reason as above
   */
  public ThresholdResult {
    leftOut = List.copyOf(leftOut);
  }
}
