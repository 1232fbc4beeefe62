package org.copse.convert;

import java.util.Objects;
import org.copse.effect.Reported;

/**
 * A number that was not printed but computed from what was, with how.
 *
 * @param value the number, NaN never
 * @param how what was done, with its source, for example "SD from the 95 % CI of the mean, t with
 *     29 df (Cochrane Handbook 6.5.2.2)"
 * @param assumes what must hold for it to be right, for example "the interval is of the mean, from
 *     a t test"; empty where nothing
 */
public record Converted(double value, String how, String assumes) {

  /**
   * Checks the parts.
   *
   * @param value as above
   * @param how as above
   * @param assumes as above
   */
  public Converted {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(
          "Cannot convert: result must be a number, was NaN (%s). Check the numbers that go in."
              .formatted(how));
    }
    Objects.requireNonNull(how, "how");
    Objects.requireNonNull(assumes, "assumes");
  }

  /**
   * The estimate of a contrast, for a column of a table.
   *
   * @param contrast for example of {@link LogHazardRatio}
   * @return its estimate on the analysis scale, with its route
   */
  public static Converted estimateOf(Reported contrast) {
    String how = "estimate from " + contrast.source();
    return new Converted(contrast.estimate(), how, contrast.assumes());
  }

  /**
   * A ratio's estimate as it would be printed: the exponential of the logarithm that the contrast
   * holds, for a table whose column of ratios is filled in.
   *
   * @param contrast a contrast on the log scale, for example of {@link LogHazardRatio}
   * @return the ratio, with the contrast's source and assumption
   */
  public static Converted ratioOf(Reported contrast) {
    String how = "ratio from " + contrast.source();
    return new Converted(Math.exp(contrast.estimate()), how, contrast.assumes());
  }

  /**
   * The standard error of a contrast, for a column of a table.
   *
   * @param contrast for example of {@link LogHazardRatio}
   * @return its standard error on the analysis scale, with its route
   */
  public static Converted standardErrorOf(Reported contrast) {
    String how = "SE from " + contrast.source();
    return new Converted(contrast.standardError(), how, contrast.assumes());
  }

  /**
   * How the number came about and what it assumes, as one sentence for a note.
   *
   * @return for example "SD from the standard error: SD = SE √n (Cochrane Handbook 6.5.2.2);
   *     assumes it is the standard error of one arm's mean"
   */
  public String note() {
    return assumes.isEmpty() ? how : how + "; assumes " + assumes;
  }

  @Override
  public String toString() {
    return value + " (" + note() + ")";
  }
}
