/**
 * The few numeric pieces that no library gives: stable weighted sums, bracketed root finding on a
 * half line, the distribution of quadratic forms.
 *
 * <p>What lives here works on primitive arrays, knows nothing of studies or effects and depends on
 * no other package of Copse. Distributions come from Apache Commons Statistics, optimisers and
 * solvers from Apache Commons Math; neither is written again here.
 */
package org.copse.numeric;
