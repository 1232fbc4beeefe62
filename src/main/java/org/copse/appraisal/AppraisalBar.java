package org.copse.appraisal;

import java.util.List;

/**
 * The answers to one domain, over all studies.
 *
 * @param label letter and name of the domain, or "Overall"
 * @param section part of the instrument, perhaps empty
 * @param shares every answer allowed, best first, those that nobody gave included; gaps last
 */
public record AppraisalBar(String label, String section, List<AppraisalShare> shares) {

  /**
   * Copies the shares.
   *
   * @param label as above
   * @param section as above
   * @param shares as above
   */
  public AppraisalBar {
    shares = List.copyOf(shares);
  }
}
