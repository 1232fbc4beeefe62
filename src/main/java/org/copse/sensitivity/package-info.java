/**
 * How much a result hangs on single studies or choices: leave-one-out.
 *
 * <p>Everything here refits a {@link org.copse.model.Fit} under its own model; nothing draws,
 * prints or knows a data frame.
 */
package org.copse.sensitivity;
