package org.copse.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.copse.effect.DataProblem;
import org.copse.effect.Moderator;
import org.copse.effect.StudyDataException;
import org.copse.effect.ValueKind;

/** Reads whether the studies' means are of changes from baseline or of final values. */
final class ValueKinds {

  private ValueKinds() {}

  /** One a study in use, of the words in a column; every other word is a problem. */
  static List<ValueKind> of(StudyRows rows, StudyColumns studies, String column) {
    Moderator words = studies.studies().moderator(column);
    List<DataProblem> problems = new ArrayList<>();
    List<ValueKind> read = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Optional<ValueKind> kind = ValueKind.ofWord(words.text(i));
      read.add(kind.orElse(ValueKind.NOT_STATED));
      if (kind.isEmpty()) {
        int row = studies.used()[i];
        String rule = "kind of values must be 'change' or 'final'";
        String remedy = "Check column " + column + ".";
        String value = "'" + words.text(i) + "'";
        problems.add(new DataProblem(rows.label(row), row + 1, column, rule, value, remedy));
      }
    }
    StudyDataException.throwIfAny(problems);
    return read;
  }
}
