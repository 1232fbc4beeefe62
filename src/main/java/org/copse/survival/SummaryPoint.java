package org.copse.survival;

import org.copse.effect.Interval;

/**
 * A summary survival curve at one time.
 *
 * @param time the time
 * @param studies studies that were followed so far
 * @param survival pooled S
 * @param interval interval of the pooled S, cut at 1
 */
public record SummaryPoint(double time, int studies, double survival, Interval interval) {}
