package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;
import org.copse.Bcg;
import org.copse.bias.TrimAndFill;
import org.copse.effect.BinaryMeasure;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pixels of pictures: those of Batik's transcoder, whatever the strips. */
class PngPainterTest {

  private static final float SCALE = 0.75f;

  private final RandomEffectsFit bcg = RandomEffects.of(Bcg.effects(BinaryMeasure.RISK_RATIO));
  private final List<Plot> plots =
      List.of(
          ForestPlot.of(bcg).title("A & B"),
          FunnelPlot.of(bcg).contours().filled(TrimAndFill.of(bcg)),
          RadialPlot.of(bcg));

  @BeforeAll
  static void fonts() {
    PngFile.register(List.of());
  }

  private static BufferedImage image(byte[] png) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static BufferedImage transcoded(String svg, int width) throws Exception {
    PNGTranscoder transcoder = new PNGTranscoder();
    transcoder.addTranscodingHint(PNGTranscoder.KEY_WIDTH, (float) width);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    transcoder.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(out));
    return image(out.toByteArray());
  }

  private static int apart(int a, int b) {
    int most = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      most = Math.max(most, Math.abs((a >> shift & 255) - (b >> shift & 255)));
    }
    return most;
  }

  private static void assertSame(BufferedImage expected, BufferedImage found, int within) {
    assertEquals(expected.getWidth(), found.getWidth());
    assertEquals(expected.getHeight(), found.getHeight(), 1);
    // the transcoder leaves a last row that is not wholly covered half transparent
    int height = Math.min(expected.getHeight(), found.getHeight()) - 1;
    int ink = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < expected.getWidth(); x++) {
        int a = expected.getRGB(x, y);
        int b = found.getRGB(x, y);
        ink += a == -1 ? 0 : 1;
        assertTrue(apart(a, b) <= within, "at " + x + ", " + y);
      }
    }
    assertTrue(ink > 1000, "ink " + ink);
  }

  @Test
  void pixelsAreThoseOfTheTranscoder() throws Exception {
    for (Plot plot : plots) {
      SvgDocument read = SvgDocument.read(plot.svg());
      int width = (int) (SCALE * read.width());
      BufferedImage found = image(PngFile.of(plot.svg(), read, width, 72));
      String carried = "'Liberation Sans', Arial, Helvetica, sans-serif";
      assertSame(transcoded(plot.svg().replace(SvgWriter.FONTS, carried), width), found, 2);
    }
  }

  @Test
  void stripsJoin() throws Exception {
    String svg = plots.get(1).svg();
    BufferedImage whole = image(PngPainter.png(svg, 400, 380, SCALE, 72, 380));
    assertSame(whole, image(PngPainter.png(svg, 400, 380, SCALE, 72, 37)), 2);
    assertSame(whole, image(PngPainter.png(svg, 400, 380, SCALE, 72, 1)), 2);
  }

  @Test
  void whatNothingCoversIsWhite() throws Exception {
    BufferedImage image = image(PngPainter.png(plots.get(1).svg(), 900, 700, SCALE, 72));
    assertEquals(-1, image.getRGB(899, 699));
    assertEquals(3, image.getRaster().getNumBands());
  }
}
