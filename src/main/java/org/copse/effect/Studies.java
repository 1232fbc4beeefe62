package org.copse.effect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.numeric.LongRun;

/**
 * Who the studies are: labels in their given order, years, the trial or population each belongs to,
 * and moderators.
 *
 * <p>Immutable; each {@code with} method returns a new object.
 */
public final class Studies {

  private final List<String> labels;
  private final Moderator years;
  private final Moderator clusters;
  private final Map<String, Moderator> moderators;
  private final List<ValueKind> kinds;
  private final Map<String, Moderator.Numeric> inputs;

  private Studies(
      List<String> labels,
      Moderator years,
      Moderator clusters,
      Map<String, Moderator> moderators,
      List<ValueKind> kinds,
      Map<String, Moderator.Numeric> inputs) {
    this.kinds = kinds;
    this.inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    this.labels = List.copyOf(labels);
    this.years = years;
    this.clusters = clusters;
    this.moderators = Collections.unmodifiableMap(new LinkedHashMap<>(moderators));
  }

  /**
   * Studies by label.
   *
   * @param labels one label a study, each different and none blank
   * @return the studies
   * @throws StudyDataException when a label is blank or appears twice
   */
  public static Studies of(List<String> labels) {
    StudyDataException.throwIfAny(problems(labels, "study"));
    return new Studies(labels, null, null, Map.of(), List.of(), Map.of());
  }

  /**
   * Studies by label.
   *
   * @param labels one label a study, each different and none blank
   * @return the studies
   * @throws StudyDataException when a label is blank or appears twice
   */
  public static Studies named(String... labels) {
    return of(Arrays.asList(labels));
  }

  /**
   * What is wrong with a list of labels: blank ones and those that appear twice.
   *
   * @param labels the labels in order
   * @param column the column or columns that they come from
   * @return the problems, perhaps none
   */
  public static List<DataProblem> problems(List<String> labels, String column) {
    List<DataProblem> problems = new ArrayList<>();
    Map<String, Integer> firstRow = new LinkedHashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      LongRun.heed();
      String label = labels.get(i);
      if (label == null || label.isBlank()) {
        String remedy = "Fill in column " + column + ".";
        problems.add(
            new DataProblem("", i + 1, column, "label must not be blank", "blank", remedy));
        continue;
      }
      Integer earlier = firstRow.putIfAbsent(label, i + 1);
      if (earlier != null) {
        String value = "also row " + earlier;
        String remedy = "Add a column that tells them apart, for example the year or population.";
        problems.add(new DataProblem(label, i + 1, column, "label must be unique", value, remedy));
      }
    }
    return problems;
  }

  /**
   * The same studies with their years.
   *
   * @param newYears one number a study, NaN where unknown
   * @return new studies
   */
  public Studies withYears(double... newYears) {
    Moderator all = sized("year", Moderator.of(newYears));
    return new Studies(labels, all, clusters, moderators, kinds, inputs);
  }

  /**
   * The same studies with the trial or population each belongs to.
   *
   * @param ids one id a study; equal ids share patients; empty where unknown
   * @return new studies
   */
  public Studies withClusters(List<String> ids) {
    Moderator all = sized("cluster", Moderator.of(ids));
    return new Studies(labels, years, all, moderators, kinds, inputs);
  }

  /**
   * The same studies with one more moderator, or with another one of that name replaced.
   *
   * @param name its name
   * @param values one value a study
   * @return new studies
   */
  public Studies withModerator(String name, Moderator values) {
    Map<String, Moderator> more = new LinkedHashMap<>(moderators);
    more.put(name, sized(name, values));
    return new Studies(labels, years, clusters, more, kinds, inputs);
  }

  /**
   * The same studies with what their means are of: changes from baseline or final values.
   *
   * @param newKinds one a study
   * @return new studies
   */
  public Studies withValueKinds(List<ValueKind> newKinds) {
    if (newKinds.size() != size()) {
      throw new IllegalArgumentException(
          "Cannot add kinds of values: they must be one a study (%s), were %s. Give as many as labels."
              .formatted(size(), newKinds.size()));
    }
    return new Studies(labels, years, clusters, moderators, List.copyOf(newKinds), inputs);
  }

  /**
   * The same studies with a column that their effects were made from, as it stands in the table:
   * kept for what is written out, of no effect on any analysis.
   *
   * @param name its name
   * @param values one a study, NaN where it holds none
   * @return new studies
   * @throws IllegalArgumentException when there is not one value a study
   */
  public Studies withInput(String name, double... values) {
    Map<String, Moderator.Numeric> more = new LinkedHashMap<>(inputs);
    more.put(name, (Moderator.Numeric) sized(name, Moderator.of(values)));
    return new Studies(labels, years, clusters, moderators, kinds, more);
  }

  /**
   * Names of the columns that the effects were made from, where these came from a table.
   *
   * @return the names in order, perhaps none
   */
  public List<String> inputNames() {
    return List.copyOf(inputs.keySet());
  }

  /**
   * A study's number in a column that its effect was made from.
   *
   * @param name one of {@link #inputNames()}
   * @param study index, 0 for the first
   * @return the number, NaN where it holds none
   */
  public double input(String name, int study) {
    return inputs.get(name).value(study);
  }

  private Moderator sized(String name, Moderator moderator) {
    if (moderator.size() != size()) {
      throw new IllegalArgumentException(
          "Cannot add '%s': it must have one value a study (%s), was %s. Give as many values as labels."
              .formatted(name, size(), moderator.size()));
    }
    return moderator;
  }

  /**
   * Number of studies.
   *
   * @return k
   */
  public int size() {
    return labels.size();
  }

  /**
   * Labels in order.
   *
   * @return the labels
   */
  public List<String> labels() {
    return labels;
  }

  /**
   * One study's label.
   *
   * @param study index, 0 for the first
   * @return its label
   */
  public String label(int study) {
    return labels.get(study);
  }

  /**
   * One study's year.
   *
   * @param study index, 0 for the first
   * @return the year, NaN where unknown
   */
  public double year(int study) {
    return years == null ? Double.NaN : ((Moderator.Numeric) years).value(study);
  }

  /**
   * The trial or population one study belongs to.
   *
   * @param study index, 0 for the first
   * @return its id, the study's own label where none was given
   */
  public String cluster(int study) {
    return clusters == null || clusters.isMissing(study) ? labels.get(study) : clusters.text(study);
  }

  /**
   * What the means of one study are of.
   *
   * @param study index, 0 for the first
   * @return changes or final values, {@link ValueKind#NOT_STATED} where nobody said
   */
  public ValueKind valueKind(int study) {
    return kinds.isEmpty() ? ValueKind.NOT_STATED : kinds.get(study);
  }

  /**
   * Names of the moderators.
   *
   * @return the names in order
   */
  public List<String> moderatorNames() {
    return List.copyOf(moderators.keySet());
  }

  /**
   * A moderator by name.
   *
   * @param name its name
   * @return the moderator
   * @throws IllegalArgumentException when there is none of that name
   */
  public Moderator moderator(String name) {
    Moderator moderator = moderators.get(name);
    if (moderator == null) {
      throw new IllegalArgumentException(
          "Cannot use moderator '%s': it must be a column of the studies, was unknown. Use one of %s."
              .formatted(name, moderators.keySet()));
    }
    return moderator;
  }

  /**
   * Some of the studies, in the order given.
   *
   * @param studies their indices
   * @return those studies with their years, clusters and moderators
   */
  public Studies subset(int... studies) {
    Map<String, Moderator> fewer = new LinkedHashMap<>();
    moderators.forEach((name, moderator) -> fewer.put(name, moderator.subset(studies)));
    Map<String, Moderator.Numeric> fewerInputs = new LinkedHashMap<>();
    inputs.forEach((name, values) -> fewerInputs.put(name, values.subset(studies)));
    return new Studies(
        Arrays.stream(studies).mapToObj(labels::get).toList(),
        years == null ? null : years.subset(studies),
        clusters == null ? null : clusters.subset(studies),
        fewer,
        kinds.isEmpty() ? kinds : Arrays.stream(studies).mapToObj(kinds::get).toList(),
        fewerInputs);
  }
}
