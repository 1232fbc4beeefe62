package org.copse.survival;

/** How the Cox likelihood takes events at the same time. */
public enum CoxTies {
  /**
   * Tied events leave the risk set one after the other on average (Efron, JASA 1977;72:557). R's
   * default.
   */
  EFRON,
  /**
   * Each tied event sees all the others (Breslow, Biometrics 1974;30:89). Default of SAS, Stata.
   */
  BRESLOW
}
