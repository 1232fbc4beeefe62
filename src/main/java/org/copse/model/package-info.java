/**
 * Pooling: common effect, Mantel-Haenszel, Peto, random effects, and subgroups of each.
 *
 * <p>A model is an immutable configuration ({@code withDefaults()...fit(effects)}); the result is
 * an immutable {@link org.copse.model.Fit} that knows its effects, its methods and its notes.
 * Nothing here draws, prints or knows a data frame.
 */
package org.copse.model;
