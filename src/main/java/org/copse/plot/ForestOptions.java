package org.copse.plot;

import java.util.Optional;

/** What a user may choose of a forest plot. */
record ForestOptions(
    String title,
    String favoursLeft,
    String favoursRight,
    Optional<double[]> limits,
    Optional<String> label,
    int decimals,
    boolean prediction) {

  static final ForestOptions DEFAULT =
      new ForestOptions("", "", "", Optional.empty(), Optional.empty(), 2, true);

  ForestOptions title(String newTitle) {
    return new ForestOptions(
        newTitle, favoursLeft, favoursRight, limits, label, decimals, prediction);
  }

  ForestOptions favours(String left, String right) {
    return new ForestOptions(title, left, right, limits, label, decimals, prediction);
  }

  ForestOptions limits(double min, double max) {
    Optional<double[]> both = Optional.of(new double[] {min, max});
    return new ForestOptions(title, favoursLeft, favoursRight, both, label, decimals, prediction);
  }

  ForestOptions label(String newLabel) {
    Optional<String> some = Optional.of(newLabel);
    return new ForestOptions(title, favoursLeft, favoursRight, limits, some, decimals, prediction);
  }

  ForestOptions decimals(int newDecimals) {
    return new ForestOptions(
        title, favoursLeft, favoursRight, limits, label, newDecimals, prediction);
  }

  ForestOptions prediction(boolean shown) {
    return new ForestOptions(title, favoursLeft, favoursRight, limits, label, decimals, shown);
  }
}
