package org.copse.survival;

/** Function of time against which proportional hazards are tested. */
public enum TimeTransform {
  /** 1 − S just before the event, S of all patients together: R's default, robust to late times. */
  KAPLAN_MEIER,
  /** Time as it is. */
  IDENTITY,
  /** Rank of the event time among all times, censored ones too; ties with their mean rank. */
  RANK,
  /** Logarithm of time; no event may be at time 0. */
  LOG
}
