package org.copse.descriptive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Patients as columns: the group of each and what is known of them. Immutable: every method returns
 * new data.
 */
public final class PatientData {

  /** A variable: either numbers, NaN where missing, or labels, empty where missing. */
  record Variable(
      String name, Optional<double[]> numbers, List<String> labels, List<String> levels) {}

  private final int size;
  private final List<String> groups;
  private final List<String> order;
  private final List<Variable> variables;

  private PatientData(int size, List<String> groups, List<String> order, List<Variable> variables) {
    this.size = size;
    this.groups = List.copyOf(groups);
    this.order = List.copyOf(order);
    this.variables = List.copyOf(variables);
  }

  /**
   * Patients who are one group.
   *
   * @param size how many
   * @return data without variables
   */
  public static PatientData together(int size) {
    if (size < 1) {
      throw new IllegalArgumentException(
          "Cannot describe patients: there must be at least 1, was %s. Check the table."
              .formatted(size));
    }
    return new PatientData(size, List.of(), List.of(), List.of());
  }

  /**
   * Patients in groups.
   *
   * @param groups label of each patient's group
   * @return data without variables; groups in the order of appearance
   * @throws IllegalArgumentException naming every row without a group
   */
  public static PatientData grouped(List<String> groups) {
    List<String> bad = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).isBlank()) {
        bad.add("row " + (i + 1));
      }
    }
    if (!bad.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot describe patients: each must have a group, was empty in %s. Fill it in, or filter the rows."
              .formatted(String.join(", ", bad)));
    }
    PatientData data = together(groups.size());
    return new PatientData(
        data.size, groups, new ArrayList<>(new LinkedHashSet<>(groups)), List.of());
  }

  /**
   * The groups in another order.
   *
   * @param first groups that come first
   * @return new data
   * @throws IllegalArgumentException when a group has no patients
   */
  public PatientData groupOrder(String... first) {
    LinkedHashSet<String> all = new LinkedHashSet<>(Arrays.asList(first));
    requireAmong("group", all, order);
    all.addAll(order);
    return new PatientData(size, groups, new ArrayList<>(all), variables);
  }

  private static void requireAmong(String what, LinkedHashSet<String> named, List<String> known) {
    List<String> unknown = named.stream().filter(name -> !known.contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot order the %ss: each must be one of %s, was %s. Check the spelling."
              .formatted(what, known, unknown));
    }
  }

  /**
   * Adds a variable of categories.
   *
   * @param name its name
   * @param labels category of each patient, empty where missing
   * @param first categories that come first; the others follow as they appear. A category without
   *     patients may be named, and is shown with 0
   * @return new data
   */
  public PatientData categories(String name, List<String> labels, String... first) {
    requireSize(name, labels.size());
    LinkedHashSet<String> levels = new LinkedHashSet<>(Arrays.asList(first));
    labels.stream().filter(label -> !label.isBlank()).forEach(levels::add);
    return plus(new Variable(name, Optional.empty(), List.copyOf(labels), List.copyOf(levels)));
  }

  /**
   * Adds a variable of numbers.
   *
   * @param name its name
   * @param values one a patient, NaN where missing
   * @return new data
   * @throws IllegalArgumentException when a value is infinite
   */
  public PatientData numbers(String name, double... values) {
    requireSize(name, values.length);
    List<String> bad = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      if (Double.isInfinite(values[i])) {
        bad.add("row %s was %s".formatted(i + 1, values[i]));
      }
    }
    if (!bad.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot describe '%s': each number must be finite, or NaN where missing, but %s. Correct them."
              .formatted(name, String.join("; ", bad)));
    }
    return plus(new Variable(name, Optional.of(values.clone()), List.of(), List.of()));
  }

  private void requireSize(String name, int found) {
    Objects.requireNonNull(name, "name");
    if (found != size || variables.stream().anyMatch(v -> v.name().equals(name))) {
      throw new IllegalArgumentException(
          "Cannot add variable '%s': it must be new and have %s values, was %s. Check the table."
              .formatted(name, size, found));
    }
  }

  private PatientData plus(Variable variable) {
    List<Variable> more = new ArrayList<>(variables);
    more.add(variable);
    return new PatientData(size, groups, order, more);
  }

  /**
   * How many patients.
   *
   * @return rows
   */
  public int size() {
    return size;
  }

  /**
   * The groups.
   *
   * @return in their order, none where patients are one group
   */
  public List<String> groups() {
    return order;
  }

  List<Variable> variables() {
    return variables;
  }

  boolean isIn(int row, String group) {
    return groups.get(row).equals(group);
  }
}
