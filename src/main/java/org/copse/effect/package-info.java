/**
 * From what a trial reports to an effect estimate and its variance on the analysis scale.
 *
 * <p>Here live the measures (one enum per data type, so that a wrong combination does not compile),
 * the raw data they take, the checks of that data, and {@link org.copse.effect.Effects}: the
 * studies of one analysis with their estimates, variances, raw data and moderators. Nothing here
 * pools, draws, prints or knows a data frame.
 */
package org.copse.effect;
