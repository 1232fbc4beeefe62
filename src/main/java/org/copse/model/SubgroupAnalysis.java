package org.copse.model;

import java.util.List;
import java.util.Optional;
import org.copse.heterogeneity.Heterogeneity;

/**
 * Subgroups of a fit and the test of differences between them.
 *
 * <p><b>Formula</b>: Q between = Σ(θ_g − θ̄)²/SE_g² over the groups' pooled estimates and standard
 * errors, χ² with groups − 1 degrees of freedom; with Hartung-Knapp intervals SE_g is the
 * Hartung-Knapp one, as in R meta. <b>Source</b>: Borenstein and Higgins, Prev Sci 2013;14:134-143;
 * Cochrane Handbook, section 10.11.3.1.
 */
public final class SubgroupAnalysis {

  private final String moderator;
  private final Fit overall;
  private final List<Subgroup> groups;

  SubgroupAnalysis(String moderator, Fit overall, List<Subgroup> groups) {
    this.moderator = moderator;
    this.overall = overall;
    this.groups = List.copyOf(groups);
  }

  /**
   * Name of the moderator.
   *
   * @return the column's name
   */
  public String moderator() {
    return moderator;
  }

  /**
   * The fit of all studies.
   *
   * @return the overall fit
   */
  public Fit overall() {
    return overall;
  }

  /**
   * The groups in order of first appearance.
   *
   * @return the groups
   */
  public List<Subgroup> groups() {
    return groups;
  }

  /**
   * Test of differences between the groups.
   *
   * @return Q between groups, its degrees of freedom and p; empty with one group, or where a
   *     group's standard error is 0
   */
  public Optional<Heterogeneity> betweenGroups() {
    double[] estimates = groups.stream().mapToDouble(g -> g.fit().estimate()).toArray();
    double[] variances =
        groups.stream()
            .mapToDouble(g -> g.fit().standardError() * g.fit().standardError())
            .toArray();
    for (double variance : variances) {
      if (!(variance > 0)) {
        return Optional.empty();
      }
    }
    return groups.size() < 2
        ? Optional.empty()
        : Optional.of(Heterogeneity.of(estimates, variances));
  }

  @Override
  public String toString() {
    return "Subgroups by %s: %d groups, k = %d".formatted(moderator, groups.size(), overall.k());
  }
}
