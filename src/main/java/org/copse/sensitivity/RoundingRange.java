package org.copse.sensitivity;

/**
 * Where one pooled quantity can lie, given that its inputs are only known as printed. All on the
 * reader's scale.
 *
 * @param quantity which
 * @param asPrinted from the numbers as they stand in print
 * @param lower smallest value within rounding
 * @param upper largest value within rounding
 * @param how how the bounds were found
 * @param median of the draws
 * @param low 2.5 % quantile of the draws
 * @param high 97.5 % quantile of the draws
 */
public record RoundingRange(
    RoundingQuantity quantity,
    double asPrinted,
    double lower,
    double upper,
    BoundMethod how,
    double median,
    double low,
    double high) {}
