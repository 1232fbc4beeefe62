/**
 * Plots as data, and the renderers that draw them.
 *
 * <p>A plot is made once from a fit: a {@link org.copse.plot.ForestModel} or a {@link
 * org.copse.plot.Chart} holds columns, rows, axes and marks in the reader's units, and every
 * renderer draws that same model, so that no two pictures of a result can disagree.
 *
 * <p>What may live here: plot models, the choice of axes and ticks, layout, the SVG and PNG output
 * and the Plotly figures. What may not: a statistic (fits are read, never computed), anything of a
 * notebook or a kernel, and any address outside the user's machine.
 */
package org.copse.plot;
