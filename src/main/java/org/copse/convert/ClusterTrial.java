package org.copse.convert;

/**
 * Cluster randomised trials that were analysed as if patients had been randomised: the design
 * effect, effective sizes and inflated standard errors.
 *
 * <p>A trial whose analysis allowed for the clusters needs none of this: its estimate and standard
 * error are taken as reported. <b>Source</b>: Cochrane Handbook 23.1.4 and 23.1.5; Rao and Scott,
 * Biometrics 1992;48:577-585; Eldridge, Ashby and Kerry, Int J Epidemiol 2006;35:1292-1300 for
 * unequal clusters. An ICC from elsewhere is to be varied.
 */
public final class ClusterTrial {

  private static final String TASK = "allow for clusters";

  private ClusterTrial() {}

  /**
   * Average size of the clusters, patients over clusters, of all arms together.
   *
   * @param patients patients in the trial
   * @param clusters clusters in the trial
   * @return m
   */
  public static Converted averageSize(double patients, double clusters) {
    ChangeRules.positive(TASK, "number of patients", patients, "Check the totals.");
    ChangeRules.positive(TASK, "number of clusters", clusters, "Check the clusters.");
    return new Converted(
        patients / clusters,
        "average cluster size, %s patients in %s clusters"
            .formatted(ChangeRules.text(patients), ChangeRules.text(clusters)),
        "");
  }

  /**
   * Design effect 1 + (m − 1) ICC of clusters of one size.
   *
   * @param averageSize m, at least 1
   * @param icc intracluster correlation coefficient, −1/(m − 1) to 1, mostly 0 to 0.1
   * @return the design effect, above 0
   */
  public static Converted designEffect(double averageSize, double icc) {
    return effect(
        averageSize,
        icc,
        1 + (size(averageSize) - 1) * icc,
        "1 + (m − 1) ICC (Cochrane Handbook 23.1.4)",
        "clusters of much the same size");
  }

  /**
   * Design effect 1 + [(1 + CV²) m − 1] ICC of clusters that differ in size.
   *
   * @param averageSize m, at least 1
   * @param coefficientOfVariation CV, the SD of the cluster sizes over m, at least 0
   * @param icc intracluster correlation coefficient
   * @return the design effect, never below that of equal clusters with an ICC above 0
   */
  public static Converted designEffectOfUnequal(
      double averageSize, double coefficientOfVariation, double icc) {
    double cv = coefficientOfVariation;
    if (!(cv >= 0 && cv < Double.POSITIVE_INFINITY)) {
      throw ChangeRules.refused(
          TASK, "coefficient of variation", "be at least 0", cv, "It is SD/mean of the sizes.");
    }
    return effect(
        averageSize,
        icc,
        1 + ((1 + cv * cv) * size(averageSize) - 1) * icc,
        "1 + [(1 + CV²) m − 1] ICC, CV %s (Eldridge 2006)".formatted(ChangeRules.text(cv)),
        "an analysis of patients, weighting clusters by their size");
  }

  private static double size(double m) {
    if (!(m >= 1 && m < Double.POSITIVE_INFINITY)) {
      throw ChangeRules.refused(
          TASK, "average cluster size", "be at least 1", m, "Patients over clusters.");
    }
    return m;
  }

  private static Converted effect(
      double m, double icc, double effect, String formula, String assumes) {
    if (!(icc >= -1 && icc <= 1)) {
      throw ChangeRules.refused(TASK, "ICC", "be from -1 to 1", icc, "Mostly 0 to 0.1.");
    }
    if (!(effect > 0)) {
      throw ChangeRules.refused(
          TASK, "ICC", "leave a design effect above 0", icc, "Above −1/(m − 1); mostly 0 to 0.1.");
    }
    return new Converted(
        effect,
        "design effect %s with m = %s and ICC = %s"
            .formatted(formula, ChangeRules.text(m), ChangeRules.text(icc)),
        assumes + ", and the ICC holds for this outcome");
  }

  /**
   * Effective number of patients, or of events, with decimals: the count over the design effect.
   * Means and SDs stay as they are.
   *
   * @param count patients or events of one arm, at least 0
   * @param designEffect of the trial, above 0
   * @return the effective count
   */
  public static Converted effectiveSize(double count, double designEffect) {
    return new Converted(
        over(count, designEffect),
        "effective size, %s over a design effect of %s (Cochrane Handbook 23.1.4)"
            .formatted(ChangeRules.text(count), ChangeRules.text(designEffect)),
        "the design effect holds in this arm");
  }

  /**
   * Effective number of patients, or of events, rounded to a whole one, which tables of counts
   * need: {@code trials.binary(...)} of both the rounded events and the rounded totals.
   *
   * @param count patients or events of one arm, at least 0
   * @param designEffect of the trial, above 0
   * @return the rounded effective count; its note has the decimals
   */
  public static Converted effectiveCount(double count, double designEffect) {
    double exact = over(count, designEffect);
    return new Converted(
        Math.rint(exact),
        "effective count, %s over a design effect of %s = %s, rounded (Cochrane Handbook 23.1.4)"
            .formatted(
                ChangeRules.text(count), ChangeRules.text(designEffect), ChangeRules.text(exact)),
        "the design effect holds in this arm");
  }

  private static double over(double count, double designEffect) {
    if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
      throw ChangeRules.refused(TASK, "count", "be at least 0", count, "Check the column.");
    }
    return count / positive(designEffect);
  }

  private static double positive(double designEffect) {
    return ChangeRules.positive(TASK, "design effect", designEffect, "See designEffect(m, icc).");
  }

  /**
   * Standard error inflated for the clusters, SE √(design effect). Of a ratio it is that of the
   * logarithm.
   *
   * @param standardError of an analysis that ignored the clusters, on the analysis scale
   * @param designEffect of the trial, above 0
   * @return the inflated standard error
   */
  public static Converted inflatedStandardError(double standardError, double designEffect) {
    ChangeRules.positive(TASK, "standard error", standardError, "Check the column.");
    return new Converted(
        standardError * Math.sqrt(positive(designEffect)),
        "standard error times the root of a design effect of %s (Cochrane Handbook 23.1.5)"
            .formatted(ChangeRules.text(designEffect)),
        "the analysis ignored the clusters");
  }
}
