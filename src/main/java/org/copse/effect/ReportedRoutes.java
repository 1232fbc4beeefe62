package org.copse.effect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says by which routes estimates and standard errors came, where a reader must know. */
final class ReportedRoutes {

  private record Route(String source, String assumes) {}

  private ReportedRoutes() {}

  /**
   * Given notes, then one for each route: of all where routes differ, else only of one that assumes
   * something.
   */
  static List<String> notes(Studies studies, List<Reported> data, List<String> given) {
    Map<Route, List<String>> labels = new LinkedHashMap<>();
    for (int i = 0; i < data.size(); i++) {
      Reported row = data.get(i);
      labels
          .computeIfAbsent(new Route(row.source(), row.assumes()), r -> new ArrayList<>())
          .add(studies.label(i));
    }
    List<String> notes = new ArrayList<>(given);
    labels.forEach(
        (route, of) -> {
          if (labels.size() > 1 || !route.assumes().isEmpty()) {
            notes.add(note(route, of, of.size() == data.size()));
          }
        });
    return notes;
  }

  private static String note(Route route, List<String> labels, boolean all) {
    String who =
        all
            ? "all studies"
            : "%s %s (%s)"
                .formatted(
                    labels.size(),
                    labels.size() == 1 ? "study" : "studies",
                    String.join("; ", labels));
    String assumes = route.assumes().isEmpty() ? "" : "; assumes " + route.assumes();
    return "Effect of %s from %s%s.".formatted(who, route.source(), assumes);
  }
}
