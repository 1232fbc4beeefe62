package org.copse.convert;

/** Whether an event is one to be prevented or one to be hoped for. */
public enum EventMeaning {
  /** An event to be prevented, for example death: fewer are a benefit. */
  UNDESIRABLE,
  /** An event to be hoped for, for example cure: more are a benefit. */
  DESIRABLE
}
