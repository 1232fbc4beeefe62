package org.copse.survival;

/**
 * Weights that a log-rank test gives to its event times.
 *
 * <p>Below, n and d are patients at risk and events of all groups of the stratum at the time, S the
 * Kaplan-Meier curve of all groups together, taken just before the time. <b>Source</b>: Klein,
 * Moeschberger, Survival Analysis, 2nd ed. 2003, section 7.3. Programs give the name Wilcoxon to
 * {@link #GEHAN}, and Peto to three different weights: those that they mean are named below.
 */
public enum LogRankWeight {
  /** 1: most power where hazards are proportional (Mantel, Cancer Chemother Rep 1966;50:163). */
  LOG_RANK,
  /** n (Gehan, Biometrika 1965;52:203; Breslow, 1970;57:579). SAS, Stata: Wilcoxon. */
  GEHAN,
  /** √n (Tarone, Ware, Biometrika 1977;64:156). */
  TARONE_WARE,
  /**
   * S just before the time (Peto, Peto, JRSS A 1972;135:185), that is Fleming-Harrington (1, 0). R:
   * {@code survdiff(rho = 1)}; coin: "Peto-Peto".
   */
  PETO_PETO,
  /** Π n/(n + d), the time included (Prentice, Biometrika 1978;65:167). coin: "Prentice". */
  PRENTICE,
  /**
   * Π (1 − d/(n + 1)), the time included (Prentice, Marek, Biometrics 1979;35:861). SAS, Stata:
   * Peto; coin: "Prentice-Marek".
   */
  PRENTICE_MAREK,
  /**
   * Π (1 − d/(n + 1)) before the time, times n/(n + 1) (Andersen, Borgan, Gill, Keiding, Int Stat
   * Rev 1982;50:219). SAS: modified Peto; coin: "Andersen-Borgan-Gill-Keiding".
   */
  ANDERSEN
}
