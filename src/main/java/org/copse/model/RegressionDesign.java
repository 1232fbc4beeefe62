package org.copse.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.numeric.LongRun;

/** The columns of a meta-regression: the intercept, numbers as they are, categories as 0 and 1. */
final class RegressionDesign {

  private static final double DEPENDENT = 1e-9;

  /** A moderator: its values, and for categories the reference first. */
  record Term(String name, Moderator values, List<String> categories) {
    boolean isNumeric() {
      return categories.isEmpty();
    }
  }

  private final List<Term> terms = new ArrayList<>();
  private final List<String> names = new ArrayList<>(List.of("intercept"));
  private final int[] rows;
  private final double[][] columns;
  private final List<String> left;

  RegressionDesign(Effects effects, List<String> moderators, Map<String, String> references) {
    List<Moderator> values = moderators.stream().map(effects.studies()::moderator).toList();
    this.rows =
        Arrays.stream(effects.estimable())
            .filter(i -> values.stream().noneMatch(m -> m.isMissing(i)))
            .toArray();
    this.left =
        IntStream.range(0, effects.size())
            .filter(i -> Arrays.binarySearch(rows, i) < 0)
            .mapToObj(effects.studies()::label)
            .toList();
    for (int m = 0; m < values.size(); m++) {
      add(moderators.get(m), values.get(m), references.get(moderators.get(m)));
    }
    requireStudies(effects);
    List<double[]> all = new ArrayList<>();
    for (int i : rows) {
      int row = i;
      LongRun.heed();
      all.add(row(terms.stream().map(t -> value(t, row)).toArray()));
    }
    this.columns = new double[names.size()][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < names.size(); j++) {
        columns[j][i] = all.get(i)[j];
      }
    }
    requireIndependent();
  }

  private static Object value(Term term, int study) {
    return term.values() instanceof Moderator.Numeric numbers && term.isNumeric()
        ? (Object) numbers.value(study)
        : term.values().text(study);
  }

  private void add(String name, Moderator values, String reference) {
    if (values instanceof Moderator.Numeric && reference == null) {
      terms.add(new Term(name, values, List.of()));
      names.add(name);
      return;
    }
    TreeSet<String> found = new TreeSet<>();
    Arrays.stream(rows).forEach(i -> found.add(values.text(i)));
    List<String> categories = new ArrayList<>(found);
    if (reference != null && !reference.isEmpty()) {
      if (!categories.remove(reference)) {
        throw new IllegalArgumentException(
            "Cannot fit the meta-regression: the reference of '%s' must be one of its values %s, was '%s'. Choose one of them."
                .formatted(name, found, reference));
      }
      categories.add(0, reference);
    }
    terms.add(new Term(name, values, List.copyOf(categories)));
    categories.stream().skip(1).forEach(c -> names.add(name + " = " + c));
  }

  private void requireStudies(Effects effects) {
    if (rows.length <= names.size()) {
      throw new IllegalArgumentException(
          "Cannot fit the meta-regression: studies must be more than coefficients, was %s of %s studies for %s coefficients %s. Leave moderators out."
              .formatted(rows.length, effects.size(), names.size(), names));
    }
  }

  private void requireIndependent() {
    double[] shares = WeightedDesign.independence(columns);
    for (int j = 0; j < shares.length; j++) {
      if (!(shares[j] > DEPENDENT)) {
        throw new IllegalArgumentException(
            "Cannot fit the meta-regression: coefficient '%s' must not follow from %s, was the same information. Leave it out."
                .formatted(names.get(j), names.subList(0, j)));
      }
    }
  }

  /** The row of the design for a value of each moderator, in order. */
  double[] row(Object... values) {
    if (values.length != terms.size()) {
      throw new IllegalArgumentException(
          "Cannot predict: there must be one value for each of %s, was %s values. Give them in that order."
              .formatted(terms.stream().map(Term::name).toList(), values.length));
    }
    double[] row = new double[names.size()];
    row[0] = 1;
    int at = 1;
    for (int m = 0; m < values.length; m++) {
      Term term = terms.get(m);
      if (term.isNumeric()) {
        row[at++] = number(term, values[m]);
        continue;
      }
      int category = term.categories().indexOf(String.valueOf(values[m]));
      if (category < 0) {
        throw new IllegalArgumentException(
            "Cannot predict: '%s' must be one of %s, was '%s'. Give one of them."
                .formatted(term.name(), term.categories(), values[m]));
      }
      if (category > 0) {
        row[at + category - 1] = 1;
      }
      at += term.categories().size() - 1;
    }
    return row;
  }

  private static double number(Term term, Object value) {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(
        "Cannot predict: '%s' must be a finite number, was '%s'. Give a number."
            .formatted(term.name(), value));
  }

  List<Term> terms() {
    return terms;
  }

  List<String> names() {
    return names;
  }

  int[] rows() {
    return rows;
  }

  double[][] columns() {
    return columns;
  }

  /** Labels of the studies that are not used. */
  List<String> left() {
    return left;
  }
}
