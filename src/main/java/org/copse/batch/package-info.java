/**
 * One model fitted to 10⁵ to 10⁷ sets of studies on primitive arrays, sets side by side in vector
 * registers: for permutation, bootstrap, GOSH, multiverse and simulation studies.
 *
 * <p>What lives here takes numbers and gives columns of numbers, block of rows to block of rows,
 * without any state between blocks, and agrees with the scalar estimators of {@code heterogeneity},
 * to which it hands over what it cannot be sure of. It knows no effects with labels and no fit:
 * models may call it, it never calls them. How it maps onto a partitioned engine is told at {@link
 * org.copse.batch.Batch}.
 */
package org.copse.batch;
