package org.copse.plot;

import java.util.List;
import java.util.Optional;
import org.copse.appraisal.Judgement;

/**
 * A cell of a text column.
 *
 * <p>An effect such as "0.49 [0.34; 0.70]" consists of three pieces, each right-aligned below its
 * own kind, so that decimals stand under decimals whatever the number of digits before the point.
 *
 * @param pieces the texts; empty for an empty cell
 * @param judgement what the text judges, drawn in a circle of its colour; empty for plain text
 */
public record TextCell(List<String> pieces, Optional<Judgement> judgement) {

  /** A cell with nothing in it. */
  public static final TextCell EMPTY = new TextCell(List.of());

  /**
   * Copies the pieces.
   *
   * @param pieces as above
   * @param judgement as above
   */
  public TextCell {
    pieces = List.copyOf(pieces);
  }

  /**
   * A cell of plain text.
   *
   * @param pieces the texts
   */
  public TextCell(List<String> pieces) {
    this(pieces, Optional.empty());
  }

  /**
   * A cell of one piece.
   *
   * @param text the text
   * @return the cell
   */
  public static TextCell of(String text) {
    return new TextCell(List.of(text));
  }

  /**
   * The pieces as one text.
   *
   * @return for example "0.49 [0.34; 0.70]", empty for an empty cell
   */
  public String text() {
    return String.join(" ", pieces).strip();
  }
}
