package org.copse.descriptive;

/** What a percentage is taken of. */
public enum PercentBase {
  /** All patients of the group; missing ones are a row with a percentage of its own. */
  ALL_PATIENTS,
  /** Patients of the group in whom the variable is known; missing ones are counted only. */
  KNOWN
}
