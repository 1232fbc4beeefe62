package org.copse.sensitivity;

import org.copse.model.Fit;

/**
 * One way to analyse the same studies.
 *
 * @param measure the measure
 * @param estimator of τ²
 * @param interval method of the interval
 * @param studies which studies, for example "All studies" or "Without Smith 2001"
 * @param fit the result
 */
public record Specification(
    String measure, String estimator, String interval, String studies, Fit fit) {}
