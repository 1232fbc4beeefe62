package org.copse.appraisal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Checks the given boxes of a flow and completes them. */
final class PrismaChecks {

  private final boolean update;
  private final boolean others;
  private final Map<PrismaBox, List<PrismaPart>> parts;
  private final Map<PrismaBox, Integer> given = new EnumMap<>(PrismaBox.class);
  private final List<String> mismatches = new ArrayList<>();
  private final PrismaBounds bounds;

  PrismaChecks(
      boolean update, Map<PrismaBox, Integer> totals, Map<PrismaBox, List<PrismaPart>> parts) {
    this.update = update;
    this.parts = parts;
    given.putAll(totals);
    parts.forEach(this::addParts);
    this.others = given.keySet().stream().anyMatch(PrismaBox::isOther);
    this.bounds = new PrismaBounds(update, given, PrismaSum.all(update, others));
    mismatches.addAll(bounds.problems());
    limit(PrismaBox.SYNTHESISED, update ? PrismaBox.TOTAL_STUDIES : PrismaBox.STUDIES);
  }

  private void addParts(PrismaBox box, List<PrismaPart> lines) {
    int sum = lines.stream().mapToInt(PrismaPart::count).reduce(0, Math::addExact);
    Integer total = given.putIfAbsent(box, sum);
    if (total != null && total != sum) {
      String terms =
          lines.stream()
              .map(line -> "%s %s".formatted(line.name(), PrismaCount.grouped(line.count())))
              .collect(Collectors.joining(" + "));
      mismatches.add(
          "'%s' (%s) must be the sum of its lines (%s), was %s"
              .formatted(
                  box.label(update), PrismaCount.grouped(total), terms, PrismaCount.grouped(sum)));
    }
  }

  private void limit(PrismaBox part, PrismaBox whole) {
    Integer number = given.get(part);
    Optional<Integer> most = value(whole);
    if (number != null && most.isPresent() && number > most.get()) {
      mismatches.add(
          "'%s' must be at most '%s' (%s), was %s"
              .formatted(
                  part.label(update),
                  whole.label(update),
                  PrismaCount.grouped(most.get()),
                  PrismaCount.grouped(number)));
    }
  }

  private Optional<Integer> value(PrismaBox box) {
    Integer number = given.get(box);
    return number != null ? Optional.of(number) : bounds.determined(box);
  }

  /** Boxes that belong to another kind of flow, or are missing from an update. */
  List<String> misplaced() {
    List<String> problems = new ArrayList<>();
    if (!update) {
      given.keySet().stream()
          .filter(PrismaBox::isUpdate)
          .forEach(
              box ->
                  problems.add(
                      "'%s' must belong to an updated review, was given for a new one. Start with PrismaFlow.updatedReview()."
                          .formatted(box.label(update))));
    } else if (!given.containsKey(PrismaBox.PREVIOUS_STUDIES)
        && !given.containsKey(PrismaBox.PREVIOUS_REPORTS)) {
      problems.add(
          "'%s' must be given for an updated review, was missing. Call previousStudies(...), or start with PrismaFlow.newReview()."
              .formatted(PrismaBox.PREVIOUS_STUDIES.label(true)));
    }
    return problems;
  }

  List<String> mismatches() {
    return mismatches;
  }

  /** All boxes of this kind of flow, in order. */
  List<PrismaCount> counts() {
    List<PrismaCount> counts = new ArrayList<>();
    for (PrismaBox box : PrismaBox.values()) {
      boolean here = (update || !box.isUpdate()) && (others || !box.isOther());
      if (here && (box != PrismaBox.SYNTHESISED || given.containsKey(box))) {
        OptionalInt count = value(box).map(OptionalInt::of).orElse(OptionalInt.empty());
        boolean computed = count.isPresent() && !given.containsKey(box);
        counts.add(new PrismaCount(box, count, computed, parts.getOrDefault(box, List.of())));
      }
    }
    return counts;
  }

  List<String> notes() {
    List<String> notes = new ArrayList<>();
    List<PrismaCount> drawn = counts().stream().filter(c -> c.box().isDrawn()).toList();
    String computed =
        drawn.stream()
            .filter(PrismaCount::computed)
            .map(c -> "%s (%s)".formatted(lower(c.box()), number(c)))
            .collect(Collectors.joining("; "));
    if (!computed.isEmpty()) {
      notes.add("not given, computed from the other boxes: " + computed);
    }
    String absent =
        drawn.stream()
            .filter(c -> c.count().isEmpty())
            .map(c -> lower(c.box()))
            .collect(Collectors.joining("; "));
    if (!absent.isEmpty()) {
      notes.add("not stated, and not determined by the other boxes: " + absent);
    }
    lost(notes);
    value(PrismaBox.OTHER_NOT_SOUGHT)
        .filter(count -> count > 0)
        .ifPresent(
            count ->
                notes.add(
                    "%s records from other methods were not sought; the diagram has no box for them"
                        .formatted(PrismaCount.grouped(count))));
    unusual(notes);
    return notes;
  }

  /** Where records were left out at steps that are not stated, how many in all. */
  private void lost(List<String> notes) {
    Optional<Integer> first = value(PrismaBox.IDENTIFIED);
    Optional<Integer> last = value(others ? PrismaBox.DATABASE_REPORTS : PrismaBox.REPORTS);
    if (first.isPresent() && last.isPresent() && value(PrismaBox.EXCLUDED).isEmpty()) {
      notes.add(
          "%s of the %s records identified were left out between identification and inclusion; at which step is not stated in full"
              .formatted(
                  PrismaCount.grouped(first.get() - last.get()), PrismaCount.grouped(first.get())));
    }
  }

  private void unusual(List<String> notes) {
    Optional<Integer> studies = value(PrismaBox.STUDIES);
    Optional<Integer> reports = value(PrismaBox.REPORTS);
    if (studies.isPresent() && reports.isPresent() && studies.get() > reports.get()) {
      notes.add("more studies than reports: some report must describe several studies");
    }
    if (value(PrismaBox.REPORTS_EXCLUDED).orElse(0) > 0
        && !parts.containsKey(PrismaBox.REPORTS_EXCLUDED)) {
      notes.add("the reasons for excluding reports are not stated");
    }
    if (value(PrismaBox.OTHER_REPORTS_EXCLUDED).orElse(0) > 0
        && !parts.containsKey(PrismaBox.OTHER_REPORTS_EXCLUDED)) {
      notes.add("the reasons for excluding reports from other methods are not stated");
    }
  }

  private static String number(PrismaCount count) {
    return PrismaCount.grouped(count.count().getAsInt());
  }

  private String lower(PrismaBox box) {
    String label = box.label(update);
    return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }
}
