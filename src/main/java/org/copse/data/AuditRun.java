package org.copse.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.copse.audit.Audit;
import org.copse.audit.AuditTable;

/** One audit of a table: places its columns as declared and as their names say, then checks. */
final class AuditRun {

  private final CellTable cells;
  private final Roles roles;
  private final AuditSettings settings;

  AuditRun(CellTable cells, Roles roles, AuditSettings settings) {
    this.cells = cells;
    this.roles = roles;
    this.settings = settings;
  }

  Audit audit() {
    AuditRoles naming = new AuditRoles(cells, roles, settings.outcomes());
    List<String> labels = naming.labels();
    AuditCells read = new AuditCells(cells, naming.roles(), labels);
    AuditTable.Builder table = AuditTable.of(cells.name(), labels);
    Set<String> taken = new HashSet<>(naming.used());
    taken.addAll(settings.ignored());
    naming.said().forEach(s -> table.lookedAt(Character.toUpperCase(s.charAt(0)) + s.substring(1)));
    rows(table, naming, read, taken);
    for (AuditSettings.Declared part : settings.declared()) {
      table.add(part.data().apply(read));
      table.lookedAt(
          "%s, as declared: %s".formatted(part.what(), String.join(", ", part.columns())));
      taken.addAll(part.columns());
    }
    String randomised = settings.randomised();
    if (!randomised.isEmpty()) {
      table.randomised(read.numbers(randomised));
      table.lookedAt("Randomised, as declared: " + randomised);
      taken.add(randomised);
    }
    settings.scales().forEach((mean, scale) -> table.wholeNumbers(mean, scale.low(), scale.high()));
    new AuditPlan(cells, read, table, labels).place(taken);
    settings
        .ignored()
        .forEach(name -> table.unchecked("Column '%s': left out as told.".formatted(name)));
    read.findings().forEach(table::finding);
    return table.audit();
  }

  /** Outcomes, populations and years of the rows. */
  private void rows(
      AuditTable.Builder table, AuditRoles naming, AuditCells read, Set<String> taken) {
    List<String> columns = naming.outcomeColumns(settings.outcomes());
    if (!columns.isEmpty()) {
      table.outcomes(naming.keys(columns));
      table.lookedAt("Outcomes, compared apart: " + String.join(", ", columns));
      taken.addAll(columns);
    }
    Roles known = naming.roles();
    if (!known.study().isEmpty()) {
      table.studyColumn(String.join(", ", known.study()));
    }
    if (!known.cluster().isEmpty()) {
      table.populations(known.cluster(), naming.keys(List.of(known.cluster())));
    }
    if (!known.year().isEmpty()) {
      table.years(read.years(known.year()), settings.year());
    }
  }
}
