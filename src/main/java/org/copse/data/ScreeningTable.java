package org.copse.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.copse.appraisal.PrismaFlow;
import org.copse.appraisal.PrismaRecord;
import org.copse.appraisal.PrismaRoute;
import tech.tablesaw.api.Table;

/**
 * A table of the records that the searches returned, one a row, with the decisions about each; a
 * decision is blank where the record had left the flow before.
 *
 * <pre>{@code
 * PrismaFlow flow = ScreeningTable.of(table).source("source").duplicate("duplicate")
 *     .screening("title_abstract").retrieved("full_text").eligible("included").reason("why_not")
 *     .study("study").flow();
 * }</pre>
 *
 * <p>Decisions read yes, y, true, 1, include, included, in, keep; or no, n, false, 0, exclude,
 * excluded, out. Immutable: every method returns a new object.
 */
public final class ScreeningTable {

  private static final Set<String> YES =
      Set.of("yes", "y", "true", "1", "include", "included", "in", "keep");
  private static final Set<String> NO =
      Set.of("no", "n", "false", "0", "exclude", "excluded", "out");
  private static final Map<String, PrismaRoute> ROUTES =
      Map.of(
          "database", PrismaRoute.DATABASE,
          "register", PrismaRoute.REGISTER,
          "other", PrismaRoute.OTHER,
          "previous", PrismaRoute.PREVIOUS);

  private enum Role {
    SOURCE,
    ROUTE,
    DUPLICATE,
    REMOVED,
    SCREENING,
    RETRIEVED,
    ELIGIBLE,
    REASON,
    STUDY,
    REPORT
  }

  private final CellTable cells;
  private final Map<Role, String> columns;

  private ScreeningTable(CellTable cells, Map<Role, String> columns) {
    this.cells = cells;
    this.columns = columns;
  }

  /**
   * Records of a Tablesaw table.
   *
   * @param table at least one row
   * @return records whose columns are to be named
   */
  public static ScreeningTable of(Table table) {
    return new ScreeningTable(CellTable.of(table), new EnumMap<>(Role.class));
  }

  private ScreeningTable with(Role role, String column) {
    cells.column(column);
    Map<Role, String> more = new EnumMap<>(Role.class);
    more.putAll(columns);
    more.put(role, column);
    return new ScreeningTable(cells, more);
  }

  /**
   * Column of the database, register or other source; every row has one.
   *
   * @param column its name
   * @return a new table
   */
  public ScreeningTable source(String column) {
    return with(Role.SOURCE, column);
  }

  /**
   * Column of the way by which a record was found: database, register, other, or previous for
   * reports of the review's previous version. Without it, or where blank, a database.
   *
   * @param column its name
   * @return a new table
   */
  public ScreeningTable route(String column) {
    return with(Role.ROUTE, column);
  }

  /**
   * Column that says yes for duplicates; blank means no.
   *
   * @param column its name
   * @return a new table
   */
  public ScreeningTable duplicate(String column) {
    return with(Role.DUPLICATE, column);
  }

  /**
   * Column of another reason why a record was removed before screening; blank where it was not.
   *
   * @param column its name
   * @return a new table
   */
  public ScreeningTable removed(String column) {
    return with(Role.REMOVED, column);
  }

  /**
   * Column of the decision by title and abstract.
   *
   * @param column its name
   * @return a new table
   */
  public ScreeningTable screening(String column) {
    return with(Role.SCREENING, column);
  }

  /**
   * Column that says whether the full text was found. Without it all that passed the screening
   * count as found, and the flow says so.
   *
   * @param column its name
   * @return a new table
   */
  public ScreeningTable retrieved(String column) {
    return with(Role.RETRIEVED, column);
  }

  /**
   * Column of the decision by full text.
   *
   * @param column its name
   * @return a new table
   */
  public ScreeningTable eligible(String column) {
    return with(Role.ELIGIBLE, column);
  }

  /**
   * Column of the reason why a full text was left out.
   *
   * @param column its name
   * @return a new table
   */
  public ScreeningTable reason(String column) {
    return with(Role.REASON, column);
  }

  /**
   * Column of the study that an included record reports; several reports may share one.
   *
   * @param column its name
   * @return a new table
   */
  public ScreeningTable study(String column) {
    return with(Role.STUDY, column);
  }

  /**
   * Column that identifies the report, for example a DOI: two records of the same report must not
   * both be in the flow.
   *
   * @param column its name
   * @return a new table
   */
  public ScreeningTable report(String column) {
    return with(Role.REPORT, column);
  }

  /**
   * Counts the records.
   *
   * @return the flow, whose boxes add up
   * @throws IllegalArgumentException when a column that is needed is not named; naming every row
   *     whose cells cannot be read, or whose decisions contradict each other or are missing; naming
   *     records of the same report that are both in the flow
   */
  public PrismaFlow flow() {
    requireColumns();
    List<String> problems = new ArrayList<>();
    List<PrismaRecord> records = new ArrayList<>();
    List<PrismaRecord> readable = new ArrayList<>();
    for (int row = 0; row < cells.rows(); row++) {
      int before = problems.size();
      records.add(record(row, problems));
      if (problems.size() == before) {
        readable.add(records.get(row));
      }
    }
    // a cell that cannot be read says nothing of the row's other decisions
    problems.addAll(PrismaFlow.problems(readable));
    repeated(records, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot read the records: %s problems.\n  %s"
              .formatted(problems.size(), Messages.some(problems, "\n  ")));
    }
    String assumed =
        columns.containsKey(Role.RETRIEVED)
            ? ""
            : "no column says which reports were retrieved: all that were sought count as retrieved";
    return PrismaFlow.ofRecords(records, assumed.isEmpty() ? List.of() : List.of(assumed));
  }

  private void requireColumns() {
    List<String> absent = new ArrayList<>();
    for (Role role : List.of(Role.SOURCE, Role.SCREENING, Role.ELIGIBLE, Role.STUDY)) {
      if (!columns.containsKey(role)) {
        absent.add(role.name().toLowerCase(Locale.ROOT) + "(...)");
      }
    }
    if (!absent.isEmpty()) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot count the records",
              "columns",
              "be named by " + String.join(", ", absent),
              "missing",
              "The columns are " + String.join(", ", cells.names()) + "."));
    }
  }

  private PrismaRecord record(int row, List<String> problems) {
    Optional<String> removed = text(row, Role.REMOVED);
    if (decision(row, Role.DUPLICATE, problems).orElse(false)) {
      removed = Optional.of(PrismaRecord.DUPLICATE);
    }
    Optional<Boolean> screened = decision(row, Role.SCREENING, problems);
    PrismaRoute route = route(row, problems);
    boolean passed = screened.orElse(route == PrismaRoute.OTHER) && removed.isEmpty();
    Optional<Boolean> retrieved =
        columns.containsKey(Role.RETRIEVED)
            ? decision(row, Role.RETRIEVED, problems)
            : Optional.of(true).filter(yes -> passed);
    Optional<Boolean> eligible = decision(row, Role.ELIGIBLE, problems);
    Optional<String> reason = text(row, Role.REASON);
    if (!columns.containsKey(Role.REASON) && !eligible.orElse(true)) {
      reason = Optional.of("reason not recorded");
    }
    return new PrismaRecord(
        row + 1,
        text(row, Role.SOURCE).orElse(""),
        route,
        removed,
        screened,
        retrieved,
        eligible,
        reason,
        text(row, Role.STUDY));
  }

  private Optional<String> text(int row, Role role) {
    String name = columns.get(role);
    if (name == null) {
      return Optional.empty();
    }
    CellColumn column = cells.column(name);
    return column.isMissing(row, MissingWords.DEFAULT)
        ? Optional.empty()
        : Optional.of(column.text(row).strip());
  }

  private Optional<Boolean> decision(int row, Role role, List<String> problems) {
    Optional<String> cell = text(row, role);
    String word = cell.orElse("").toLowerCase(Locale.ROOT);
    if (YES.contains(word) || NO.contains(word)) {
      return Optional.of(YES.contains(word));
    }
    if (cell.isPresent()) {
      problems.add(
          "Row %s: decision must be yes, no or blank, was '%s'. Check column %s."
              .formatted(row + 1, cell.get(), columns.get(role)));
    }
    return Optional.empty();
  }

  private PrismaRoute route(int row, List<String> problems) {
    String word = text(row, Role.ROUTE).orElse("database");
    PrismaRoute route = ROUTES.get(word.toLowerCase(Locale.ROOT));
    if (route == null) {
      problems.add(
          "Row %s: route must be database, register, other or previous, was '%s'. Check column %s."
              .formatted(row + 1, word, columns.get(Role.ROUTE)));
    }
    return route == null ? PrismaRoute.DATABASE : route;
  }

  private void repeated(List<PrismaRecord> records, List<String> problems) {
    Map<String, Integer> first = new HashMap<>();
    for (PrismaRecord record : records) {
      Optional<String> report = text(record.row() - 1, Role.REPORT);
      boolean sought =
          record.removed().isEmpty()
              && record.screenedIn().orElse(record.route() == PrismaRoute.OTHER);
      if (report.isPresent() && sought) {
        Integer before = first.putIfAbsent(report.get(), record.row());
        if (before != null) {
          problems.add(
              "Row %s: report must be in the flow once, was '%s' as in row %s. Mark one of them as duplicate."
                  .formatted(record.row(), report.get(), before));
        }
      }
    }
  }

  @Override
  public String toString() {
    return "Records '%s': %s rows, columns %s; count them with .flow()"
        .formatted(cells.name(), cells.rows(), columns);
  }
}
