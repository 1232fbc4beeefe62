package org.copse.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Patients of one arm recovered from a printed curve. */
public final class ReconstructedPatients {

  private final String group;
  private final double[] times;
  private final double[] events;
  private final List<String> notes;

  ReconstructedPatients(String group, double[] times, double[] events, List<String> notes) {
    this.group = group;
    this.times = times;
    this.events = events;
    this.notes = List.copyOf(notes);
  }

  /**
   * Patients of several arms as data to analyse.
   *
   * @param arms the arms, the one that others are compared with first
   * @return the data, a group an arm
   */
  public static SurvivalData together(ReconstructedPatients... arms) {
    double[] times = Arrays.stream(arms).flatMapToDouble(arm -> Arrays.stream(arm.times)).toArray();
    double[] events =
        Arrays.stream(arms).flatMapToDouble(arm -> Arrays.stream(arm.events)).toArray();
    List<String> groups = new ArrayList<>();
    for (ReconstructedPatients arm : arms) {
      groups.addAll(Collections.nCopies(arm.times.length, arm.group));
    }
    SurvivalColumns columns =
        SurvivalData.columns().times("time", times).events("event", events).groups("group", groups);
    for (ReconstructedPatients arm : arms) {
      arm.notes.forEach(columns::note);
    }
    return columns.check();
  }

  /**
   * The arm.
   *
   * @return its name
   */
  public String group() {
    return group;
  }

  /**
   * Number of patients.
   *
   * @return as printed at time 0
   */
  public int size() {
    return times.length;
  }

  /**
   * Number of events.
   *
   * @return reconstructed events
   */
  public int events() {
    return (int) Arrays.stream(events).sum();
  }

  /**
   * Number of patients without an event.
   *
   * @return reconstructed censorings
   */
  public int censored() {
    return size() - events();
  }

  /**
   * The patients as data of one group.
   *
   * @return the data
   */
  public SurvivalData data() {
    return together(this);
  }

  /**
   * What was assumed and what could not be met.
   *
   * @return at least one note
   */
  public List<String> notes() {
    return notes;
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder("%s: %s patients, %s events".formatted(group, size(), events()));
    notes.forEach(note -> text.append("\n  Note: ").append(note));
    return text.toString();
  }
}
