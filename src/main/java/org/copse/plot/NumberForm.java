package org.copse.plot;

import java.util.List;
import org.copse.effect.Interval;
import org.copse.report.Numbers;

/**
 * How an effect and its interval are written, in pieces whose decimals stand under each other.
 *
 * @param open before the lower limit
 * @param between between the limits
 * @param close after the upper limit
 * @param joined whether the limits are one piece
 */
record NumberForm(String open, String between, String close, boolean joined) {

  /** 0.49 [0.34; 0.70]. */
  static final NumberForm SEMICOLON = new NumberForm("[", ";", "]", false);

  /** 0.49 [0.34, 0.70]. */
  static final NumberForm COMMA = new NumberForm("[", ",", "]", false);

  /** 0.49 (0.34 to 0.70). */
  static final NumberForm TO = new NumberForm("(", " to", ")", false);

  /** 0.49 (0.34-0.70). */
  static final NumberForm HYPHEN = new NumberForm("(", "-", ")", true);

  TextCell cell(double estimate, Interval interval, int decimals) {
    return Double.isNaN(estimate)
        ? TextCell.of("not estimable")
        : pieces(Numbers.fixed(estimate, decimals), interval, decimals);
  }

  /** An interval alone, under the intervals of the others. */
  TextCell cell(Interval interval, int decimals) {
    return pieces("", interval, decimals);
  }

  /** The limits alone, in a column of their own. */
  TextCell limits(Interval interval, int decimals) {
    List<String> pieces = pieces("", interval, decimals).pieces();
    return new TextCell(pieces.subList(1, pieces.size()));
  }

  private TextCell pieces(String first, Interval interval, int decimals) {
    String lower = open + Numbers.fixed(interval.lower(), decimals) + between;
    String upper = Numbers.fixed(interval.upper(), decimals) + close;
    return new TextCell(joined ? List.of(first, lower + upper) : List.of(first, lower, upper));
  }
}
