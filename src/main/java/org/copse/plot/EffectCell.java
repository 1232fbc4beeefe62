package org.copse.plot;

import java.util.List;
import org.copse.effect.Interval;
import org.copse.report.Numbers;

/** The cell "0.49 [0.34; 0.70]" in pieces whose decimals stand under each other. */
final class EffectCell {

  private EffectCell() {}

  static TextCell of(double estimate, Interval interval, int decimals) {
    if (Double.isNaN(estimate)) {
      return TextCell.of("not estimable");
    }
    return new TextCell(
        List.of(
            Numbers.fixed(estimate, decimals),
            "[" + Numbers.fixed(interval.lower(), decimals) + ";",
            Numbers.fixed(interval.upper(), decimals) + "]"));
  }

  static TextCell of(Interval interval, int decimals) {
    return new TextCell(
        List.of(
            "",
            "[" + Numbers.fixed(interval.lower(), decimals) + ";",
            Numbers.fixed(interval.upper(), decimals) + "]"));
  }
}
