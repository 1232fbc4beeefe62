package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextWrapTest {

  private static List<String> lines(String text, double width) {
    return TextWrap.lines(text, width, 10, false);
  }

  @Test
  void aNumberStaysWithItsName() {
    assertEquals(
        List.of("I² = 92%;", "df = 12,", "p < 0.0001"), lines("I² = 92%; df = 12, p < 0.0001", 55));
  }

  @Test
  void wordsBreakAtSpacesAndOverlongOnesAnywhere() {
    assertEquals(List.of("one", "two"), lines(" one  two ", 25));
    assertEquals("abcdefghijklmnop", String.join("", lines("abcdefghijklmnop", 30)));
    assertEquals(List.of("a <b>"), lines("a <b>", 100));
  }
}
