package org.copse.model;

/**
 * Whether 0.5 is added to zero cells inside the Mantel-Haenszel sums; a risk difference never needs
 * it.
 */
public enum MhCorrection {
  /**
   * Nothing is added; a sum that is zero is an error. The method of Mantel and Haenszel, metafor's
   * default.
   */
  NONE,
  /**
   * 0.5 to the cells of studies with a zero cell, but only when a sum would be zero otherwise; said
   * in the notes.
   */
  IF_SUM_IS_ZERO,
  /** 0.5 to the cells of every study with a zero cell: Review Manager 5, R meta. */
  STUDIES_WITH_ZERO
}
