package org.copse.bias;

/**
 * A significant study of a p-curve.
 *
 * @param study label
 * @param z its effect in standard errors, without sign
 * @param p two-sided p value, below 0.05
 */
public record PCurveStudy(String study, double z, double p) {}
