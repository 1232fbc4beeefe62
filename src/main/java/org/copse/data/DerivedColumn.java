package org.copse.data;

import java.util.ArrayList;
import java.util.List;
import org.copse.convert.Converted;

/** Makes a column by a formula, or fills the missing cells of one. */
final class DerivedColumn {

  private DerivedColumn() {}

  /** A column of the formula's results; an existing one keeps the cells that are not missing. */
  static CellColumn of(CellTable cells, Roles roles, String name, RowFormula formula) {
    CellColumn old = cells.names().contains(name) ? cells.column(name) : null;
    int k = cells.rows();
    double[] numbers = new double[k];
    String[] texts = new String[k];
    String[] how = new String[k];
    List<String> problems = new ArrayList<>();
    Labels labels = new Labels(cells, roles);
    for (int i = 0; i < k; i++) {
      if (old != null && !old.isMissing(i, roles.missing())) {
        texts[i] = old.text(i);
        numbers[i] = old.isTyped() ? old.number(i, PercentRule.REFUSED) : Double.NaN;
        how[i] = old.how(i);
        continue;
      }
      numbers[i] = Double.NaN;
      texts[i] = "";
      try {
        Converted result = formula.of(new TrialRow(cells, roles, i, labels.of(i)));
        if (result == null) {
          throw new IllegalArgumentException(
              "the formula must give a Converted, was null. Return one for each row.");
        }
        numbers[i] = result.value();
        texts[i] = roles.percent(name).text(result.value());
        how[i] = result.note();
      } catch (TrialRow.MissingCell e) {
        // a missing input makes a missing result, which the outcome reports by study and column
      } catch (IllegalArgumentException e) {
        problems.add("row %s, '%s': %s".formatted(i + 1, labels.of(i), e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot derive column '%s' in %s row(s).\n".formatted(name, problems.size())
              + Messages.some(problems, "\n"));
    }
    CellColumn column =
        old == null || old.isTyped()
            ? CellColumn.ofNumbers(name, numbers)
            : CellColumn.ofTexts(name, texts);
    return column.derived(how);
  }
}
