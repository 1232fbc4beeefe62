package org.copse.convert;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.numeric.Quantiles;

/**
 * A p value as a paper prints it, two-sided.
 *
 * <p>{@code PValue.of("0.075")} takes exact values only; {@code PValue.atBound("p < 0.001")} says
 * that the bound is to be taken for the value, and what is computed from it says so too.
 *
 * @param twoSided above 0 and at most 1
 * @param isBound true where only "less than" was printed, so that the true value is smaller
 */
public record PValue(double twoSided, boolean isBound) {

  private static final String TASK = "use a p value";
  private static final Pattern NUMBER =
      Pattern.compile("(?:[pP]\\s*)?([<>=≤≥]?)\\s*([0-9]*\\.?[0-9]+(?:[eE][-+]?[0-9]+)?)");

  /**
   * Checks the value.
   *
   * @param twoSided as above
   * @param isBound as above
   */
  public PValue {
    Given.require(
        twoSided > 0 && twoSided <= 1,
        TASK,
        "p",
        "be above 0 and at most 1",
        twoSided,
        "Of p printed as 0.000 take PValue.atBound(\"<0.0005\")");
  }

  /**
   * An exact two-sided p value.
   *
   * @param p above 0 and at most 1
   * @return the p value
   * @throws IllegalArgumentException when p is out of range
   */
  public static PValue of(double p) {
    return new PValue(p, false);
  }

  /**
   * An exact two-sided p value from its text.
   *
   * @param text for example "0.03", ".03" or "P = 0.03"
   * @return the p value
   * @throws IllegalArgumentException when the text is a bound such as "&lt; 0.001", or no number
   */
  public static PValue of(String text) {
    Matcher parts = parts(text);
    if (!parts.group(1).isEmpty() && !parts.group(1).equals("=")) {
      throw new IllegalArgumentException(
          "Cannot %s: p must be exact, was '%s'. Look for the exact value, an interval or a test statistic, or say PValue.atBound(\"%s\") to take the bound for the value."
              .formatted(TASK, text.strip(), text.strip()));
    }
    return of(Double.parseDouble(parts.group(2)));
  }

  /**
   * The upper bound of a p value, taken for the value. A standard error that comes of it is an
   * upper bound too; an effect is nearer to none than it was.
   *
   * @param text for example "&lt;0.001" or "p &lt; 0.001"
   * @return the bound as a p value
   * @throws IllegalArgumentException when the text is no upper bound: "p &gt; 0.05" says nothing of
   *     how large the standard error is
   */
  public static PValue atBound(String text) {
    Matcher parts = parts(text);
    if (!parts.group(1).equals("<") && !parts.group(1).equals("≤")) {
      throw new IllegalArgumentException(
          "Cannot %s at its bound: text must be an upper bound such as '<0.001', was '%s'. Take PValue.of for an exact value; of 'p > 0.05' or 'not significant' no standard error can be had."
              .formatted(TASK, text.strip()));
    }
    return new PValue(Double.parseDouble(parts.group(2)), true);
  }

  /**
   * An exact one-sided p value, of the side to which the estimate points.
   *
   * @param p above 0 and at most 0.5
   * @return the two-sided p value 2p
   * @throws IllegalArgumentException when p is out of range
   */
  public static PValue oneSided(double p) {
    Given.require(
        p > 0 && p <= 0.5,
        TASK,
        "one-sided p",
        "be above 0 and at most 0.5",
        p,
        "Above 0.5 the estimate points to the other side: give 1 − p and turn the direction round");
    return of(2 * p);
  }

  private static Matcher parts(String text) {
    Matcher parts = NUMBER.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "Cannot %s: text must be a number from 0 to 1 such as '0.03', was '%s'. Of 'NS' or 'not significant' no effect can be had; look for an interval or a test statistic."
              .formatted(TASK, text.strip()));
    }
    return parts;
  }

  /**
   * The |z| that has this p value.
   *
   * @return 0 for p = 1
   */
  public double z() {
    return t(Double.POSITIVE_INFINITY);
  }

  /**
   * The |t| that has this p value.
   *
   * @param df degrees of freedom, above 0
   * @return 0 for p = 1
   */
  public double t(double df) {
    return Quantiles.ofTwoSidedP(twoSided, df);
  }

  /** The |statistic| of a test, which must not be 0 where a standard error is to come of it. */
  double statisticForError(String task, double df) {
    Given.require(
        twoSided < 1,
        task,
        "p",
        "be below 1",
        twoSided,
        "p = 1 says that the estimate is none and gives no standard error: take an interval");
    return t(df);
  }

  /** What a standard error from this p value assumes. */
  String errorAssumes(String test) {
    return isBound
        ? "p at its bound " + Given.text(twoSided) + ", so that the SE is an upper bound"
        : "an exact two-sided p of " + test;
  }

  /** What an effect from this p value assumes. */
  String effectAssumes(String test) {
    return isBound
        ? "p at its bound "
            + Given.text(twoSided)
            + ", so that the effect is at least as far from none"
        : "an exact two-sided p of " + test;
  }

  @Override
  public String toString() {
    return (isBound ? "p < " : "p = ") + Given.text(twoSided);
  }
}
