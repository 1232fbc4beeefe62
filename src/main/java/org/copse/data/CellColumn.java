package org.copse.data;

import java.math.BigDecimal;
import org.copse.numeric.LongRun;

/**
 * One column of cells: text as printed, or numbers of a typed Tablesaw column. Not a copy on every
 * access, so it stays inside the package and nobody writes into it.
 */
final class CellColumn {

  private final String name;
  private final String[] texts;
  private final double[] numbers;
  private final String[] how;

  private CellColumn(String name, String[] texts, double[] numbers, String[] how) {
    this.name = name;
    this.texts = texts;
    this.numbers = numbers;
    this.how = how;
  }

  static CellColumn ofTexts(String name, String[] texts) {
    return new CellColumn(name, texts, null, null);
  }

  /** A column of numbers, NaN where missing. */
  static CellColumn ofNumbers(String name, double[] numbers) {
    return new CellColumn(name, null, numbers, null);
  }

  /** The same cells, some of them computed: how, null where a cell is as given. */
  CellColumn derived(String[] newHow) {
    return new CellColumn(name, texts, numbers, newHow);
  }

  /** How a cell was computed, empty where it is as given. */
  String how(int row) {
    return how == null || how[row] == null ? "" : how[row];
  }

  String name() {
    return name;
  }

  int size() {
    return isTyped() ? numbers.length : texts.length;
  }

  /** Whether the cells came as numbers, so that no text has to be understood. */
  boolean isTyped() {
    return numbers != null;
  }

  boolean isMissing(int row, MissingWords words) {
    return isTyped() ? Double.isNaN(numbers[row]) : words.matches(texts[row]);
  }

  String text(int row) {
    LongRun.heed();
    if (isTyped()) {
      return Double.isNaN(numbers[row]) ? "" : Numbers.text(numbers[row]);
    }
    return texts[row];
  }

  /** The number in a cell, NaN where it holds none. */
  double number(int row, PercentRule percent) {
    LongRun.heed();
    return isTyped() ? numbers[row] : percent.parse(texts[row]);
  }

  /** Half a unit in the last printed place; of a typed number, in the last place it needs. */
  double halfUnit(int row, PercentRule percent) {
    if (isTyped()) {
      BigDecimal exact = BigDecimal.valueOf(numbers[row]).stripTrailingZeros();
      return 0.5 * Math.pow(10, -Math.max(0, exact.scale()));
    }
    return percent.halfUnit(texts[row]);
  }
}
