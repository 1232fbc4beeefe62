package org.copse.sensitivity;

import org.copse.model.Fit;

/**
 * The pooled result under one correlation.
 *
 * @param correlation the correlation put in the place of those that were assumed
 * @param fit the model fitted with it
 */
public record CorrelationStep(double correlation, Fit fit) {}
