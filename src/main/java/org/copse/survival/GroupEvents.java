package org.copse.survival;

/**
 * Events of one group in a log-rank test.
 *
 * @param group the group
 * @param patients rows of the group
 * @param observed O, Σ weights of its events
 * @param expected E, events expected if all groups had the hazard of all together
 * @param difference O − E, each event time with the test's weight
 * @param variance variance of the difference
 */
public record GroupEvents(
    String group,
    int patients,
    double observed,
    double expected,
    double difference,
    double variance) {}
