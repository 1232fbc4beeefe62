package org.copse.appraisal;

import java.util.Optional;

/**
 * Agreement of reviewers on one domain.
 *
 * @param domain letter and name of the domain, "Overall", or "All domains"
 * @param subjects number of judgements compared
 * @param percentAgreement share on which all reviewers agree, in percent
 * @param cohen of two reviewers
 * @param fleiss of three or more
 */
public record DomainAgreement(
    String domain,
    int subjects,
    double percentAgreement,
    Optional<KappaResult> cohen,
    Optional<FleissKappa> fleiss) {

  /**
   * Kappa of either kind.
   *
   * @return empty where it is not defined
   */
  public Optional<KappaEstimate> estimate() {
    return cohen.flatMap(KappaResult::estimate).or(() -> fleiss.flatMap(FleissKappa::estimate));
  }
}
