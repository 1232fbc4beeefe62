/**
 * How much the true effects differ: Q, I², H², estimators of the between-study variance tau², its
 * interval, and prediction intervals.
 *
 * <p>Everything here takes effects as primitive arrays of estimates and variances, never a fit:
 * models call this package, it never calls them.
 */
package org.copse.heterogeneity;
