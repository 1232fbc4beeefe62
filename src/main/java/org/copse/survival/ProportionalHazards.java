package org.copse.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Test of proportional hazards: score test of β_j(t) = β_j + γ_j g(t).
 *
 * <p><b>Formula</b>: u = Σ g(t) U(t) over event times, the covariance of u given β̂ is I₂₂ − I₂₁
 * I₁₁⁻¹ I₁₂ with I₂₂ = Σ g² I(t), I₁₂ = Σ g I(t), I₁₁ = Σ I(t); a test a covariate (1 df) and a
 * joint one. <b>Source</b>: Schoenfeld, Biometrika 1982;69:239; Grambsch, Therneau, Biometrika
 * 1994;81:515. R survival since 3.0: {@code cox.zph}, of which older versions took I(t) as
 * constant.
 *
 * @param transform g
 * @param covariates names in the order of the tests
 * @param tests a test a covariate
 * @param joint test of all covariates together
 */
public record ProportionalHazards(
    TimeTransform transform,
    List<String> covariates,
    List<SurvivalTest> tests,
    SurvivalTest joint) {

  /**
   * Copies the lists.
   *
   * @param transform as above
   * @param covariates as above
   * @param tests as above
   * @param joint as above
   */
  public ProportionalHazards {
    covariates = List.copyOf(covariates);
    tests = List.copyOf(tests);
  }

  static Optional<ProportionalHazards> of(
      SurvivalData data,
      CoxLikelihood likelihood,
      double[] beta,
      List<String> names,
      TimeTransform transform) {
    TimeScores g = TimeScores.of(data, transform);
    int p = names.size();
    double[] u = new double[p];
    double[][] i11 = new double[p][p];
    double[][] i12 = new double[p][p];
    double[][] i22 = new double[p][p];
    likelihood.at(
        beta,
        (time, score, information) -> {
          double value = g.at(time);
          for (int i = 0; i < p; i++) {
            u[i] += value * score[i];
            for (int j = 0; j < p; j++) {
              i11[i][j] += information[i][j];
              i12[i][j] += value * information[i][j];
              i22[i][j] += value * value * information[i][j];
            }
          }
        });
    RealMatrix cross = MatrixUtils.createRealMatrix(i12);
    double[][] v =
        MatrixUtils.createRealMatrix(i22)
            .subtract(cross.multiply(CoxMaximum.inverse(i11)).multiply(cross))
            .getData();
    List<SurvivalTest> tests = new ArrayList<>();
    for (int i = 0; i < p; i++) {
      if (!(v[i][i] > 1e-12 * i22[i][i])) {
        return Optional.empty();
      }
      tests.add(SurvivalTest.of(u[i] * u[i] / v[i][i], 1));
    }
    double joint = CoxMaximum.product(u, CoxMaximum.solve(v, u));
    return Optional.of(new ProportionalHazards(transform, names, tests, SurvivalTest.of(joint, p)));
  }

  /**
   * The test of a covariate.
   *
   * @param covariate its name
   * @return the test
   * @throws IllegalArgumentException when there is none of that name
   */
  public SurvivalTest test(String covariate) {
    int at = covariates.indexOf(covariate);
    if (at < 0) {
      throw new IllegalArgumentException(
          "Cannot find the test: covariate must be one of %s, was '%s'. Check its spelling."
              .formatted(covariates, covariate));
    }
    return tests.get(at);
  }

  /** g at the event times, with mean 0 over events. */
  private record TimeScores(double[] times, double[] values) {

    static TimeScores of(SurvivalData data, TimeTransform transform) {
      int[] order = data.ordered().rows;
      double[] times = new double[data.events()];
      int count = 0;
      for (int row : order) {
        if (data.event(row)) {
          times[count++] = data.time(row);
        }
      }
      if (transform == TimeTransform.LOG && times[0] == 0) {
        throw new IllegalArgumentException(
            "Cannot test proportional hazards on log time: event times must be above 0, was 0. Use"
                + " TimeTransform.KAPLAN_MEIER.");
      }
      CurveSteps all = CurveSteps.of(data, data.ordered(), false);
      double[] everyTime = new double[order.length];
      for (int i = 0; i < order.length; i++) {
        everyTime[i] = data.time(order[i]);
      }
      double[] values = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = value(transform, everyTime, times[i], all);
      }
      double mean = Arrays.stream(values).average().orElse(0);
      for (int i = 0; i < count; i++) {
        values[i] -= mean;
      }
      return new TimeScores(times, values);
    }

    private static double value(
        TimeTransform transform, double[] everyTime, double time, CurveSteps all) {
      return switch (transform) {
        case IDENTITY -> time;
        case LOG -> Math.log(time);
        case RANK -> (first(everyTime, time) + last(everyTime, time)) / 2.0 + 1;
        case KAPLAN_MEIER -> {
          int before = all.indexAt(time) - 1;
          yield before < 0 ? 0 : 1 - all.survival[before];
        }
      };
    }

    private static int first(double[] times, double time) {
      int at = Arrays.binarySearch(times, time);
      while (at > 0 && times[at - 1] == time) {
        at--;
      }
      return at;
    }

    private static int last(double[] times, double time) {
      int at = Arrays.binarySearch(times, time);
      while (at < times.length - 1 && times[at + 1] == time) {
        at++;
      }
      return at;
    }

    double at(double time) {
      return values[Arrays.binarySearch(times, time)];
    }
  }
}
