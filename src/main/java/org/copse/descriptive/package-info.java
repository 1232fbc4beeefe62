/**
 * Tables that describe patients: counts with percentages, medians, tests between groups, and the
 * arithmetic of tables that papers print.
 *
 * <p>Here live counts, order statistics and tests between groups of patients, from rows of patients
 * or from printed counts. They know {@code numeric} and {@code convert} alone: no table of a
 * library, no model that pools, no plot.
 */
package org.copse.descriptive;
