package org.copse.sensitivity;

/**
 * One step of the sweep over the correlation.
 *
 * @param correlation between rows that share all their patients
 * @param handling what it gives
 */
public record OverlapStep(double correlation, OverlapHandling handling) {}
