package org.copse.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.copse.audit.AuditColumn;
import org.copse.audit.AuditData;
import org.copse.audit.AuditTable;
import org.copse.audit.ContrastScale;
import org.copse.data.ColumnWords.Role;

/** Estimates with the limits, standard errors and p values that go with them. */
final class AuditContrasts {

  private static final Set<String> MEASURE =
      Set.of("measure", "effect", "effect_measure", "metric");

  private final CellTable cells;
  private final AuditCells read;
  private final AuditTable.Builder table;
  private final AuditLogRank logRank;
  private final Map<String, ColumnWords> estimates = new LinkedHashMap<>();
  private final Set<String> measures = new HashSet<>();

  AuditContrasts(CellTable cells, AuditCells read, AuditTable.Builder table, AuditLogRank logRank) {
    this.logRank = logRank;
    this.cells = cells;
    this.read = read;
    this.table = table;
  }

  void estimate(String column, ColumnWords words) {
    estimates.put(column, words);
  }

  boolean any() {
    return !estimates.isEmpty();
  }

  /** Adds the contrasts; returns the columns that went into them. */
  Set<String> place(Map<Set<String>, Map<Role, String>> groups) {
    Set<String> placed = new HashSet<>();
    estimates.forEach(
        (name, words) -> {
          AuditData.Contrast contrast =
              new AuditData.Contrast(
                  read.numbers(name),
                  find(groups, name, Role.LOW),
                  find(groups, name, Role.HIGH),
                  find(groups, name, Role.SE),
                  p(groups, name),
                  scales(words));
          table.add(contrast);
          contrast.columns().forEach(c -> placed.add(c.name()));
          placed.addAll(measures);
          table.lookedAt("%s: %s".formatted(said(contrast.scales()), AuditPlan.names(contrast)));
        });
    return placed;
  }

  private static String said(List<ContrastScale> scales) {
    Set<ContrastScale> all = new HashSet<>(scales);
    if (all.size() > 1) {
      return "Estimates, the scale of each row from its measure";
    }
    return switch (all.iterator().next()) {
      case RATIO -> "Ratios";
      case DIFFERENCE -> "Differences";
      case LOG_RATIO -> "Log ratios";
      case UNKNOWN -> "Estimates, checked leniently as neither ratio nor difference is said";
    };
  }

  private AuditColumn p(Map<Set<String>, Map<Role, String>> groups, String estimate) {
    AuditColumn p = find(groups, estimate, Role.P);
    return p.isAbsent() ? find(groups, estimate, Role.CHI_SQUARED) : p;
  }

  /** The column that goes with an estimate; one that fits several goes with the nearest alone. */
  private AuditColumn find(Map<Set<String>, Map<Role, String>> groups, String estimate, Role role) {
    String name = fitting(groups, estimates.get(estimate), role);
    if (name == null || !owner(groups, name, role).equals(estimate)) {
      return AuditColumn.absent();
    }
    return switch (role) {
      case P -> read.pValues(name);
      case CHI_SQUARED -> logRank.p(name);
      default -> read.numbers(name);
    };
  }

  /** The column of the same words and the kind, of the same words, or the only one of its role. */
  private String fitting(Map<Set<String>, Map<Role, String>> groups, ColumnWords words, Role role) {
    for (Set<String> rest : List.of(withKind(words), words.rest(), Set.<String>of())) {
      boolean loose = rest.isEmpty() && !words.rest().isEmpty();
      String name = groups.getOrDefault(rest, Map.of()).get(role);
      if (name != null && !(loose && estimates.size() > 1)) {
        return name;
      }
    }
    return null;
  }

  private static Set<String> withKind(ColumnWords words) {
    Set<String> withKind = new HashSet<>(words.rest());
    withKind.addAll(List.of(words.kind().split(" ")));
    withKind.removeAll(Set.of("estimate", "est"));
    return withKind;
  }

  /**
   * Of the estimates that a column fits, the last before it, or the first after it; limits and p
   * values are printed beside a ratio rather than its logarithm, standard errors the reverse.
   */
  private String owner(Map<Set<String>, Map<Role, String>> groups, String column, Role role) {
    List<String> fit = new ArrayList<>();
    estimates.forEach(
        (name, words) -> {
          if (column.equals(fitting(groups, words, role))) {
            fit.add(name);
          }
        });
    boolean log = role == Role.SE;
    List<String> better =
        fit.stream()
            .filter(e -> !estimates.get(e).derived() || log)
            .filter(e -> ColumnWords.isLog(estimates.get(e).kind()) == log)
            .toList();
    List<String> all = better.isEmpty() ? fit : better;
    int at = cells.names().indexOf(column);
    String owner = all.get(0);
    for (String name : all) {
      owner = cells.names().indexOf(name) < at ? name : owner;
    }
    return owner;
  }

  private List<ContrastScale> scales(ColumnWords words) {
    String kind = words.kind();
    if (ColumnWords.isLog(kind)) {
      return List.of(ContrastScale.LOG_RATIO);
    }
    if (ColumnWords.isRatio(kind)) {
      return List.of(ContrastScale.RATIO);
    }
    if (ColumnWords.isDifference(kind)) {
      return List.of(ContrastScale.DIFFERENCE);
    }
    for (CellColumn column : cells.columns()) {
      String plain = column.name().toLowerCase(Locale.ROOT).replace(' ', '_');
      if (MEASURE.contains(plain) && !read.isNumeric(column)) {
        measures.add(column.name());
        return scales(column);
      }
    }
    return List.of(ContrastScale.UNKNOWN);
  }

  private static List<ContrastScale> scales(CellColumn measures) {
    List<ContrastScale> scales = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      String kind = String.join(" ", ColumnWords.split(measures.text(i)));
      scales.add(
          ColumnWords.isLog(kind)
              ? ContrastScale.LOG_RATIO
              : ColumnWords.isRatio(kind)
                  ? ContrastScale.RATIO
                  : ColumnWords.isDifference(kind)
                      ? ContrastScale.DIFFERENCE
                      : ContrastScale.UNKNOWN);
    }
    boolean same = scales.stream().allMatch(scales.get(0)::equals);
    return same ? Collections.singletonList(scales.get(0)) : scales;
  }
}
