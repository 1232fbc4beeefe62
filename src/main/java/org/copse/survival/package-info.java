/**
 * Times to an event: survival curves, tests between groups, the Cox model, and patient data
 * recovered from a printed curve.
 *
 * <p>Here live statistics of patient-level times and of published curves. They know {@code numeric}
 * and {@code effect} alone: no table, no plot, no model that pools. What is pooled leaves as {@link
 * org.copse.effect.Reported}: an estimate with its standard error on the analysis scale.
 */
package org.copse.survival;
