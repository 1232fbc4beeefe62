package org.copse.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A table of trials as an audit sees it: labels, what the columns are, which rows are of the same
 * outcome and of the same patients.
 *
 * <p>Made by {@link #of(String, List)} and its builder; {@link Builder#audit()} runs every check.
 */
public final class AuditTable {

  /**
   * Limits of a scale of whole numbers.
   *
   * @param low lowest possible value, perhaps −∞
   * @param high highest possible value, perhaps ∞
   */
  record Scale(double low, double high) {}

  private final Builder given;
  private final List<List<Integer>> strata;

  private AuditTable(Builder given) {
    this.given = given;
    Map<String, List<Integer>> rows = new LinkedHashMap<>();
    for (int i = 0; i < given.labels.size(); i++) {
      rows.computeIfAbsent(given.outcomes.get(i), o -> new ArrayList<>()).add(i);
    }
    this.strata = List.copyOf(rows.values());
  }

  /**
   * Starts a table.
   *
   * @param name of the table
   * @param labels one a row
   * @return a builder
   */
  public static Builder of(String name, List<String> labels) {
    return new Builder(name, labels);
  }

  int rows() {
    return given.labels.size();
  }

  String label(int row) {
    return given.labels.get(row);
  }

  /** The outcome of a row, empty where there is but one. */
  String outcome(int row) {
    return given.outcomes.get(row);
  }

  /** Rows of the same outcome, by index. */
  List<List<Integer>> strata() {
    return strata;
  }

  /** The population's id, empty where unknown. */
  String population(int row) {
    return given.populations.isEmpty() ? "" : given.populations.get(row);
  }

  String populationColumn() {
    return given.populationColumn;
  }

  /** Where labels come from, empty where rows are only numbered. */
  String studyColumn() {
    return given.studyColumn;
  }

  /** The columns that tell reports apart: of the labels, else of the patients. */
  String reportColumns() {
    if (!given.studyColumn.isEmpty()) {
      return given.studyColumn;
    }
    List<AuditColumn> totals = new ArrayList<>();
    eachCounts(c -> totals.add(c.total()));
    eachMeans(m -> totals.add(m.n()));
    totals.add(given.treatmentTotal);
    totals.add(given.controlTotal);
    return Findings.names(totals.stream().distinct().toArray(AuditColumn[]::new));
  }

  /** Totals that no counts or means go with. */
  List<AuditColumn> looseTotals() {
    return List.of(given.treatmentTotal, given.controlTotal);
  }

  AuditColumn years() {
    return given.years;
  }

  AuditColumn randomised() {
    return given.randomised;
  }

  int thisYear() {
    return given.thisYear;
  }

  List<AuditData> data() {
    return given.data;
  }

  /** The scale of a column of means of whole numbers, null where it is not one. */
  Scale scale(AuditColumn mean) {
    return given.scales.get(mean.name());
  }

  boolean anyScale() {
    return !given.scales.isEmpty();
  }

  /** All groups of counts, arms of comparisons among them. */
  void eachCounts(Consumer<AuditData.Counts> use) {
    for (AuditData part : given.data) {
      if (part instanceof AuditData.Counts counts) {
        use.accept(counts);
      } else if (part instanceof AuditData.TwoCounts two) {
        use.accept(two.treatment());
        use.accept(two.control());
      }
    }
  }

  /** All groups of means, arms of comparisons among them. */
  void eachMeans(Consumer<AuditData.Means> use) {
    for (AuditData part : given.data) {
      if (part instanceof AuditData.Means means) {
        use.accept(means);
      } else if (part instanceof AuditData.TwoMeans two) {
        use.accept(two.treatment());
        use.accept(two.control());
      }
    }
  }

  /** All reported contrasts. */
  void eachContrast(Consumer<AuditData.Contrast> use) {
    for (AuditData part : given.data) {
      if (part instanceof AuditData.Contrast contrast) {
        use.accept(contrast);
      }
    }
  }

  /** Patients of both arms in a row, NaN where no total is known; of the first data that has. */
  double patients(int row, boolean treatment) {
    for (AuditData part : given.data) {
      AuditColumn n = AuditParts.patients(part, treatment);
      if (n.has(row)) {
        return n.value(row);
      }
    }
    AuditColumn arm = treatment ? given.treatmentTotal : given.controlTotal;
    return arm.value(row);
  }

  /** Whether a row reports an outcome, and not only how many patients there were. */
  boolean hasOutcome(int row) {
    return given.data.stream().anyMatch(part -> AuditParts.hasOutcome(part, row));
  }

  /** Collects what is known of the table, then audits it. */
  public static final class Builder {
    private final String name;
    private final List<String> labels;
    private List<String> outcomes;
    private List<String> populations = List.of();
    private String populationColumn = "";
    private String studyColumn = "";
    private AuditColumn years = AuditColumn.absent();
    private AuditColumn randomised = AuditColumn.absent();
    private AuditColumn treatmentTotal = AuditColumn.absent();
    private AuditColumn controlTotal = AuditColumn.absent();
    private int thisYear = Integer.MAX_VALUE - 1;
    private final List<AuditData> data = new ArrayList<>();
    private final Map<String, Scale> scales = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> lookedAt = new ArrayList<>();
    private final List<String> unchecked = new ArrayList<>();

    private Builder(String name, List<String> labels) {
      if (labels.isEmpty()) {
        throw new IllegalArgumentException(
            "Cannot audit '%s': table must have at least one row, was empty. Check the filter that made it."
                .formatted(name));
      }
      this.name = name;
      this.labels = List.copyOf(labels);
      this.outcomes = java.util.Collections.nCopies(labels.size(), "");
    }

    private <T> void requireRows(String what, List<T> list) {
      if (list.size() != labels.size()) {
        throw new IllegalArgumentException(
            "Cannot audit '%s': %s must have %s rows, was %s. Give one value a row."
                .formatted(name, what, labels.size(), list.size()));
      }
    }

    private void requireRows(AuditColumn column) {
      if (!column.isAbsent() && column.size() != labels.size()) {
        throw new IllegalArgumentException(
            "Cannot audit '%s': column '%s' must have %s rows, was %s. Give one value a row."
                .formatted(name, column.name(), labels.size(), column.size()));
      }
    }

    /**
     * Says which column labels come from.
     *
     * @param column its name
     * @return this builder
     */
    public Builder studyColumn(String column) {
      studyColumn = column;
      return this;
    }

    /**
     * Outcomes: rows of different ones are not compared and may be of the same patients.
     *
     * @param perRow one text a row
     * @return this builder
     */
    public Builder outcomes(List<String> perRow) {
      requireRows("outcomes", perRow);
      outcomes = List.copyOf(perRow);
      return this;
    }

    /**
     * Ids of trials or populations: rows of the same outcome with the same id share patients.
     *
     * @param column name of the column
     * @param perRow one text a row, empty where unknown
     * @return this builder
     */
    public Builder populations(String column, List<String> perRow) {
      requireRows("populations", perRow);
      populationColumn = column;
      populations = List.copyOf(perRow);
      return this;
    }

    /**
     * Years of publication.
     *
     * @param column the years
     * @param asOf the year that it is now
     * @return this builder
     */
    public Builder years(AuditColumn column, int asOf) {
      requireRows(column);
      years = column;
      thisYear = asOf;
      return this;
    }

    /**
     * Patients that each trial randomised, all arms.
     *
     * @param column the numbers
     * @return this builder
     */
    public Builder randomised(AuditColumn column) {
      requireRows(column);
      randomised = column;
      return this;
    }

    /**
     * Patients of the arms where no counts or means go with them.
     *
     * @param treatment patients of one arm
     * @param control patients of the other, perhaps absent
     * @return this builder
     */
    public Builder totals(AuditColumn treatment, AuditColumn control) {
      requireRows(treatment);
      requireRows(control);
      treatmentTotal = treatment;
      controlTotal = control;
      return this;
    }

    /**
     * Adds data to check.
     *
     * @param part what some columns are together
     * @return this builder
     */
    public Builder add(AuditData part) {
      part.columns().forEach(this::requireRows);
      data.add(part);
      return this;
    }

    /**
     * Says that a column holds means of whole numbers, such as points of a questionnaire.
     *
     * @param mean name of the column of means
     * @param low lowest possible value, −∞ where unknown
     * @param high highest possible value, ∞ where unknown
     * @return this builder
     */
    public Builder wholeNumbers(String mean, double low, double high) {
      if (!(low < high)) {
        throw new IllegalArgumentException(
            "Cannot audit scale of '%s': lowest value must be below the highest, was %s and %s. Swap them."
                .formatted(mean, low, high));
      }
      scales.put(mean, new Scale(low, high));
      return this;
    }

    /**
     * Adds a finding made while the table was read.
     *
     * @param finding the finding
     * @return this builder
     */
    public Builder finding(Finding finding) {
      findings.add(finding);
      return this;
    }

    /**
     * Says what a column was taken for.
     *
     * @param sentence the sentence
     * @return this builder
     */
    public Builder lookedAt(String sentence) {
      lookedAt.add(sentence);
      return this;
    }

    /**
     * Says what is not checked, and why.
     *
     * @param sentence the sentence
     * @return this builder
     */
    public Builder unchecked(String sentence) {
      unchecked.add(sentence);
      return this;
    }

    /**
     * Runs every check.
     *
     * @return what was found
     */
    public Audit audit() {
      AuditTable table = new AuditTable(this);
      Findings found = new Findings(table);
      List<String> skipped = new ArrayList<>(unchecked);
      skipped.addAll(Checks.run(table, found));
      List<Finding> all = new ArrayList<>(findings);
      all.addAll(found.all());
      return new Audit(name, labels.size(), all, lookedAt, skipped);
    }
  }
}
