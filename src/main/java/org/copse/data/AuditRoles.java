package org.copse.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Label, year, population and outcome columns of a table for an audit: those given as roles, else
 * those whose names say so.
 */
final class AuditRoles {

  private static final List<String> STUDY =
      List.of(
          "study",
          "studlab",
          "slab",
          "report",
          "author",
          "authors",
          "publication",
          "reference",
          "citation",
          "trial",
          "id",
          "name");
  private static final List<String> YEAR = List.of("year", "years", "yr", "pubyear");
  private static final List<String> POPULATION =
      List.of("trial", "population_id", "trial_id", "cohort", "nct", "registration", "cluster");
  private static final Set<String> OUTCOME =
      Set.of(
          "event",
          "outcome",
          "endpoint",
          "grade",
          "timepoint",
          "visit",
          "week",
          "month",
          "comparison",
          "setting",
          "arm",
          "category",
          "symptom",
          "scale",
          "instrument",
          "variable",
          "level",
          "measure",
          "metric");

  private final CellTable cells;
  private final Roles roles;
  private final List<String> said = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  AuditRoles(CellTable cells, Roles given, List<String> outcomes) {
    this.cells = cells;
    this.roles = guess(given, outcomes);
  }

  private Roles guess(Roles given, List<String> outcomes) {
    Roles all = given;
    if (all.study().isEmpty()) {
      String study = first(STUDY, "");
      all = study.isEmpty() ? all : all.withStudy(List.of(study));
    }
    if (all.year().isEmpty()) {
      String year = first(YEAR, "");
      all = year.isEmpty() || all.study().contains(year) ? all : all.withYear(year);
    }
    if (all.cluster().isEmpty()) {
      // the column that labels a study first of all tells trials apart, not what they share
      String label = all.study().isEmpty() ? "" : all.study().get(0);
      String population = first(POPULATION, label);
      boolean fits = !population.isEmpty() && !outcomes.contains(population);
      all = fits ? all.withCluster(population) : all;
    }
    say("labels", String.join(", ", all.study()));
    say("years", all.year());
    say("populations", all.cluster());
    return all;
  }

  private void say(String role, String columns) {
    if (!columns.isEmpty()) {
      said.add("%s: %s".formatted(role, columns));
      used.addAll(List.of(columns.split(", ")));
    }
  }

  private String first(List<String> names, String except) {
    for (String name : names) {
      for (CellColumn column : cells.columns()) {
        String plain = column.name().toLowerCase(Locale.ROOT).replace(' ', '_').replace('.', '_');
        if (plain.equals(name) && !column.name().equals(except)) {
          return column.name();
        }
      }
    }
    return "";
  }

  Roles roles() {
    return roles;
  }

  List<String> said() {
    return said;
  }

  /** Columns that are labels, years or ids and hold no data. */
  Set<String> used() {
    return used;
  }

  /** Columns whose rows are of different outcomes, by declaration or by name. */
  List<String> outcomeColumns(List<String> declared) {
    if (!declared.isEmpty()) {
      return declared;
    }
    List<String> found = new ArrayList<>();
    for (CellColumn column : cells.columns()) {
      List<String> words = ColumnWords.split(column.name());
      boolean named = words.size() == 1 && OUTCOME.contains(words.get(0));
      boolean free = !used.contains(column.name()) && !column.name().equals(roles.group());
      if (named && free && repeats(column)) {
        found.add(column.name());
      }
    }
    return found;
  }

  /** Whether a column has fewer texts than rows: one that tells all rows apart is a label. */
  private boolean repeats(CellColumn column) {
    Set<String> texts = new HashSet<>();
    int present = 0;
    for (int i = 0; i < column.size(); i++) {
      if (!column.isMissing(i, roles.missing())) {
        texts.add(column.text(i));
        present++;
      }
    }
    return texts.size() < present || present < 2;
  }

  /** Texts of some columns in each row, joined; the same instance for the same text. */
  List<String> keys(List<String> columns) {
    List<String> keys = new ArrayList<>();
    Map<String, String> same = new HashMap<>();
    for (int i = 0; i < cells.rows(); i++) {
      StringBuilder key = new StringBuilder();
      for (String name : columns) {
        CellColumn column = cells.column(name);
        boolean missing = column.isMissing(i, roles.missing());
        key.append(key.isEmpty() ? "" : ", ").append(missing ? "" : column.text(i));
      }
      keys.add(same.computeIfAbsent(key.toString(), k -> k));
    }
    return keys;
  }

  List<String> labels() {
    Labels naming = new Labels(cells, roles);
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < cells.rows(); i++) {
      String label = naming.of(i);
      labels.add(label.isBlank() ? "Row " + (i + 1) : label);
    }
    return labels;
  }
}
