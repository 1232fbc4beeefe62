package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.copse.heterogeneity.CommonTau2;
import org.copse.heterogeneity.Heterogeneity;

/**
 * Subgroups of a fit and the test of differences between them.
 *
 * <p><b>Formula</b>: Q between = Σ(θ_g − θ̄)²/SE_g² over the groups' pooled estimates and standard
 * errors, χ² with groups − 1 degrees of freedom; with Hartung-Knapp intervals SE_g is the
 * Hartung-Knapp one, as in R meta. The model decides whether this is the test of common or of
 * random effects. <b>Source</b>: Borenstein and Higgins, Prev Sci 2013;14:134-143; Cochrane
 * Handbook, section 10.11.3.1.
 */
public final class SubgroupAnalysis {

  private final String moderator;
  private final Fit overall;
  private final List<Subgroup> groups;
  private final List<UnpooledGroup> unpooled;
  private final Optional<CommonTau2> commonTau2;

  SubgroupAnalysis(
      String moderator,
      Fit overall,
      List<Subgroup> groups,
      List<UnpooledGroup> unpooled,
      Optional<CommonTau2> commonTau2) {
    this.moderator = moderator;
    this.overall = overall;
    this.groups = List.copyOf(groups);
    this.unpooled = List.copyOf(unpooled);
    this.commonTau2 = commonTau2;
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
   * The fit of all studies; under a common tau² of the groups it keeps its own, as in R meta.
   *
   * @return the overall fit
   */
  public Fit overall() {
    return overall;
  }

  /**
   * The groups that have a pooled estimate, in order of first appearance.
   *
   * @return the groups
   */
  public List<Subgroup> groups() {
    return groups;
  }

  /**
   * One group's fit.
   *
   * @param name the group's name
   * @return the fit, empty where there is no such group or it could not be pooled
   */
  public Optional<Fit> fitOf(String name) {
    return groups.stream().filter(g -> g.name().equals(name)).map(Subgroup::fit).findFirst();
  }

  /**
   * The groups that could not be pooled, for example because none of their studies had an event.
   *
   * @return the groups with the reason, mostly none
   */
  public List<UnpooledGroup> unpooled() {
    return unpooled;
  }

  /**
   * The tau² that all groups share, with its interval.
   *
   * @return the residual heterogeneity; empty where each group has its own tau², or the model none
   */
  public Optional<CommonTau2> commonTau2() {
    return commonTau2;
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

  /**
   * Heterogeneity within the groups: the sum of their Q.
   *
   * @return Q within groups, studies minus groups degrees of freedom and p; empty where every group
   *     has one study
   */
  public Optional<Heterogeneity> withinGroups() {
    double q = groups.stream().mapToDouble(g -> g.fit().heterogeneity().q()).sum();
    int df = groups.stream().mapToInt(g -> g.fit().heterogeneity().df()).sum();
    if (df == 0) {
      return Optional.empty();
    }
    double p = ChiSquaredDistribution.of(df).survivalProbability(q);
    return Optional.of(new Heterogeneity(q, df, p, overall.heterogeneity().centre()));
  }

  /**
   * What a reader must know of the grouping: groups that could not be pooled, a common tau² that
   * could not be estimated.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (UnpooledGroup group : unpooled) {
      notes.add(
          "Subgroup '%s' has no pooled estimate and is left out of the test: %s"
              .formatted(group.name(), group.reason()));
    }
    if (commonTau2.isPresent() && commonTau2.get().df() == 0) {
      notes.add("Every group has one study: the common τ² cannot be estimated and is taken as 0.");
    }
    return notes;
  }

  @Override
  public String toString() {
    return "Subgroups by %s: %s groups, k = %s".formatted(moderator, groups.size(), overall.k());
  }
}
