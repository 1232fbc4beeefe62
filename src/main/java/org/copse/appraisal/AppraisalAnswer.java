package org.copse.appraisal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One of the answers that an instrument allows.
 *
 * @param label the answer, for example "Some concerns"
 * @param symbol what stands in a plot's circle: the judgement's symbol, or the points of an item
 * @param judgement what it means
 * @param points points that it gives, 0 where the instrument has none
 * @param spellings what a cell may hold for it, in lower case, the label itself among them
 */
public record AppraisalAnswer(
    String label, String symbol, Judgement judgement, int points, List<String> spellings) {

  /**
   * Copies the spellings.
   *
   * @param label as above
   * @param symbol as above
   * @param judgement as above
   * @param points as above
   * @param spellings as above
   */
  public AppraisalAnswer {
    spellings = List.copyOf(spellings);
  }

  /**
   * An answer of an instrument of judgements.
   *
   * @param label the answer
   * @param judgement what it means
   * @param more other spellings
   * @return the answer
   */
  public static AppraisalAnswer of(String label, Judgement judgement, String... more) {
    return new AppraisalAnswer(label, judgement.symbol(), judgement, 0, spelt(label, more));
  }

  /**
   * An answer of an instrument of points.
   *
   * @param label the answer
   * @param judgement what it means
   * @param points points that it gives, or takes where negative
   * @param more other spellings
   * @return the answer
   */
  public static AppraisalAnswer points(
      String label, Judgement judgement, int points, String... more) {
    String symbol = Integer.toString(points).replace('-', '\u2212');
    return new AppraisalAnswer(label, symbol, judgement, points, spelt(label, more));
  }

  private static List<String> spelt(String label, String... more) {
    List<String> all = new ArrayList<>();
    all.add(plain(label));
    Arrays.stream(more).map(AppraisalAnswer::plain).forEach(all::add);
    return all;
  }

  /** A cell without what does not matter: case, repeated spaces, kinds of dashes and stars. */
  static String plain(String cell) {
    return cell.strip()
        .toLowerCase(Locale.ROOT)
        .replace('\u2212', '-')
        .replace('\u2013', '-')
        .replace('\u2014', '-')
        .replace('\u2605', '*')
        .replace('\u2606', '*')
        .replace('\u2217', '*')
        .replace('_', ' ')
        .replaceAll("\\s+", " ");
  }
}
