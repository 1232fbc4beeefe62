package org.copse.appraisal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The overall judgement of each study by the instrument's rule, beside what the reviewers state.
 */
final class OverallJudgements {

  private final Instrument instrument;
  private final List<String> labels;
  private final List<AppraisalAnswer[]> answers;
  private final List<Optional<AppraisalAnswer>> judgements = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  OverallJudgements(Instrument instrument, List<String> labels, List<AppraisalAnswer[]> answers) {
    this.instrument = instrument;
    this.labels = labels;
    this.answers = answers;
    for (AppraisalAnswer[] row : answers) {
      judgements.add(instrument.isScored() ? byCut(row) : byRule(row));
    }
    gaps();
  }

  List<Optional<AppraisalAnswer>> judgements() {
    return judgements;
  }

  List<String> notes() {
    return notes;
  }

  static OptionalInt sum(AppraisalAnswer[] row) {
    return Arrays.stream(row).anyMatch(Objects::isNull)
        ? OptionalInt.empty()
        : OptionalInt.of(Arrays.stream(row).mapToInt(AppraisalAnswer::points).sum());
  }

  private Optional<AppraisalAnswer> byCut(AppraisalAnswer[] row) {
    OptionalInt sum = sum(row);
    if (sum.isEmpty() || instrument.cut().isEmpty()) {
      return Optional.empty();
    }
    boolean high = sum.getAsInt() >= instrument.cut().getAsInt();
    return Optional.of(instrument.overallAnswers().get(high ? 0 : 1));
  }

  private Optional<AppraisalAnswer> byRule(AppraisalAnswer[] row) {
    List<Judgement> counted = new ArrayList<>();
    for (int d = 0; d < row.length; d++) {
      if (instrument.isKey(d)) {
        if (row[d] == null) {
          return Optional.empty();
        }
        counted.add(row[d].judgement());
      }
    }
    return instrument
        .rule()
        .judge(counted, instrument.severalConcerns())
        .flatMap(
            j -> instrument.overallAnswers().stream().filter(a -> a.judgement() == j).findFirst());
  }

  private void gaps() {
    List<String> gaps = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      List<String> own = new ArrayList<>();
      for (int d = 0; d < answers.get(i).length; d++) {
        if (answers.get(i)[d] == null) {
          own.add(instrument.domains().get(d).letter());
        }
      }
      if (!own.isEmpty()) {
        gaps.add(labels.get(i) + " (" + String.join(", ", own) + ")");
      }
    }
    if (!gaps.isEmpty()) {
      notes.add("No answer was given for " + String.join("; ", gaps) + ".");
    }
  }

  /** Takes the judgements that the reviewers state, and says where they differ from the rule. */
  void state(List<Optional<AppraisalAnswer>> stated) {
    List<String> milder = new ArrayList<>();
    List<String> stricter = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (int i = 0; i < stated.size(); i++) {
      Optional<AppraisalAnswer> rule = judgements.get(i);
      Optional<AppraisalAnswer> own = stated.get(i);
      if (own.isPresent()) {
        judgements.set(i, own);
        if (rule.isPresent() && !rule.equals(own)) {
          String text =
              "%s (%s, by rule %s)".formatted(labels.get(i), own.get().label(), rule.get().label());
          boolean lower = own.get().judgement().severity() < rule.get().judgement().severity();
          (lower ? milder : stricter).add(text);
        }
      } else if (rule.isEmpty() && severalConcerns(answers.get(i))) {
        open.add(labels.get(i));
      }
    }
    note("The overall judgement stated is milder than the rule allows: ", milder);
    note("The overall judgement stated is stricter than, or other than, the rule's: ", stricter);
    if (!open.isEmpty()) {
      notes.add(
          "No overall judgement yet for "
              + String.join("; ", open)
              + ": whether several domains with some concerns make a high risk is the reviewers' judgement. State it in a column, or choose with severalConcerns(SeveralConcerns...).");
    }
    silent();
  }

  private boolean severalConcerns(AppraisalAnswer[] row) {
    return instrument.rule() == OverallRule.ROB_2 && Arrays.stream(row).allMatch(Objects::nonNull);
  }

  private void silent() {
    List<String> silent = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      if (judgements.get(i).filter(a -> !a.judgement().isOrdered()).isPresent()) {
        silent.add(labels.get(i));
      }
    }
    if (!silent.isEmpty()) {
      notes.add(
          "No information overall for "
              + String.join("; ", silent)
              + ": every domain was taken as a key one, which is a judgement.");
    }
  }

  /** Says where the totals that the reviewers state are not the sums of their points. */
  void compareTotals(List<Optional<Integer>> stated) {
    List<String> differ = new ArrayList<>();
    for (int i = 0; i < stated.size(); i++) {
      OptionalInt sum = sum(answers.get(i));
      Optional<Integer> own = stated.get(i);
      if (own.isPresent() && sum.isPresent() && own.get() != sum.getAsInt()) {
        differ.add("%s (%s, sum %s)".formatted(labels.get(i), own.get(), sum.getAsInt()));
      }
    }
    note("The total stated is not the sum of the points, which is used: ", differ);
  }

  private void note(String words, List<String> studies) {
    if (!studies.isEmpty()) {
      notes.add(words + String.join("; ", studies) + ".");
    }
  }
}
