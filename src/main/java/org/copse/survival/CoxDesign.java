package org.copse.survival;

import java.util.ArrayList;
import java.util.List;

/**
 * Covariates of a Cox model, each with mean 0 and standard deviation 1 so that Newton steps fit.
 */
final class CoxDesign {

  final List<String> names;

  /** Standardised covariates, a row a patient. */
  final double[][] x;

  final double[] deviations;

  private CoxDesign(List<String> names, double[][] x) {
    this.names = List.copyOf(names);
    this.x = x;
    this.deviations = new double[names.size()];
  }

  static CoxDesign of(SurvivalData data, List<String> covariates, boolean groups) {
    List<String> names = new ArrayList<>(covariates);
    List<double[]> columns = new ArrayList<>();
    covariates.forEach(name -> columns.add(data.covariate(name)));
    for (int g = 1; groups && g < data.groups().size(); g++) {
      double[] indicator = new double[data.size()];
      for (int row = 0; row < indicator.length; row++) {
        indicator[row] = data.groupCode(row) == g ? 1 : 0;
      }
      names.add(data.groups().get(g));
      columns.add(indicator);
    }
    CoxDesign design = new CoxDesign(names, new double[data.size()][names.size()]);
    for (int j = 0; j < columns.size(); j++) {
      design.standardise(j, columns.get(j));
    }
    return design;
  }

  private void standardise(int j, double[] column) {
    double mean = 0;
    for (double value : column) {
      mean += value / column.length;
    }
    double squares = 0;
    for (double value : column) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / column.length);
    if (!(deviation > 1e-12 * Math.abs(mean))) {
      throw determined(names.get(j));
    }
    deviations[j] = deviation;
    for (int row = 0; row < column.length; row++) {
      x[row][j] = (column[row] - mean) / deviation;
    }
  }

  static IllegalArgumentException determined(String name) {
    return new IllegalArgumentException(
        ("Cannot fit the Cox model: covariate '%s' must vary among patients at risk together and"
                + " not follow from the others, was constant or determined. Leave it out.")
            .formatted(name));
  }
}
