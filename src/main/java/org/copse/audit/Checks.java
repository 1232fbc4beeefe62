package org.copse.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** All checks, in the order in which a reader meets the numbers. */
final class Checks {

  private static final List<BiConsumer<AuditTable, Findings>> ALL =
      List.of(
          RangeCheck::run,
          CountsCheck::run,
          PercentCheck::run,
          RandomisedCheck::run,
          YearCheck::run,
          ScaleCheck::run,
          IntervalCheck::run,
          PValueCheck::run,
          StandardErrorCheck::run,
          SdAgainstOthersCheck::run,
          GrimCheck::run,
          SdFeasibleCheck::run,
          ArmSpreadCheck::run,
          ArmSizeCheck::run,
          UnitsCheck::run,
          EffectsCheck::run,
          PopulationCheck::run,
          SuspectedPopulationCheck::run,
          DuplicateCheck::run);

  private Checks() {}

  /** Runs them all; returns which could not run, and why. */
  static List<String> run(AuditTable table, Findings findings) {
    ALL.forEach(check -> check.accept(table, findings));
    List<String> skipped = new ArrayList<>();
    boolean[] means = new boolean[1];
    table.eachMeans(m -> means[0] = true);
    if (means[0] && !table.anyScale()) {
      skipped.add(
          "Means and SDs of whole numbers (GRIM, GRIMMER): no column is declared as such. Declare"
              + " one with auditing().wholeNumbers(...).");
    }
    if (table.randomised().isAbsent()) {
      skipped.add("Totals against the number randomised: no such column.");
    }
    if (table.populationColumn().isEmpty()) {
      skipped.add(
          "Rows that share patients: no column says so, so they are only suspected, from names and"
              + " equal totals.");
    }
    boolean compares = table.strata().stream().anyMatch(rows -> rows.size() >= EffectsCheck.FEWEST);
    if (!compares) {
      skipped.add(
          "Studies against each other (units, SD or SE, swaps, outlying effects): fewer than %s rows of one outcome."
              .formatted(EffectsCheck.FEWEST));
    }
    return skipped;
  }
}
