package org.copse.plot;

import java.util.List;
import java.util.Optional;
import org.copse.appraisal.Appraisal;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.effect.SingleRateMeasure;
import org.copse.model.Fit;
import org.copse.report.Numbers;

/** What a user may choose of a forest plot. Immutable: each setting returns a copy. */
final class ForestOptions {

  static final ForestOptions DEFAULT = new ForestOptions();

  private String title = "";
  private String favoursLeft = "";
  private String favoursRight = "";
  private double[] limits;
  private String label;
  private int decimals = 2;
  private boolean prediction = true;
  private Fit second;
  private Appraisal appraisal;
  private ForestStyle style = ForestStyle.COPSE;
  private boolean distribution;
  private boolean axisOnTop;
  private int axisEvery;
  private List<String> left = List.of();
  private List<String> right = List.of();

  private ForestOptions() {}

  private ForestOptions copy() {
    ForestOptions copy = new ForestOptions();
    copy.title = title;
    copy.favoursLeft = favoursLeft;
    copy.favoursRight = favoursRight;
    copy.limits = limits;
    copy.label = label;
    copy.decimals = decimals;
    copy.prediction = prediction;
    copy.second = second;
    copy.appraisal = appraisal;
    copy.style = style;
    copy.distribution = distribution;
    copy.axisOnTop = axisOnTop;
    copy.axisEvery = axisEvery;
    copy.left = left;
    copy.right = right;
    return copy;
  }

  ForestOptions title(String newTitle) {
    ForestOptions copy = copy();
    copy.title = newTitle;
    return copy;
  }

  ForestOptions favours(String left, String right) {
    ForestOptions copy = copy();
    copy.favoursLeft = left;
    copy.favoursRight = right;
    return copy;
  }

  ForestOptions limits(double min, double max) {
    ForestOptions copy = copy();
    copy.limits = new double[] {min, max};
    return copy;
  }

  ForestOptions label(String newLabel) {
    ForestOptions copy = copy();
    copy.label = newLabel;
    return copy;
  }

  ForestOptions decimals(int newDecimals) {
    ForestOptions copy = copy();
    copy.decimals = newDecimals;
    return copy;
  }

  ForestOptions prediction(boolean shown) {
    ForestOptions copy = copy();
    copy.prediction = shown;
    return copy;
  }

  ForestOptions second(Fit fit) {
    ForestOptions copy = copy();
    copy.second = fit;
    return copy;
  }

  ForestOptions appraisal(Appraisal newAppraisal) {
    ForestOptions copy = copy();
    copy.appraisal = newAppraisal;
    return copy;
  }

  ForestOptions style(ForestStyle newStyle) {
    ForestOptions copy = copy();
    copy.style = newStyle;
    return copy;
  }

  ForestOptions distribution(boolean shown) {
    ForestOptions copy = copy();
    copy.distribution = shown;
    return copy;
  }

  ForestOptions axisOnTop(boolean shown) {
    ForestOptions copy = copy();
    copy.axisOnTop = shown;
    return copy;
  }

  ForestOptions axisEvery(int studies) {
    ForestOptions copy = copy();
    copy.axisEvery = studies;
    return copy;
  }

  ForestOptions columns(List<String> names, boolean onTheLeft) {
    ForestOptions copy = copy();
    copy.left = onTheLeft ? List.copyOf(names) : left;
    copy.right = onTheLeft ? right : List.copyOf(names);
    return copy;
  }

  /** Rates of 0.0092 per person-year would all read 0.01: two digits of the interval's width. */
  ForestOptions forFit(Fit fit) {
    double width = fit.backTransformed().interval().width();
    if (!(fit.measure() instanceof SingleRateMeasure) || !(width > 0 && width < 1)) {
      return this;
    }
    return decimals(Math.min(8, Math.max(decimals, 1 - (int) Math.floor(Math.log10(width)))));
  }

  /** Why the plot cannot be live in a page; empty where it can. */
  String why() {
    if (appraisal != null) {
      return "the columns of an appraisal";
    }
    if (axisOnTop || axisEvery > 0) {
      return "the axis repeated";
    }
    if (distribution) {
      return "a prediction distribution";
    }
    if (!left.isEmpty() || !right.isEmpty()) {
      return "columns of the table";
    }
    return style == ForestStyle.COPSE ? "" : "the layout " + style;
  }

  TextCell effect(Measure measure, double estimate, Interval interval) {
    return style.numbers(measure).cell(estimate, interval, decimals);
  }

  TextCell effect(Measure measure, Interval interval) {
    return style.numbers(measure).cell(interval, decimals);
  }

  /** For example "RR [95% CI]". */
  String effectHeader(Measure measure, double level) {
    NumberForm form = style.numbers(measure);
    String ci = form.open() + Numbers.level(level) + " CI" + form.close();
    return measure.abbreviation() + " " + ci;
  }

  String title() {
    return title;
  }

  String favoursLeft() {
    return favoursLeft;
  }

  String favoursRight() {
    return favoursRight;
  }

  Optional<double[]> limits() {
    return Optional.ofNullable(limits);
  }

  Optional<String> label() {
    return Optional.ofNullable(label);
  }

  int decimals() {
    return decimals;
  }

  boolean prediction() {
    return prediction;
  }

  Optional<Fit> second() {
    return Optional.ofNullable(second);
  }

  Optional<Appraisal> appraisal() {
    return Optional.ofNullable(appraisal);
  }

  ForestStyle style() {
    return style;
  }

  boolean distribution() {
    return distribution;
  }

  boolean axisOnTop() {
    return axisOnTop;
  }

  int axisEvery() {
    return axisEvery;
  }

  /** Columns of the table beside the studies' names. */
  List<String> left() {
    return left;
  }

  /** Columns of the table after all others. */
  List<String> right() {
    return right;
  }

  /** Weights of the second model stand beside those of the first. */
  List<Fit> with(Fit fit) {
    return second == null ? List.of(fit) : List.of(fit, second);
  }
}
