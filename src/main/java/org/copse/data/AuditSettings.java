package org.copse.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.copse.audit.AuditData;

/**
 * What the caller of an audit declared. Names are checked by {@link Auditing} before they come
 * here; an empty name is a column not given.
 */
record AuditSettings(
    List<Declared> declared,
    List<String> outcomes,
    Map<String, Scale> scales,
    Set<String> ignored,
    String randomised,
    int year) {

  /** Columns that the caller says belong together. */
  record Declared(String what, List<String> columns, Function<AuditCells, AuditData> data) {}

  /** A scale of whole numbers. */
  record Scale(double low, double high) {}

  static AuditSettings of(int year) {
    return new AuditSettings(List.of(), List.of(), Map.of(), Set.of(), "", year);
  }

  AuditSettings declaring(String what, List<String> columns, Function<AuditCells, AuditData> data) {
    List<Declared> more = new ArrayList<>(declared);
    more.add(new Declared(what, columns, data));
    return new AuditSettings(more, outcomes, scales, ignored, randomised, year);
  }

  AuditSettings withOutcomes(List<String> columns) {
    return new AuditSettings(declared, columns, scales, ignored, randomised, year);
  }

  AuditSettings withScale(String mean, double low, double high) {
    Map<String, Scale> more = new LinkedHashMap<>(scales);
    more.put(mean, new Scale(low, high));
    return new AuditSettings(declared, outcomes, more, ignored, randomised, year);
  }

  AuditSettings ignoring(List<String> columns) {
    Set<String> more = new HashSet<>(ignored);
    more.addAll(columns);
    return new AuditSettings(declared, outcomes, scales, more, randomised, year);
  }

  AuditSettings withRandomised(String column) {
    return new AuditSettings(declared, outcomes, scales, ignored, column, year);
  }

  AuditSettings withYear(int now) {
    return new AuditSettings(declared, outcomes, scales, ignored, randomised, now);
  }
}
