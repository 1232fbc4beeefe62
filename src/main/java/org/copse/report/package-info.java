/**
 * Results as text: number formats, tables in HTML, LaTeX, Markdown, CSV and plain text.
 *
 * <p>Everything here reads fits and results and computes no statistic. It may be used by plots; it
 * never uses the notebook package.
 */
package org.copse.report;
