package org.copse.plot;

import java.util.Optional;
import org.copse.appraisal.Appraisal;
import org.copse.effect.SingleRateMeasure;
import org.copse.model.Fit;

/** What a user may choose of a forest plot. */
record ForestOptions(
    String title,
    String favoursLeft,
    String favoursRight,
    Optional<double[]> limits,
    Optional<String> label,
    int decimals,
    boolean prediction,
    Optional<Fit> second,
    Optional<Appraisal> appraisal) {

  static final ForestOptions DEFAULT =
      new ForestOptions(
          "",
          "",
          "",
          Optional.empty(),
          Optional.empty(),
          2,
          true,
          Optional.empty(),
          Optional.empty());

  ForestOptions title(String newTitle) {
    return new ForestOptions(
        newTitle,
        favoursLeft,
        favoursRight,
        limits,
        label,
        decimals,
        prediction,
        second,
        appraisal);
  }

  ForestOptions favours(String left, String right) {
    return new ForestOptions(
        title, left, right, limits, label, decimals, prediction, second, appraisal);
  }

  ForestOptions limits(double min, double max) {
    Optional<double[]> both = Optional.of(new double[] {min, max});
    return new ForestOptions(
        title, favoursLeft, favoursRight, both, label, decimals, prediction, second, appraisal);
  }

  ForestOptions label(String newLabel) {
    Optional<String> some = Optional.of(newLabel);
    return new ForestOptions(
        title, favoursLeft, favoursRight, limits, some, decimals, prediction, second, appraisal);
  }

  ForestOptions decimals(int newDecimals) {
    return new ForestOptions(
        title,
        favoursLeft,
        favoursRight,
        limits,
        label,
        newDecimals,
        prediction,
        second,
        appraisal);
  }

  ForestOptions prediction(boolean shown) {
    return new ForestOptions(
        title, favoursLeft, favoursRight, limits, label, decimals, shown, second, appraisal);
  }

  ForestOptions second(Fit fit) {
    Optional<Fit> some = Optional.of(fit);
    return new ForestOptions(
        title, favoursLeft, favoursRight, limits, label, decimals, prediction, some, appraisal);
  }

  ForestOptions appraisal(Appraisal newAppraisal) {
    Optional<Appraisal> some = Optional.of(newAppraisal);
    return new ForestOptions(
        title, favoursLeft, favoursRight, limits, label, decimals, prediction, second, some);
  }

  /** Rates of 0.0092 per person-year would all read 0.01: two digits of the interval's width. */
  ForestOptions forFit(Fit fit) {
    double width = fit.backTransformed().interval().width();
    if (!(fit.measure() instanceof SingleRateMeasure) || !(width > 0 && width < 1)) {
      return this;
    }
    return decimals(Math.min(8, Math.max(decimals, 1 - (int) Math.floor(Math.log10(width)))));
  }
}
