package org.copse.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the columns of a trial table are for, and how its cells are understood. Names are checked by
 * {@link Trials} before they come here; an empty name is a role not given.
 */
record Roles(
    List<String> study,
    String year,
    String group,
    String cluster,
    Map<String, PercentRule> percents,
    MissingWords missing,
    boolean leaveOut) {

  static final Roles NONE = new Roles(List.of(), "", "", "", Map.of(), MissingWords.DEFAULT, false);

  Roles {
    study = List.copyOf(study);
    percents = Map.copyOf(percents);
  }

  Roles withStudy(List<String> columns) {
    return new Roles(columns, year, group, cluster, percents, missing, leaveOut);
  }

  Roles withYear(String column) {
    return new Roles(study, column, group, cluster, percents, missing, leaveOut);
  }

  Roles withGroup(String column) {
    return new Roles(study, year, column, cluster, percents, missing, leaveOut);
  }

  Roles withCluster(String column) {
    return new Roles(study, year, group, column, percents, missing, leaveOut);
  }

  Roles withPercent(String column, PercentRule rule) {
    Map<String, PercentRule> more = new LinkedHashMap<>(percents);
    more.put(column, rule);
    return new Roles(study, year, group, cluster, more, missing, leaveOut);
  }

  Roles withMissing(MissingWords words) {
    return new Roles(study, year, group, cluster, percents, words, leaveOut);
  }

  Roles leavingOut() {
    return new Roles(study, year, group, cluster, percents, missing, true);
  }

  PercentRule percent(String column) {
    return percents.getOrDefault(column, PercentRule.REFUSED);
  }
}
