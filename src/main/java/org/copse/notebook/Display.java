package org.copse.notebook;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.copse.report.ReportTable;

/**
 * How values of one type show.
 *
 * @param <T> the type
 * @param type its class; subclasses show the same way
 * @param mimes the MIME types of the bundle, richest first
 * @param bundle makes the bundle: MIME type to content, text or (for JSON) a map
 * @param tables makes the tables that the bundle is of; none of a plot
 */
record Display<T>(
    Class<T> type,
    List<String> mimes,
    Function<T, Map<String, Object>> bundle,
    Function<T, List<ReportTable>> tables) {

  Display {
    mimes = List.copyOf(mimes);
  }

  /** What is no table. */
  Display(Class<T> type, List<String> mimes, Function<T, Map<String, Object>> bundle) {
    this(type, mimes, bundle, value -> List.of());
  }

  /** Tables one below the other. */
  static <T> Display<T> ofTables(
      Class<T> type, List<String> mimes, Function<T, List<ReportTable>> tables) {
    return new Display<>(type, mimes, value -> TableBundle.of(tables.apply(value)), tables);
  }

  List<ReportTable> tablesOf(Object value) {
    return tables.apply(type.cast(value));
  }

  Map<String, Object> show(Object value) {
    return bundle.apply(type.cast(value));
  }
}
