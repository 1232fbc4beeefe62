package org.copse.plot;

import org.copse.appraisal.Judgement;

/**
 * Colours of judgements: apart from each other in normal sight and in the three kinds of colour
 * blindness (CIE76 distance at least 20 after the matrices of Machado et al. 2009), symbols on them
 * with a contrast of at least 4.5.
 */
final class JudgementColours {

  private static final String LOW = "#4fb286";
  private static final String MIDDLE = "#f2d95c";
  private static final String HIGH = "#c8481e";
  private static final String CRITICAL = "#5b1a55";
  private static final String NOTHING = "#c4c8cc";

  /** Inks of symbols stay as they are on dark pages, as the colours under them do. */
  private static final String DARK_INK = "#101010";

  private static final String LIGHT_INK = "#fefefe";

  private JudgementColours() {}

  static String fill(Judgement judgement) {
    return switch (judgement) {
      case LOW -> LOW;
      case SOME_CONCERNS, MODERATE, UNCLEAR -> MIDDLE;
      case HIGH, SERIOUS -> HIGH;
      case CRITICAL -> CRITICAL;
      case NO_INFORMATION -> NOTHING;
    };
  }

  static String ink(Judgement judgement) {
    return switch (judgement) {
      case HIGH, SERIOUS, CRITICAL -> LIGHT_INK;
      default -> DARK_INK;
    };
  }
}
