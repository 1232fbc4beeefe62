package org.copse.convert;

import java.util.Arrays;

/**
 * The standard deviation of changes from baseline, and the correlation of baseline and final
 * values.
 *
 * <p>With s₁ the SD at baseline, s₂ the final SD, r their correlation: s² = s₁² + s₂² − 2 r s₁ s₂.
 * <b>Units</b>: of the outcome. <b>Source</b>: Cochrane Handbook for Systematic Reviews of
 * Interventions, 6.5.2.2, 6.5.2.3 and 6.5.2.8; Abrams, Gillies and Lambert, Stat Med
 * 2005;24:3823-3844; Follmann et al., J Clin Epidemiol 1992;45:769-773. A computed or imputed SD is
 * for a sensitivity analysis over r: {@link org.copse.effect.PrePost#withCorrelation}.
 */
public final class ChangeSd {

  private static final String SD = "compute the SD of changes";
  private static final String R = "compute the correlation of baseline and final values";
  private static final String CHECK_SDS = "Check the SDs; an SE times the root of n is an SD.";
  private static final double LEAST_USEFUL = 0.5;

  /** Rounding of printed SDs can take a correlation of 1 a little beyond it. */
  private static final double SLACK = 1e-9;

  private ChangeSd() {}

  /**
   * SD of the changes from both SDs and their correlation, √(s₁² + s₂² − 2 r s₁ s₂).
   *
   * @param sdBaseline s₁
   * @param sdFinal s₂
   * @param r correlation, −1 to 1
   * @return the SD; a note says where r is below 0.5, for final values are then more precise
   */
  public static Converted fromCorrelation(double sdBaseline, double sdFinal, double r) {
    sds(SD, sdBaseline, sdFinal);
    ChangeRules.correlation(SD, r);
    double difference = sdBaseline - sdFinal;
    double sd = Math.sqrt(difference * difference + 2 * (1 - r) * sdBaseline * sdFinal);
    return new Converted(
        sd,
        "SD of the changes from baseline SD, final SD and correlation "
            + ChangeRules.text(r)
            + ": √(s₁² + s₂² − 2 r s₁ s₂) (Cochrane Handbook 6.5.2.8)"
            + advice(r),
        "the correlation holds for this arm");
  }

  /**
   * Correlation of baseline and final values from the three SDs, (s₁² + s₂² − s²)/(2 s₁ s₂).
   *
   * @param sdBaseline s₁
   * @param sdFinal s₂
   * @param sdChange s
   * @return the correlation
   * @throws IllegalArgumentException when no correlation makes these three, which means that one is
   *     misprinted or no SD
   */
  public static Converted correlation(double sdBaseline, double sdFinal, double sdChange) {
    sds(R, sdBaseline, sdFinal);
    if (!(sdChange >= 0 && sdChange < Double.POSITIVE_INFINITY)) {
      throw ChangeRules.refused(R, "SD of the changes", "be at least 0", sdChange, CHECK_SDS);
    }
    double difference = sdBaseline - sdFinal;
    double r = 1 - (sdChange - difference) * (sdChange + difference) / (2 * sdBaseline * sdFinal);
    if (!(Math.abs(r) <= 1 + SLACK)) {
      String rule =
          "lie between |s₁ − s₂| = %s and s₁ + s₂ = %s"
              .formatted(
                  ChangeRules.text(Math.abs(difference)), ChangeRules.text(sdBaseline + sdFinal));
      throw ChangeRules.refused(R, "SD of the changes", rule, sdChange, CHECK_SDS);
    }
    r = Math.max(-1, Math.min(1, r));
    return new Converted(
        r,
        "correlation from the SDs of baseline, final values and changes: (s₁² + s₂² − s²)/(2 s₁ s₂)"
            + " (Cochrane Handbook 6.5.2.8)"
            + advice(r),
        "the three SDs are of the same patients");
  }

  /**
   * Final SD from baseline SD, SD of the changes and correlation, r s₁ ± √(s² − s₁²(1 − r²)): the
   * root nearer to the baseline SD, the other, if it is an SD, in the note. With baseline and final
   * exchanged it is the baseline SD.
   *
   * @param sdBaseline s₁
   * @param sdChange s
   * @param r correlation, −1 to 1
   * @return the final SD
   * @throws IllegalArgumentException when no final SD makes these three
   */
  public static Converted finalSd(double sdBaseline, double sdChange, double r) {
    String task = "compute the final SD";
    sds(task, sdBaseline, sdChange);
    ChangeRules.correlation(task, r);
    double least = sdBaseline * Math.sqrt((1 - r) * (1 + r));
    double root = Math.sqrt(Math.max(0, (sdChange - least) * (sdChange + least)));
    double larger = r * sdBaseline + root;
    double smaller = r * sdBaseline - root;
    if (!(sdChange >= least * (1 - SLACK) && larger > 0)) {
      String rule =
          "be at least %s with this correlation and above the baseline SD with one of 0 or less"
              .formatted(ChangeRules.text(least));
      throw ChangeRules.refused(task, "SD of the changes", rule, sdChange, CHECK_SDS);
    }
    boolean second = smaller > 0 && Math.abs(smaller - sdBaseline) < Math.abs(larger - sdBaseline);
    String other =
        smaller > 0 && root > 0
            ? "; %s would fit as well".formatted(ChangeRules.text(second ? larger : smaller))
            : "";
    return new Converted(
        second ? smaller : larger,
        "final SD from baseline SD, SD of the changes and correlation %s: r s₁ ± √(s² − s₁²(1 − r²))"
                .formatted(ChangeRules.text(r))
            + other,
        "the final SD is the one nearer to the baseline SD");
  }

  /**
   * A correlation taken from elsewhere.
   *
   * @param r −1 to 1
   * @param source where it comes from, for example "a trial of the same scale, Smith 2001"
   * @return the correlation with a note that it is an assumption
   */
  public static Converted assumedCorrelation(double r, String source) {
    ChangeRules.correlation("assume a correlation", r);
    return new Converted(
        r,
        "correlation %s taken from %s, not from this study; vary it (Cochrane Handbook 6.5.2.8)"
            .formatted(ChangeRules.text(r), source),
        "patients of this study kept their rank over time as they did there");
  }

  /**
   * A correlation imputed as the mean of those that other arms or studies give, as the Handbook
   * does with two similar ones. The note names their range, for a sensitivity analysis.
   *
   * @param others correlations of other arms or studies, at least one
   * @return their arithmetic mean
   */
  public static Converted imputedCorrelation(double... others) {
    String task = "impute a correlation";
    if (others.length == 0) {
      throw ChangeRules.refused(
          task, "number of other correlations", "be at least 1", 0, "Use assumedCorrelation.");
    }
    Arrays.stream(others).forEach(r -> ChangeRules.correlation(task, r));
    double lowest = Arrays.stream(others).min().getAsDouble();
    double highest = Arrays.stream(others).max().getAsDouble();
    return new Converted(
        Arrays.stream(others).average().getAsDouble(),
        "correlation imputed as the mean of %s others, %s to %s; vary it over that range at least"
                .formatted(others.length, ChangeRules.text(lowest), ChangeRules.text(highest))
            + " (Cochrane Handbook 6.5.2.8)",
        "the others measured on the same scale, over a similar time");
  }

  /**
   * SD of the changes of one arm from the standard error of its mean change, SE √n.
   *
   * @param standardError of the mean change, not of a difference between arms
   * @param n patients
   * @return the SD
   */
  public static Converted fromStandardError(double standardError, double n) {
    ChangeRules.positive(SD, "standard error", standardError, "Check the column.");
    return ofArm(standardError, n, "its standard error");
  }

  /**
   * SD of the changes of one arm from the confidence interval of its mean change, by t with n − 1
   * degrees of freedom.
   *
   * @param lower lower limit
   * @param upper upper limit
   * @param level level, for example 0.95
   * @param n patients
   * @return the SD
   */
  public static Converted fromInterval(double lower, double upper, double level, double n) {
    ChangeRules.patients(SD, "n", n);
    return ofArm(
        ChangeRules.standardError(SD, lower, upper, level, n - 1),
        n,
        "its %s CI (t, %s df)".formatted(Given.percent(level), ChangeRules.text(n - 1)));
  }

  /**
   * SD of the changes of one arm from its mean change and paired t.
   *
   * @param change mean change, not 0
   * @param t t of the paired test, not 0; its sign is not used
   * @param n patients
   * @return the SD |change| √n / |t|
   */
  public static Converted fromT(double change, double t, double n) {
    ChangeRules.nonZero(SD, "mean change", change);
    ChangeRules.nonZero(SD, "t", t);
    return ofArm(Math.abs(change / t), n, "the paired t of " + ChangeRules.text(t));
  }

  /**
   * SD of the changes of one arm from its mean change and the two-sided p value of the paired t
   * test.
   *
   * @param change mean change, not 0
   * @param p exact p value of this arm's change, not of the comparison of arms
   * @param n patients
   * @return the SD
   */
  public static Converted fromP(double change, double p, double n) {
    ChangeRules.patients(SD, "n", n);
    double se = ChangeRules.standardErrorOfP(SD, "mean change", change, p, n - 1);
    return ofArm(se, n, "p = %s of the paired t test".formatted(p));
  }

  private static Converted ofArm(double se, double n, String from) {
    ChangeRules.patients(SD, "n", n);
    return new Converted(
        se * Math.sqrt(n),
        "SD of the changes from %s: SE √n (Cochrane Handbook 6.5.2.2)".formatted(from),
        "it is of this arm's mean change, from a paired analysis");
  }

  /**
   * SD of the changes, the same in both arms, from the standard error of the difference between
   * arms, SE / √(1/n₁ + 1/n₂).
   *
   * @param standardError of the difference of mean changes
   * @param n1 patients in arm 1
   * @param n2 patients in arm 2
   * @return the SD pooled over the arms
   */
  public static Converted pooledFromStandardError(double standardError, double n1, double n2) {
    ChangeRules.positive(SD, "standard error", standardError, "Check the column.");
    return ofDifference(
        MeanContrast.fromStandardError(standardError, n1, n2), "its standard error");
  }

  /**
   * SD of the changes, the same in both arms, from the confidence interval of the difference
   * between arms, by t with n₁ + n₂ − 2 degrees of freedom.
   *
   * @param lower lower limit
   * @param upper upper limit
   * @param level level, for example 0.95
   * @param n1 patients in arm 1
   * @param n2 patients in arm 2
   * @return the SD pooled over the arms
   */
  public static Converted pooledFromInterval(
      double lower, double upper, double level, double n1, double n2) {
    return ofDifference(
        MeanContrast.fromInterval(lower, upper, n1, n2, level),
        "its %s CI (t, %s df)".formatted(Given.percent(level), ChangeRules.text(n1 + n2 - 2)));
  }

  /**
   * SD of the changes, the same in both arms, from the difference between arms and the two-sided p
   * value of its t test.
   *
   * @param difference difference of mean changes, not 0
   * @param p exact p value of the difference
   * @param n1 patients in arm 1
   * @param n2 patients in arm 2
   * @return the SD pooled over the arms
   */
  public static Converted pooledFromP(double difference, double p, double n1, double n2) {
    return ofDifference(
        MeanContrast.fromP(difference, p, n1, n2), "its p = %s of the t test".formatted(p));
  }

  private static Converted ofDifference(MeanContrast contrast, String from) {
    return new Converted(
        contrast.sd().value(),
        "SD of the changes, pooled over arms, from the difference between arms and %s: SE/√(1/n₁ +"
                .formatted(from)
            + " 1/n₂) (Cochrane Handbook 6.5.2.3)",
        "the difference is of unadjusted changes and the SD the same in both arms; of an analysis"
            + " of covariance it would be too small");
  }

  private static void sds(String task, double first, double second) {
    ChangeRules.positive(task, "first SD", first, CHECK_SDS);
    ChangeRules.positive(task, "second SD", second, CHECK_SDS);
  }

  private static String advice(double r) {
    return r < LEAST_USEFUL
        ? "; below 0.5 an analysis of final values is more precise than one of changes"
        : "";
  }
}
