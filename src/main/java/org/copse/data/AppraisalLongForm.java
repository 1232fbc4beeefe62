package org.copse.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.copse.appraisal.Appraisal;
import org.copse.appraisal.AppraisalDomain;
import org.copse.appraisal.AppraisedStudy;
import org.copse.appraisal.Instrument;
import org.copse.effect.DataProblem;
import org.copse.effect.StudyDataException;

/** Answers with one row a study and domain; all bad rows are named at once, by their own number. */
final class AppraisalLongForm {

  private final CellTable cells;
  private final Roles roles;
  private final Instrument instrument;
  private final CellColumn domains;
  private final CellColumn answers;
  private final AppraisalCells reader;
  private final Map<String, int[]> rows = new LinkedHashMap<>();
  private final List<DataProblem> problems = new ArrayList<>();

  AppraisalLongForm(
      CellTable cells, Roles roles, Instrument instrument, String domain, String answer) {
    this.cells = cells;
    this.roles = roles;
    this.instrument = instrument;
    this.domains = cells.column(domain);
    this.answers = cells.column(answer);
    this.reader = new AppraisalCells(instrument, roles);
  }

  Appraisal read(boolean gaps) {
    Labels labels = new Labels(cells, roles);
    for (int i = 0; i < cells.rows(); i++) {
      place(labels.of(i), i);
    }
    List<AppraisedStudy> studies = new ArrayList<>();
    rows.forEach((label, at) -> studies.add(study(label, at)));
    List<DataProblem> found = new ArrayList<>(problems);
    Appraisal read = null;
    try {
      // an answer that a bad row holds is no gap of its own
      boolean lenient = gaps || !problems.isEmpty();
      read = lenient ? Appraisal.withGaps(instrument, studies) : Appraisal.of(instrument, studies);
    } catch (StudyDataException e) {
      e.problems().forEach(problem -> found.add(inTable(problem)));
    }
    found.sort(Comparator.comparingInt(DataProblem::row));
    StudyDataException.throwIfAny(found);
    return read;
  }

  private void place(String label, int row) {
    int last = instrument.domains().size();
    int[] at =
        rows.computeIfAbsent(label, key -> IntStream.range(0, last + 1).map(d -> -1).toArray());
    int d = domainOf(domains.text(row));
    if (d < 0) {
      String headings =
          String.join("; ", instrument.domains().stream().map(AppraisalDomain::heading).toList());
      String rule = "domain must be one of %s, or Overall".formatted(headings);
      add(label, row, rule, domains.text(row));
    } else if (at[d] >= 0) {
      String rule = "a domain must have one answer a study";
      add(label, row, rule, domains.text(row) + "' again, '" + answers.text(row));
    } else {
      at[d] = row;
    }
  }

  private AppraisedStudy study(String label, int[] at) {
    int last = at.length - 1;
    List<String> own =
        IntStream.range(0, last)
            .mapToObj(
                d -> at[d] < 0 ? "" : reader.answer(answers, at[d], instrument.domains().get(d)))
            .toList();
    return new AppraisedStudy(label, own, at[last] < 0 ? "" : reader.overall(answers, at[last]));
  }

  /** The problem at the row of its study and domain; a study's first row where it has none. */
  private DataProblem inTable(DataProblem problem) {
    int[] at = rows.get(problem.study());
    int d = problem.column().equals("total") ? at.length - 1 : domainOf(problem.column());
    int row = d >= 0 && at[d] >= 0 ? at[d] : IntStream.of(at).filter(r -> r >= 0).min().orElse(0);
    return new DataProblem(
        problem.study(),
        row + 1,
        problem.column(),
        problem.rule(),
        problem.value(),
        problem.remedy());
  }

  private void add(String study, int row, String rule, String was) {
    String remedy = "Correct column " + domains.name() + ".";
    problems.add(new DataProblem(study, row + 1, domains.name(), rule, "'" + was + "'", remedy));
  }

  private int domainOf(String text) {
    String name = text.strip();
    if (name.equalsIgnoreCase("overall")) {
      return instrument.domains().size();
    }
    for (int d = 0; d < instrument.domains().size(); d++) {
      if (AppraisalCells.names(instrument.domains().get(d), text)) {
        return d;
      }
    }
    return -1;
  }
}
