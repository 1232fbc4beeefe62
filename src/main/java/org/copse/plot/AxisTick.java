package org.copse.plot;

/**
 * A labelled position on an axis.
 *
 * @param value where, in the axis' units
 * @param label what is printed there
 */
public record AxisTick(double value, String label) {}
