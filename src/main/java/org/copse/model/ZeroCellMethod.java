package org.copse.model;

import java.util.Optional;
import org.copse.effect.Measure;

/**
 * A method for rare events beside an event's model, on the counts as they are.
 *
 * @param method the method
 * @param measure what it estimates: an odds ratio where it does not take the measure of the data
 * @param fit the fit, empty where the counts have none
 * @param reason why there is no fit, empty where there is one
 */
public record ZeroCellMethod(
    EventModel method, Measure measure, Optional<Fit> fit, String reason) {}
