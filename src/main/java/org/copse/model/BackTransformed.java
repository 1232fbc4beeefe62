package org.copse.model;

import org.copse.effect.Interval;
import org.copse.effect.Measure;

/**
 * A pooled effect on the scale that readers know: the risk ratio, not its logarithm.
 *
 * @param measure the measure
 * @param estimate for example 0.49
 * @param interval its confidence interval, same scale
 */
public record BackTransformed(Measure measure, double estimate, Interval interval) {}
