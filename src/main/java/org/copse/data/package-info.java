/**
 * The Tablesaw boundary: reads and checks trial tables, ships the data sets, and turns results back
 * into a {@code tech.tablesaw.api.Table}.
 *
 * <p>May live here: everything that knows files, cells, text that stands for a number, column roles
 * and Tablesaw. May not live here: a statistic (an effect, a variance, a pooled value), a plot, a
 * kernel class. No package of statistics depends on this one.
 */
package org.copse.data;
