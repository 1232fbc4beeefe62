package org.copse.effect;

import java.util.List;

/** Names studies in a note, a handful by name and the rest by number. */
final class StudyList {

  private static final int NAMED = 5;

  private StudyList() {}

  /** Adds "2 studies with ...: (A, B)" to the notes if there is any study. */
  static void note(List<String> notes, List<String> studies, String what) {
    if (studies.isEmpty()) {
      return;
    }
    String count = studies.size() == 1 ? "1 study" : studies.size() + " studies";
    List<String> named = studies.subList(0, Math.min(NAMED, studies.size()));
    String more = studies.size() > NAMED ? " and %s more".formatted(studies.size() - NAMED) : "";
    notes.add(count + what + " (" + String.join("; ", named) + more + ").");
  }
}
