package org.copse.sensitivity;

import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import org.copse.convert.Printed;

/**
 * A pooled result as a paper prints it, decimals counted as printed: {@code
 * Published.effect("0.44", "0.41", "0.48").heterogeneityP("0.71")}.
 *
 * <p>On the reader's scale. Immutable.
 */
public final class Published {

  private final Map<RoundingQuantity, Printed> figures;
  private final Map<RoundingQuantity, String> texts;

  private Published(Map<RoundingQuantity, Printed> figures, Map<RoundingQuantity, String> texts) {
    this.figures = figures;
    this.texts = texts;
  }

  /**
   * A pooled effect with its confidence interval.
   *
   * @param estimate for example "0.44"
   * @param ciLow lower limit
   * @param ciHigh upper limit
   * @return what is published
   */
  public static Published effect(String estimate, String ciLow, String ciHigh) {
    return new Published(Map.of(), Map.of())
        .and(RoundingQuantity.ESTIMATE, estimate)
        .and(RoundingQuantity.CI_LOWER, ciLow)
        .and(RoundingQuantity.CI_UPPER, ciHigh);
  }

  /**
   * With one more figure.
   *
   * @param quantity for example {@code RoundingQuantity.I2_FROM_Q}
   * @param text as printed, for example "72"
   * @return new figures
   */
  public Published and(RoundingQuantity quantity, String text) {
    Map<RoundingQuantity, Printed> more = new EnumMap<>(RoundingQuantity.class);
    more.putAll(figures);
    more.put(quantity, Printed.of(text));
    Map<RoundingQuantity, String> words = new EnumMap<>(RoundingQuantity.class);
    words.putAll(texts);
    words.put(quantity, text.strip());
    return new Published(more, words);
  }

  /**
   * With the p value of the test of heterogeneity.
   *
   * @param p as printed, for example "0.71"
   * @return new figures
   */
  public Published heterogeneityP(String p) {
    return and(RoundingQuantity.HETEROGENEITY_P, p);
  }

  /**
   * With I² in percent, as nearly all published reviews have it: from Q.
   *
   * @param percent as printed, for example "72"
   * @return new figures
   */
  public Published iSquared(String percent) {
    return and(RoundingQuantity.I2_FROM_Q, percent);
  }

  Map<RoundingQuantity, Printed> figures() {
    return figures;
  }

  /**
   * One figure as given.
   *
   * @param quantity which
   * @return its text, empty where it is not published
   */
  public String text(RoundingQuantity quantity) {
    return texts.getOrDefault(quantity, "");
  }

  @Override
  public String toString() {
    StringJoiner rest = new StringJoiner(", ", ", ", "").setEmptyValue("");
    texts.forEach(
        (quantity, text) -> {
          if (!quantity.isEffect()) {
            rest.add(quantity.label() + " " + text);
          }
        });
    return "%s [%s; %s]%s"
        .formatted(
            text(RoundingQuantity.ESTIMATE),
            text(RoundingQuantity.CI_LOWER),
            text(RoundingQuantity.CI_UPPER),
            rest);
  }
}
