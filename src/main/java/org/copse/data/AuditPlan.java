package org.copse.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.copse.audit.AuditColumn;
import org.copse.audit.AuditData;
import org.copse.audit.AuditTable;
import org.copse.data.ColumnWords.Role;

/**
 * What the columns of a table are, by their names: groups with counts, percentages or means, pairs
 * of arms, reported contrasts. What fits nowhere is said.
 */
final class AuditPlan {

  private final CellTable cells;
  private final AuditCells read;
  private final AuditTable.Builder table;
  private final AuditContrasts contrasts;
  private final AuditLogRank logRank;

  /** Columns by their words other than the role, then by role. */
  private final Map<Set<String>, Map<Role, String>> groups = new LinkedHashMap<>();

  private final Map<Set<String>, AuditData.Counts> counts = new LinkedHashMap<>();
  private final Map<Set<String>, AuditData.Means> means = new LinkedHashMap<>();
  private final Set<String> placed = new HashSet<>();

  AuditPlan(CellTable cells, AuditCells read, AuditTable.Builder table, List<String> labels) {
    this.cells = cells;
    this.read = read;
    this.table = table;
    this.logRank = new AuditLogRank(read, table, labels);
    this.contrasts = new AuditContrasts(cells, read, table, logRank);
  }

  /** Places every column that is not taken yet. */
  void place(Set<String> taken) {
    Map<String, String> left = new LinkedHashMap<>();
    for (CellColumn column : cells.columns()) {
      if (!taken.contains(column.name())) {
        String why = sort(column);
        if (!why.isEmpty()) {
          left.put(column.name(), why);
        }
      }
    }
    groups.keySet().forEach(this::counts);
    placed.addAll(contrasts.place(groups));
    groups.values().forEach(group -> placed.addAll(logRank.place(group)));
    groups.keySet().forEach(this::means);
    addCounts();
    addMeans();
    totals();
    groups.forEach(
        (rest, roles) ->
            roles.forEach(
                (role, name) -> {
                  if (!placed.contains(name)) {
                    left.put(name, why(role));
                  }
                }));
    left.keySet().removeAll(placed);
    left.forEach((name, why) -> table.unchecked("Column '%s': %s.".formatted(name, why)));
  }

  /** Files a column under its words, or says why not. */
  private String sort(CellColumn column) {
    ColumnWords words = ColumnWords.of(column.name(), cells.names());
    if (words.role() == Role.NONE) {
      return read.isNumeric(column) ? "its name does not say what it is" : "text";
    }
    if (!read.isNumeric(column)) {
      return "it reads like %s but holds text or nothing".formatted(words.role().words);
    }
    if (words.role() == Role.ESTIMATE) {
      contrasts.estimate(column.name(), words);
      return "";
    }
    Map<Role, String> group = groups.computeIfAbsent(words.rest(), r -> new EnumMap<>(Role.class));
    String other = group.putIfAbsent(words.role(), column.name());
    return other == null
        ? ""
        : "it reads like '%s', which was taken as %s".formatted(other, words.role().words);
  }

  private static String why(Role role) {
    return switch (role) {
      case EVENTS, NON_EVENTS -> "no total or percentage goes with these counts";
      case TOTAL -> "no counts, means or contrast go with these totals";
      case RANDOMISED -> "it is of one arm; totals are compared with the trial's number";
      case LOW, HIGH -> "no estimate goes with this limit";
      case P -> "no estimate goes with this p";
      case CHI_SQUARED -> "no estimate goes with this \u03c7\u00b2";
      case OBSERVED_MINUS_EXPECTED -> "no variance V goes with this O \u2212 E";
      case VARIANCE -> "no O \u2212 E goes with this variance";
      case SE -> "no estimate or mean goes with this standard error";
      default -> "nothing to compare it with";
    };
  }

  private AuditColumn number(Set<String> rest, Role role) {
    String name = groups.getOrDefault(rest, Map.of()).get(role);
    return name == null ? AuditColumn.absent() : read.numbers(name);
  }

  private void counts(Set<String> rest) {
    Map<Role, String> group = groups.get(rest);
    String percent = group.get(Role.PERCENT);
    String events = group.get(Role.EVENTS);
    if (percent == null && events == null) {
      return;
    }
    AuditColumn total = total(rest);
    if (total.isAbsent() && events != null && group.containsKey(Role.NON_EVENTS)) {
      total = read.numbers(events).plus(read.numbers(group.get(Role.NON_EVENTS)));
      placed.add(group.get(Role.NON_EVENTS));
    }
    if (percent == null && total.isAbsent()) {
      return;
    }
    AuditColumn rate = percent == null ? AuditColumn.absent() : read.percent(percent);
    counts.put(rest, new AuditData.Counts(number(rest, Role.EVENTS), rate, total));
    placed.add(percent);
    placed.add(events);
    placed.add(total.name());
  }

  /**
   * The total of the same words, or of the most of them; one without any words only where the
   * column is of no arm and no total is.
   */
  private AuditColumn total(Set<String> rest) {
    Set<String> best = null;
    boolean armed = false;
    for (Map.Entry<Set<String>, Map<Role, String>> entry : groups.entrySet()) {
      if (entry.getValue().containsKey(Role.TOTAL)) {
        Set<String> words = entry.getKey();
        armed |= !words.isEmpty();
        if (rest.containsAll(words) && (best == null || words.size() > best.size())) {
          best = words;
        }
      }
    }
    boolean loose = best != null && best.isEmpty() && !rest.isEmpty();
    if (best == null || loose && (armed || ArmWords.namesArm(rest))) {
      return AuditColumn.absent();
    }
    return number(best, Role.TOTAL);
  }

  private void means(Set<String> rest) {
    Map<Role, String> group = groups.get(rest);
    if (!group.containsKey(Role.MEAN) && !group.containsKey(Role.SD)) {
      return;
    }
    boolean limits =
        !placed.contains(group.get(Role.LOW)) && !placed.contains(group.get(Role.HIGH));
    AuditColumn se =
        placed.contains(group.get(Role.SE)) ? AuditColumn.absent() : number(rest, Role.SE);
    AuditData.Means part =
        new AuditData.Means(
            total(rest),
            number(rest, Role.MEAN),
            number(rest, Role.SD),
            se,
            limits ? number(rest, Role.LOW) : AuditColumn.absent(),
            limits ? number(rest, Role.HIGH) : AuditColumn.absent());
    means.put(rest, part);
    part.columns().forEach(c -> placed.add(c.name()));
  }

  private void addCounts() {
    Set<Set<String>> single = new LinkedHashSet<>(counts.keySet());
    List<Set<String>> full =
        counts.keySet().stream().filter(rest -> !counts.get(rest).total().isAbsent()).toList();
    for (ArmWords.Pair pair : ArmWords.pairs(full)) {
      AuditData.Counts treatment = counts.get(pair.treatment());
      AuditData.Counts control = counts.get(pair.control());
      table.add(new AuditData.TwoCounts(treatment, control));
      table.lookedAt("Two arms of counts: " + names(treatment) + " against " + names(control));
      single.remove(pair.treatment());
      single.remove(pair.control());
    }
    for (Set<String> rest : single) {
      table.add(counts.get(rest));
      table.lookedAt(
          counts.get(rest).total().isAbsent()
              ? "Percentages, range only, as no total goes with them: " + names(counts.get(rest))
              : "Counts of one group: " + names(counts.get(rest)));
    }
  }

  private void addMeans() {
    Set<Set<String>> single = new LinkedHashSet<>(means.keySet());
    for (ArmWords.Pair pair : ArmWords.pairs(new ArrayList<>(means.keySet()))) {
      AuditData.Means treatment = means.get(pair.treatment());
      AuditData.Means control = means.get(pair.control());
      table.add(new AuditData.TwoMeans(treatment, control));
      table.lookedAt("Two arms of means: " + names(treatment) + " against " + names(control));
      single.remove(pair.treatment());
      single.remove(pair.control());
    }
    for (Set<String> rest : single) {
      table.add(means.get(rest));
      table.lookedAt("Means of one group: " + names(means.get(rest)));
    }
  }

  /** Totals of two arms that go with a contrast, and the number randomised. */
  private void totals() {
    String randomised = groups.getOrDefault(Set.of(), Map.of()).get(Role.RANDOMISED);
    if (randomised != null) {
      table.randomised(read.numbers(randomised));
      table.lookedAt("Randomised: " + randomised);
      placed.add(randomised);
    }
    List<Set<String>> free = new ArrayList<>();
    groups.forEach(
        (rest, roles) -> {
          if (roles.containsKey(Role.TOTAL) && !placed.contains(roles.get(Role.TOTAL))) {
            free.add(rest);
          }
        });
    if (!contrasts.any() || free.isEmpty()) {
      return;
    }
    List<ArmWords.Pair> pairs = ArmWords.pairs(free);
    AuditColumn one = number(pairs.isEmpty() ? free.get(0) : pairs.get(0).treatment(), Role.TOTAL);
    AuditColumn two =
        pairs.isEmpty() ? AuditColumn.absent() : number(pairs.get(0).control(), Role.TOTAL);
    table.totals(one, two);
    placed.add(one.name());
    placed.add(two.name());
    table.lookedAt("Patients: " + one.name() + (two.isAbsent() ? "" : ", " + two.name()));
  }

  static String names(AuditData part) {
    return String.join(", ", part.columns().stream().map(AuditColumn::name).toList());
  }
}
