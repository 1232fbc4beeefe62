package org.copse.report;

/**
 * Texts of strangers on one line, with what cannot be seen made visible: control characters
 * (terminal codes among them), marks that turn the direction of what follows, zero-width spaces and
 * halves of surrogate pairs become {@code \}{@code u202E} and the like, as letters; tabs and line
 * breaks become spaces.
 *
 * <p>Joiners and the plain left-to-right and right-to-left marks stay: scripts and emoji need them.
 */
public final class VisibleText {

  private VisibleText() {}

  /**
   * A text as it may stand in any table.
   *
   * @param text any text
   * @return one line without hidden characters
   */
  public static String of(String text) {
    if (text.codePoints().noneMatch(c -> isBreak(c) || isHidden(c))) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length() + 16);
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(c -> visible.append(isBreak(c) ? " " : isHidden(c) ? escape(c) : text(c)));
    return visible.toString();
  }

  /** Whether a character would not be seen but change what is. */
  static boolean isHidden(int c) {
    boolean control = Character.isISOControl(c) && !isBreak(c);
    boolean direction = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    boolean nothing = c == 0x200b || c == 0x2060 || c == 0xfeff;
    return control || direction || nothing || c >= 0xd800 && c <= 0xdfff;
  }

  /** The letters that stand for a hidden character. */
  static String escape(int c) {
    return "\\u%04X".formatted(c);
  }

  private static boolean isBreak(int c) {
    return c == '\t' || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private static String text(int c) {
    return Character.toString(c);
  }
}
