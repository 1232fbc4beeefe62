package org.copse.effect;

import java.util.List;

/** Estimates and variances of counts of single groups under a rule for zeros. */
final class SingleGroupEstimates {

  private final String corrected;
  private final String rest;
  private final CorrectedEstimates result;

  private SingleGroupEstimates(int size, String corrected, String rest) {
    this.corrected = corrected;
    this.rest = rest + " and no correction: the effect or its variance is not finite, left out";
    this.result = new CorrectedEstimates(size);
  }

  static SingleGroupEstimates ofProportions(
      ProportionMeasure measure, Studies studies, List<Proportion> data, ZeroCells rule) {
    String zero = " without or with only events";
    String note = rule.why(zero) + ": %s added to events and non-events".formatted(rule.what());
    SingleGroupEstimates all = new SingleGroupEstimates(data.size(), note, zero);
    boolean any = data.stream().anyMatch(measure::needsCorrection);
    double x = rule.increment();
    for (int i = 0; i < data.size(); i++) {
      Proportion p = data.get(i);
      boolean add = rule.corrects(measure.needsCorrection(p), any);
      Proportion used = add ? new Proportion(p.events() + x, p.total() + 2 * x) : p;
      double estimate = measure.estimate(used);
      all.result.put(i, studies.label(i), estimate, measure.variance(used), add);
    }
    return all;
  }

  static SingleGroupEstimates ofRates(
      SingleRateMeasure measure, Studies studies, List<Rate> data, ZeroCells rule) {
    String zero = " without events";
    String note = rule.why(zero) + ": %s added to the events".formatted(rule.what());
    SingleGroupEstimates all = new SingleGroupEstimates(data.size(), note, zero);
    boolean any = data.stream().anyMatch(measure::needsCorrection);
    for (int i = 0; i < data.size(); i++) {
      Rate r = data.get(i);
      boolean add = rule.corrects(measure.needsCorrection(r), any);
      Rate used = add ? new Rate(r.events() + rule.increment(), r.time()) : r;
      double estimate = measure.estimate(used);
      all.result.put(i, studies.label(i), estimate, measure.variance(used), add);
    }
    return all;
  }

  /** A rule that single groups can follow. */
  static ZeroCells usable(ZeroCells rule) {
    if (rule.split() == ZeroCells.Split.BY_ARM_SIZE) {
      throw new IllegalArgumentException(
          "Cannot correct zero cells of single groups: split must be EQUAL, was BY_ARM_SIZE. There is one arm: use ZeroCells.DEFAULT, ALL, ALL_IF_ANY or NONE.");
    }
    return rule;
  }

  double[] estimates() {
    return result.estimates();
  }

  double[] variances() {
    return result.variances();
  }

  List<String> notes(List<String> given) {
    return result.notes(given, corrected, "", rest);
  }
}
