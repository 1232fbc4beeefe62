package org.copse.notebook;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How values of one type show.
 *
 * @param <T> the type
 * @param type its class; subclasses show the same way
 * @param mimes the MIME types of the bundle, richest first
 * @param bundle makes the bundle: MIME type to content, text or (for JSON) a map
 */
record Display<T>(Class<T> type, List<String> mimes, Function<T, Map<String, Object>> bundle) {

  Display {
    mimes = List.copyOf(mimes);
  }

  Map<String, Object> show(Object value) {
    return bundle.apply(type.cast(value));
  }
}
