/**
 * How much a result hangs on single studies or choices: leave-one-out, the rounding of printed
 * inputs, rows that share patients.
 *
 * <p>Everything here pools again: a {@link org.copse.model.Fit} under its own model, or other
 * inputs and covariances; nothing draws a plot, prints or knows a data frame.
 */
package org.copse.sensitivity;
