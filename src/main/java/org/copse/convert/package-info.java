/**
 * From what papers print to what an effect needs: standard deviations from intervals and p values,
 * means from medians, contrasts from test statistics, counts from percentages.
 *
 * <p>Each conversion is a static function with its formula, assumptions and source; it returns
 * {@link org.copse.convert.Converted} or another small value that says how it came about. Only
 * {@code numeric} and {@code effect} may be used here: no table, no model.
 */
package org.copse.convert;
