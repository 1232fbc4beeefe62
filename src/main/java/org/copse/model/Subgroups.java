package org.copse.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.copse.effect.DataProblem;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.effect.StudyDataException;
import org.copse.heterogeneity.CommonTau2;
import org.copse.numeric.LongRun;

/**
 * Subgroup analysis: the same model within each group of a moderator, and the test between them.
 *
 * <p>Each group has its own tau², or all share one: {@link #commonTau2()}. <b>Edge cases</b>: a
 * group of one study is that study; a group that cannot be pooled is kept and named in {@link
 * SubgroupAnalysis#unpooled()}; a study without a value of the moderator is an error unless {@link
 * #missingAs} gives it a group. R meta: {@code subgroup =}, {@code tau.common = FALSE} or {@code
 * TRUE}.
 */
public final class Subgroups {

  private final String moderator;
  private final boolean common;
  private final String missing;

  private Subgroups(String moderator, boolean common, String missing) {
    this.moderator = moderator;
    this.common = common;
    this.missing = missing;
  }

  /**
   * Groups by a moderator, each with its own tau².
   *
   * @param moderator name of a column of the studies
   * @return the grouping, to be applied to effects or to a fit
   */
  public static Subgroups by(String moderator) {
    return new Subgroups(moderator, false, null);
  }

  /**
   * One tau² for all groups, estimated within them: safer than a tau² of its own for each where
   * groups have few studies (Cochrane Handbook, section 10.11.3.1; Borenstein et al. 2009, chapter
   * 19, say five).
   *
   * @return a new grouping
   * @see CommonTau2
   */
  public Subgroups commonTau2() {
    return new Subgroups(moderator, true, missing);
  }

  /**
   * A tau² of its own for each group: the default.
   *
   * @return a new grouping
   */
  public Subgroups ownTau2() {
    return new Subgroups(moderator, false, missing);
  }

  /**
   * A group for the studies that have no value of the moderator.
   *
   * @param name for example "not reported"
   * @return a new grouping
   */
  public Subgroups missingAs(String name) {
    return new Subgroups(moderator, common, Objects.requireNonNull(name, "name"));
  }

  /**
   * Random-effects subgroups with the defaults.
   *
   * @param effects the effects
   * @return the analysis
   */
  public SubgroupAnalysis of(Effects effects) {
    return of(RandomEffects.of(effects));
  }

  /**
   * Subgroups under the model of a fit.
   *
   * @param overall the fit of all studies
   * @return the analysis; groups in order of first appearance
   * @throws StudyDataException naming every study without a value of the moderator
   * @throws IllegalArgumentException when the moderator is unknown, no group can be pooled, or a
   *     common tau² is asked of a model that has none
   */
  public SubgroupAnalysis of(Fit overall) {
    Map<String, List<Integer>> rows = rows(overall.effects());
    Optional<CommonTau2> shared = common ? Optional.of(shared(overall, rows)) : Optional.empty();
    Function<int[], Fit> refit =
        shared
            .<Function<int[], Fit>>map(t -> group -> ((RandomEffectsFit) overall).refitAt(t, group))
            .orElse(overall::refit);
    List<Subgroup> groups = new ArrayList<>();
    List<UnpooledGroup> unpooled = new ArrayList<>();
    List<String> names = List.copyOf(rows.keySet());
    LongRun.each(
        "subgroups",
        names.size(),
        false,
        i -> {
          String name = names.get(i);
          List<Integer> members = rows.get(name);
          try {
            groups.add(new Subgroup(name, members, refit.apply(indices(members))));
          } catch (IllegalArgumentException e) {
            unpooled.add(new UnpooledGroup(name, members, e.getMessage()));
          }
        });
    requireOne(groups, unpooled);
    return new SubgroupAnalysis(moderator, overall, groups, unpooled, shared);
  }

  private static int[] indices(List<Integer> members) {
    return members.stream().mapToInt(Integer::intValue).toArray();
  }

  private void requireOne(List<Subgroup> groups, List<UnpooledGroup> unpooled) {
    if (groups.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot pool subgroup '%s' of %s: %s"
              .formatted(unpooled.get(0).name(), moderator, unpooled.get(0).reason()));
    }
  }

  private Map<String, List<Integer>> rows(Effects effects) {
    Moderator values = effects.studies().moderator(moderator);
    if (missing == null) {
      requireComplete(effects, values);
    }
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < effects.size(); i++) {
      String name = values.isMissing(i) ? missing : values.text(i);
      rows.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
    }
    return rows;
  }

  private CommonTau2 shared(Fit overall, Map<String, List<Integer>> rows) {
    if (!(overall instanceof RandomEffectsFit random)) {
      throw new IllegalArgumentException(
          "Cannot use a common tau²: the model must have random effects, was %s. Leave commonTau2() out, or give a RandomEffects fit."
              .formatted(overall.model()));
    }
    int[] groupOf = new int[overall.effects().size()];
    int number = 0;
    for (List<Integer> members : rows.values()) {
      for (int row : members) {
        groupOf[row] = number;
      }
      number++;
    }
    EstimableRows pooled = EstimableRows.of(overall.effects());
    int[] groups = Arrays.stream(overall.effects().estimable()).map(i -> groupOf[i]).toArray();
    return CommonTau2.of(
        random.tau2Estimator().forEffects(overall.effects()),
        pooled.estimates(),
        pooled.variances(),
        groups,
        overall.level());
  }

  private void requireComplete(Effects effects, Moderator values) {
    List<DataProblem> problems = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      if (values.isMissing(i)) {
        problems.add(
            new DataProblem(
                effects.studies().label(i),
                i + 1,
                moderator,
                "subgroup must be given",
                "missing",
                "Fill in column "
                    + moderator
                    + ", leave the study out, or use missingAs(\"not reported\")."));
      }
    }
    StudyDataException.throwIfAny(problems);
  }
}
