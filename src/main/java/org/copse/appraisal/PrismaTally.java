package org.copse.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts records by what was decided about them, after checking each row against itself. */
final class PrismaTally {

  private static final int SHOWN = 50;

  private final List<PrismaRecord> records;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Integer> databases = new LinkedHashMap<>();
  private final Map<String, Integer> registers = new LinkedHashMap<>();
  private final Map<String, Integer> otherSources = new LinkedHashMap<>();
  private final Map<String, Integer> removed = new LinkedHashMap<>();
  private final Branch main = new Branch();
  private final Branch other = new Branch();
  private final Set<String> previousStudies = new LinkedHashSet<>();
  private final Set<String> newStudies = new LinkedHashSet<>();
  private int previousReports;

  /** The steps that both branches have. */
  private static final class Branch {
    int screened;
    int excluded;
    int sought;
    int notRetrieved;
    int assessed;
    int reports;
    final Map<String, Integer> reasons = new LinkedHashMap<>();
  }

  private PrismaTally(List<PrismaRecord> records) {
    this.records = List.copyOf(records);
  }

  static PrismaTally of(List<PrismaRecord> records) {
    if (records.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot count the records: rows must be at least 1, was 0. Give one a record.");
    }
    PrismaTally tally = new PrismaTally(records);
    tally.records.forEach(tally::check);
    tally.throwIfAny();
    tally.records.forEach(tally::add);
    return tally;
  }

  static List<String> problems(List<PrismaRecord> records) {
    PrismaTally tally = new PrismaTally(records);
    tally.records.forEach(tally::check);
    return List.copyOf(tally.problems);
  }

  private void check(PrismaRecord record) {
    if (record.source().isBlank()) {
      problem(record, "source", "be named", "blank");
    }
    if (record.route() == PrismaRoute.PREVIOUS) {
      String why = "of the previous version";
      require(record, "study", record.study(), true, why);
      require(record, "removal", record.removed(), false, why);
      require(record, "screening decision", record.screenedIn(), false, why);
      require(record, "retrieval", record.retrieved(), false, why);
      require(record, "eligibility", record.eligible(), false, why);
      return;
    }
    boolean here = record.removed().isEmpty();
    boolean other = record.route() == PrismaRoute.OTHER;
    if (!other || record.screenedIn().isPresent()) {
      require(record, "screening decision", record.screenedIn(), here, "removed before screening");
    }
    here &= record.screenedIn().orElse(other);
    require(record, "retrieval", record.retrieved(), here, "left out before");
    here &= record.retrieved().orElse(false);
    require(record, "eligibility", record.eligible(), here, "without full text");
    boolean excluded = here && !record.eligible().orElse(true);
    require(record, "reason for exclusion", record.reason(), excluded, "not excluded as a report");
    here &= record.eligible().orElse(false);
    if (here) {
      require(record, "study", record.study(), true, "included");
    }
  }

  /** A decision is due exactly where the record is still in the flow. */
  private void require(
      PrismaRecord record, String what, Optional<?> decision, boolean due, String why) {
    if (due && decision.isEmpty()) {
      problem(record, what, "be given: the record is still in the flow", "missing");
    } else if (!due && decision.isPresent()) {
      problem(record, what, "be empty: the record was " + why, "'" + decision.get() + "'");
    }
  }

  private void problem(PrismaRecord record, String what, String rule, String was) {
    problems.add("Row %s: %s must %s, was %s.".formatted(record.row(), what, rule, was));
  }

  private void throwIfAny() {
    if (problems.isEmpty()) {
      return;
    }
    StringBuilder text =
        new StringBuilder("Cannot count the records: %s problems.".formatted(problems.size()));
    problems.stream().limit(SHOWN).forEach(problem -> text.append("\n  ").append(problem));
    if (problems.size() > SHOWN) {
      text.append("\n  ... and %s more".formatted(problems.size() - SHOWN));
    }
    throw new IllegalArgumentException(text.append("\nCorrect these rows.").toString());
  }

  private void add(PrismaRecord record) {
    switch (record.route()) {
      case PREVIOUS -> {
        previousStudies.add(record.study().orElseThrow());
        previousReports++;
        return;
      }
      case DATABASE -> databases.merge(record.source(), 1, Integer::sum);
      case REGISTER -> registers.merge(record.source(), 1, Integer::sum);
      case OTHER -> otherSources.merge(record.source(), 1, Integer::sum);
    }
    boolean isOther = record.route() == PrismaRoute.OTHER;
    if (record.removed().isPresent()) {
      if (!isOther) {
        removed.merge(record.removed().get(), 1, Integer::sum);
      }
      return;
    }
    step(record, isOther ? other : main);
  }

  private void step(PrismaRecord record, Branch branch) {
    branch.screened++;
    if (!record.screenedIn().orElse(true)) {
      branch.excluded++;
      return;
    }
    branch.sought++;
    if (!record.retrieved().orElseThrow()) {
      branch.notRetrieved++;
      return;
    }
    branch.assessed++;
    if (!record.eligible().orElseThrow()) {
      branch.reasons.merge(record.reason().orElseThrow(), 1, Integer::sum);
      return;
    }
    branch.reports++;
    newStudies.add(record.study().orElseThrow());
  }

  PrismaFlow flow(List<String> assumed) {
    newStudies.removeAll(previousStudies);
    boolean update = !previousStudies.isEmpty();
    PrismaCounts counts = new PrismaCounts(update);
    assumed.forEach(counts::note);
    addIdentified(counts);
    counts.screened(main.screened).excluded(main.excluded).sought(main.sought);
    counts.notRetrieved(main.notRetrieved).assessed(main.assessed);
    main.reasons.forEach(counts::reportsExcludedFor);
    if (main.reasons.isEmpty()) {
      counts.reportsExcluded(0);
    }
    addOthers(counts);
    counts.studies(newStudies.size()).reports(main.reports + other.reports);
    if (update) {
      counts.previousStudies(previousStudies.size()).previousReports(previousReports);
      counts.totalStudies(previousStudies.size() + newStudies.size());
      counts.totalReports(previousReports + main.reports + other.reports);
      anotherReport(counts);
    }
    return counts.check();
  }

  private void addIdentified(PrismaCounts counts) {
    databases.forEach(counts::database);
    registers.forEach(counts::register);
    if (databases.isEmpty() && registers.isEmpty()) {
      counts.identified(0);
    }
    removed.forEach(counts::removedFor);
    if (removed.isEmpty()) {
      counts.removed(0);
    }
  }

  private void anotherReport(PrismaCounts counts) {
    long more =
        records.stream()
            .filter(r -> r.route() != PrismaRoute.PREVIOUS && r.eligible().orElse(false))
            .filter(r -> previousStudies.contains(r.study().orElseThrow()))
            .count();
    if (more > 0) {
      counts.note(
          "%s new reports belong to studies of the previous version: they count as reports, not as new studies"
              .formatted(more));
    }
  }

  private void addOthers(PrismaCounts counts) {
    if (otherSources.isEmpty()) {
      return;
    }
    otherSources.forEach(counts::otherSource);
    counts.otherSought(other.sought).otherNotRetrieved(other.notRetrieved);
    counts.otherAssessed(other.assessed);
    other.reasons.forEach(counts::otherReportsExcludedFor);
    if (other.reasons.isEmpty()) {
      counts.otherReportsExcluded(0);
    }
  }
}
