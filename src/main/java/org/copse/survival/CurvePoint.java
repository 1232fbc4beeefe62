package org.copse.survival;

import java.util.Optional;
import java.util.OptionalDouble;
import org.copse.effect.Interval;

/**
 * A survival curve at one time.
 *
 * @param time the time
 * @param atRisk number at risk just before the time, Σ weights
 * @param events events at the time (in a table of chosen times: since the one before), Σ weights
 * @param censored censored at the time (or since the one before), Σ weights
 * @param survival S(time), just after the events; absent after the last time of follow-up unless S
 *     has reached 0
 * @param standardError Greenwood's standard error of S; absent where S = 0
 * @param interval pointwise interval of S; absent where not defined, see {@link SurvivalInterval}
 */
public record CurvePoint(
    double time,
    double atRisk,
    double events,
    double censored,
    OptionalDouble survival,
    OptionalDouble standardError,
    Optional<Interval> interval) {}
