package org.copse.sensitivity;

import org.copse.model.Fit;

/**
 * A fit without one study.
 *
 * @param study label of the study left out
 * @param row its index in the full fit's effects
 * @param fit the model fitted to the others
 */
public record Omission(String study, int row, Fit fit) {}
