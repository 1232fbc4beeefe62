package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.copse.appraisal.Judgement;
import org.copse.notebook.SamplePlots;
import org.junit.jupiter.api.Test;

/** Contrast of every colour of every sample plot, on white and on dark pages. */
class DarkColoursTest {

  private static final String WHITE = "#ffffff";
  private static final Pattern COLOUR = Pattern.compile("(?:fill|stroke)=\"(#[0-9a-f]{6})\"");
  private static final Pattern TEXT =
      Pattern.compile("<text[^>]*?(?: fill=\"(#[0-9a-f]{6})\")?[^>]*>");

  private static String dark(String colour) {
    return DarkColours.ALL.getOrDefault(colour, colour);
  }

  private static double light(String hex) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static double contrast(String a, String b) {
    double x = light(a);
    double y = light(b);
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  }

  private static Set<String> judgements() {
    Set<String> own = new TreeSet<>();
    for (Judgement judgement : Judgement.values()) {
      own.add(JudgementColours.fill(judgement));
      own.add(JudgementColours.ink(judgement));
    }
    return own;
  }

  @Test
  void everyColourOfEveryPlotHasADarkOne() {
    Set<String> own = judgements();
    for (Map.Entry<String, Plot> sample : SamplePlots.all().entrySet()) {
      Matcher colours = COLOUR.matcher(sample.getValue().svg());
      while (colours.find()) {
        String colour = colours.group(1);
        assertTrue(
            DarkColours.ALL.containsKey(colour) || own.contains(colour),
            sample.getKey() + ": " + colour);
      }
    }
  }

  @Test
  void everyTextCanBeReadOnBothPages() {
    Set<String> own = judgements();
    for (Map.Entry<String, Plot> sample : SamplePlots.all().entrySet()) {
      Matcher texts = TEXT.matcher(sample.getValue().svg());
      while (texts.find()) {
        String colour = texts.group(1) == null ? Colours.INK : texts.group(1);
        if (!own.contains(colour)) {
          for (String sheet : new String[] {WHITE, Colours.BAND}) {
            assertTrue(contrast(colour, sheet) >= 4.5, sample.getKey() + ": " + colour);
            assertTrue(
                contrast(dark(colour), dark(sheet)) >= 4.5, sample.getKey() + ", dark: " + colour);
          }
        }
      }
    }
  }

  @Test
  void symbolsKeepTheirContrastOnJudgements() {
    for (Judgement judgement : Judgement.values()) {
      String fill = JudgementColours.fill(judgement);
      String ink = JudgementColours.ink(judgement);
      assertTrue(contrast(fill, ink) >= 4.5, judgement.toString());
      assertEquals(fill, dark(fill));
      assertEquals(ink, dark(ink));
    }
  }

  @Test
  void inksStandOutFromEveryShade() {
    for (String shade :
        new String[] {
          Colours.BAND, Colours.SHADE_LIGHT, Colours.SHADE, Colours.SHADE_DARK, "#c9d8ea", "#f3e6ee"
        }) {
      assertTrue(contrast(Colours.INK, shade) >= 4.5, shade);
      assertTrue(contrast(dark(Colours.INK), dark(shade)) >= 4.5, "dark " + shade);
    }
    for (String mark :
        new String[] {Colours.SQUARE, Colours.PREDICTION, Colours.WARNING, Colours.DIAMOND}) {
      assertTrue(contrast(mark, WHITE) >= 4.5, mark);
      assertTrue(contrast(dark(mark), dark(WHITE)) >= 4.5, "dark " + mark);
    }
  }

  @Test
  void aSavedPageIsDarkOnScreenAlone() {
    String rules = DarkColours.rules();
    assertTrue(rules.startsWith("@media screen and (prefers-color-scheme:dark){"));
    assertTrue(rules.contains("svg [fill=\"#4477aa\"]{fill:#6ea6dd}"));
  }
}
