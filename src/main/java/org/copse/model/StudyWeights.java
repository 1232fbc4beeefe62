package org.copse.model;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.DataProblem;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.effect.StudyDataException;
import org.copse.heterogeneity.Weights;

/**
 * What the studies count with in a random-effects mean.
 *
 * <p>Given weights are looked up in the effects at every fit, so that they follow the studies into
 * subgroups and leave-one-out.
 */
final class StudyWeights {

  private enum Kind {
    INVERSE_VARIANCE,
    COMMON_EFFECT,
    COLUMN,
    SAMPLE_SIZE
  }

  /** 1/(vᵢ + tau²). */
  static final StudyWeights INVERSE_VARIANCE = new StudyWeights(Kind.INVERSE_VARIANCE, "");

  /** 1/vᵢ whatever tau² is. */
  static final StudyWeights COMMON_EFFECT = new StudyWeights(Kind.COMMON_EFFECT, "");

  /** Number of patients. */
  static final StudyWeights SAMPLE_SIZE = new StudyWeights(Kind.SAMPLE_SIZE, "");

  private final Kind kind;
  private final String column;

  private StudyWeights(Kind kind, String column) {
    this.kind = kind;
    this.column = column;
  }

  /** The values of a numeric moderator. */
  static StudyWeights column(String name) {
    return new StudyWeights(Kind.COLUMN, name);
  }

  /** Whether the mean is the one of least variance at its tau². */
  boolean isInverseVariance() {
    return kind == Kind.INVERSE_VARIANCE;
  }

  /** The weights of the pooled rows, in any unit. */
  double[] of(Effects effects, EstimableRows rows, double tau2) {
    return switch (kind) {
      case INVERSE_VARIANCE -> Weights.inverse(rows.variances(), tau2);
      case COMMON_EFFECT -> Weights.inverse(rows.variances(), 0);
      case SAMPLE_SIZE -> rows.pick(i -> SampleSizes.total(effects, i));
      case COLUMN -> ofColumn(effects, rows);
    };
  }

  private double[] ofColumn(Effects effects, EstimableRows rows) {
    if (!(effects.studies().moderator(column) instanceof Moderator.Numeric numbers)) {
      throw new IllegalArgumentException(
          "Cannot weight by '%s': it must be a column of numbers, was one of categories. Read it as numbers."
              .formatted(column));
    }
    List<DataProblem> problems = new ArrayList<>();
    double[] weights = rows.pick(i -> checked(effects, numbers, i, problems));
    StudyDataException.throwIfAny(problems);
    for (double weight : weights) {
      if (weight > 0) {
        return weights;
      }
    }
    throw new IllegalArgumentException(
        "Cannot weight by '%s': at least one pooled study must have a weight above 0, was none of %s. Correct the column or leave the group out."
            .formatted(column, weights.length));
  }

  private double checked(
      Effects effects, Moderator.Numeric numbers, int study, List<DataProblem> problems) {
    double weight = numbers.value(study);
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      problems.add(
          new DataProblem(
              effects.studies().label(study),
              study + 1,
              column,
              "weight must be a finite number of at least 0",
              Double.isNaN(weight) ? "missing" : Double.toString(weight),
              "Give every pooled study a weight."));
    }
    return weight;
  }

  /** How the weights came about, as a sentence. */
  String sentence() {
    return switch (kind) {
      case INVERSE_VARIANCE -> "Inverse-variance weights, random effects.";
      case COMMON_EFFECT -> "Inverse-variance weights of a common effect, variance with τ².";
      case SAMPLE_SIZE -> "Weights by number of patients, variance with τ².";
      case COLUMN -> "Weights given in column '%s', variance with τ².".formatted(column);
    };
  }

  /** The weights as part of a sentence: "weights by ...". */
  String words() {
    return switch (kind) {
      case INVERSE_VARIANCE -> "inverse variance with τ²";
      case COMMON_EFFECT -> "inverse variance of a common effect";
      case SAMPLE_SIZE -> "number of patients";
      case COLUMN -> "column '%s'".formatted(column);
    };
  }
}
