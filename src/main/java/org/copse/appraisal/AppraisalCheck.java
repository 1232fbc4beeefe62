package org.copse.appraisal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.copse.effect.DataProblem;
import org.copse.effect.Studies;
import org.copse.effect.StudyDataException;

/** Reads answers and finds everything that is wrong with them at once. */
final class AppraisalCheck {

  private final Instrument instrument;
  private final boolean gaps;
  private final List<DataProblem> problems = new ArrayList<>();

  AppraisalCheck(Instrument instrument, boolean gaps) {
    this.instrument = instrument;
    this.gaps = gaps;
  }

  /** The answers of all studies, null where there is none. */
  List<AppraisalAnswer[]> read(List<AppraisedStudy> studies) {
    problems.addAll(
        Studies.problems(studies.stream().map(AppraisedStudy::study).toList(), "study"));
    List<AppraisalAnswer[]> all = new ArrayList<>();
    for (int i = 0; i < studies.size(); i++) {
      all.add(row(studies.get(i), i + 1));
    }
    return all;
  }

  /** Throws everything that was found, by study. */
  void throwIfAny() {
    problems.sort(Comparator.comparingInt(DataProblem::row));
    StudyDataException.throwIfAny(problems);
  }

  private AppraisalAnswer[] row(AppraisedStudy study, int row) {
    List<AppraisalDomain> domains = instrument.domains();
    AppraisalAnswer[] answers = new AppraisalAnswer[domains.size()];
    if (study.answers().size() != domains.size()) {
      add(
          study,
          row,
          "",
          "%s must have %s answers".formatted(instrument.name(), domains.size()),
          Integer.toString(study.answers().size()),
          "Give one a domain.");
      return answers;
    }
    for (int d = 0; d < answers.length; d++) {
      String cell = study.answers().get(d);
      answers[d] = domains.get(d).read(cell).orElse(null);
      if (answers[d] == null && !(gaps && cell.isBlank())) {
        unknown(study, row, domains.get(d), cell);
      }
    }
    contradictions(study, row, answers);
    return answers;
  }

  private void unknown(AppraisedStudy study, int row, AppraisalDomain domain, String cell) {
    String rule = "%s must be one of %s".formatted(domain.heading(), domain.options());
    boolean symbol =
        cell.strip().length() == 1 && !Character.isLetterOrDigit(cell.strip().charAt(0));
    String remedy =
        cell.isBlank()
            ? "Fill it in, or read with gaps."
            : symbol
                ? "Write the answer in words: figures of different programs use this symbol for different answers."
                : "Correct column %s.".formatted(domain.letter());
    add(study, row, domain.letter(), rule, cell.isBlank() ? "empty" : "'" + cell + "'", remedy);
  }

  /** A method can be judged only where the question before it gave a point. */
  private void contradictions(AppraisedStudy study, int row, AppraisalAnswer[] answers) {
    for (int d = 1; d < answers.length; d++) {
      AppraisalDomain domain = instrument.domains().get(d);
      boolean takes = domain.answers().stream().anyMatch(a -> a.points() < 0);
      if (takes
          && answers[d] != null
          && answers[d - 1] != null
          && answers[d].points() != 0
          && answers[d - 1].points() == 0) {
        AppraisalDomain before = instrument.domains().get(d - 1);
        String rule =
            "%s must be 'Not described' where %s is No"
                .formatted(domain.heading(), before.heading());
        add(study, row, domain.letter(), rule, answers[d].label(), "Correct one of the two.");
      }
    }
  }

  /** The overall judgements stated, empty where none is. */
  List<Optional<AppraisalAnswer>> judgements(List<AppraisedStudy> studies) {
    List<AppraisalAnswer> options =
        instrument.hasOverall()
            ? instrument.overallAnswers()
            : instrument.domains().get(0).answers();
    AppraisalDomain overall = new AppraisalDomain("Overall", "judgement", "", options);
    List<Optional<AppraisalAnswer>> stated = new ArrayList<>();
    for (int i = 0; i < studies.size(); i++) {
      String cell = studies.get(i).overall();
      Optional<AppraisalAnswer> read = cell.isBlank() ? Optional.empty() : overall.read(cell);
      if (read.isEmpty() && !cell.isBlank()) {
        unknown(studies.get(i), i + 1, overall, cell);
      }
      stated.add(read);
    }
    return stated;
  }

  /** The totals stated, empty where none is. */
  List<Optional<Integer>> totals(List<AppraisedStudy> studies) {
    List<Optional<Integer>> totals = new ArrayList<>();
    for (int i = 0; i < studies.size(); i++) {
      String cell = studies.get(i).overall().strip();
      boolean whole = cell.matches("\\d{1,3}");
      if (!whole && !cell.isEmpty()) {
        String rule = "total must be a whole number of 0 to %s".formatted(instrument.maximum());
        add(studies.get(i), i + 1, "total", rule, "'" + cell + "'", "Correct the total.");
      }
      totals.add(whole ? Optional.of(Integer.valueOf(cell)) : Optional.empty());
    }
    return totals;
  }

  private void add(
      AppraisedStudy study, int row, String column, String rule, String was, String remedy) {
    problems.add(new DataProblem(study.study(), row, column, rule, was, remedy));
  }
}
