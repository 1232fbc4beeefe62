package org.copse.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.effect.DataProblem;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.effect.StudyDataException;

/**
 * Subgroup analysis: the same model within each group of a moderator, each with its own tau², and
 * the test between them.
 *
 * <p>R meta: {@code subgroup =}, {@code tau.common = FALSE}.
 */
public final class Subgroups {

  private final String moderator;

  private Subgroups(String moderator) {
    this.moderator = moderator;
  }

  /**
   * Groups by a moderator.
   *
   * @param moderator name of a column of the studies
   * @return the grouping, to be applied to effects or to a fit
   */
  public static Subgroups by(String moderator) {
    return new Subgroups(moderator);
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
   * @throws IllegalArgumentException when the moderator is unknown or a group has no estimable
   *     study
   */
  public SubgroupAnalysis of(Fit overall) {
    Effects effects = overall.effects();
    Moderator values = effects.studies().moderator(moderator);
    requireComplete(effects, values);
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < effects.size(); i++) {
      rows.computeIfAbsent(values.text(i), name -> new ArrayList<>()).add(i);
    }
    List<Subgroup> groups = new ArrayList<>();
    rows.forEach(
        (name, members) -> {
          int[] indices = members.stream().mapToInt(Integer::intValue).toArray();
          groups.add(new Subgroup(name, members, refit(overall, name, indices)));
        });
    return new SubgroupAnalysis(moderator, overall, groups);
  }

  private Fit refit(Fit overall, String group, int[] rows) {
    try {
      return overall.refit(rows);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Cannot pool subgroup '%s' of %s: %s".formatted(group, moderator, e.getMessage()), e);
    }
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
                "Fill in column " + moderator + " or leave the study out."));
      }
    }
    StudyDataException.throwIfAny(problems);
  }
}
