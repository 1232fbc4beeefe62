package org.copse.model;

import java.util.function.IntToDoubleFunction;
import org.copse.effect.Effects;
import org.copse.effect.MeasureNames;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.QCentre;

/** The rows of effects that can be pooled, as arrays. */
final class EstimableRows {

  /** What Q is in a model that pools the counts themselves. */
  static final String Q_OF_OWN =
      "Q and I² from the studies' own estimates, under their rule for zero cells.";

  private final int size;
  private final int[] rows;
  private final double[] estimates;
  private final double[] variances;

  private EstimableRows(Effects effects) {
    size = effects.size();
    rows = effects.estimable();
    estimates = new double[rows.length];
    variances = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      estimates[i] = effects.estimate(rows[i]);
      variances[i] = effects.variance(rows[i]);
    }
  }

  static EstimableRows of(Effects effects) {
    EstimableRows rows = new EstimableRows(effects);
    if (rows.k() == 0) {
      throw none(effects);
    }
    return rows;
  }

  /** Why effects without any informative study cannot be pooled. */
  static IllegalArgumentException none(Effects effects) {
    return new IllegalArgumentException(
        "Cannot pool: at least 1 study must have an estimable %s, was 0 of %s. Add studies, or use a measure or zero-cell rule under which they count."
            .formatted(MeasureNames.withinSentence(effects.measure().label()), effects.size()));
  }

  /**
   * Q over the studies' own estimates, for models that pool the counts themselves; Q = 0 on 0
   * degrees of freedom where none is estimable.
   */
  static Heterogeneity heterogeneity(Effects effects) {
    EstimableRows rows = new EstimableRows(effects);
    return rows.k() == 0
        ? new Heterogeneity(0, 0, 1, QCentre.INVERSE_VARIANCE)
        : Heterogeneity.of(rows.estimates, rows.variances);
  }

  int k() {
    return rows.length;
  }

  double[] estimates() {
    return estimates;
  }

  double[] variances() {
    return variances;
  }

  /** One value a pooled row, from its index among all rows. */
  double[] pick(IntToDoubleFunction value) {
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = value.applyAsDouble(rows[i]);
    }
    return values;
  }

  /** Values of the pooled rows put back in place among all rows, 0 elsewhere. */
  double[] inPlace(double[] values) {
    double[] all = new double[size];
    for (int i = 0; i < rows.length; i++) {
      all[rows[i]] = values[i];
    }
    return all;
  }
}
