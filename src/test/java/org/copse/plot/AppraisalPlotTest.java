package org.copse.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.copse.appraisal.Appraisal;
import org.copse.appraisal.AppraisedStudy;
import org.copse.appraisal.Instruments;
import org.copse.appraisal.Judgement;
import org.copse.appraisal.SeveralConcerns;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Studies;
import org.copse.effect.StudyDataException;
import org.copse.effect.TwoByTwo;
import org.copse.model.CommonEffect;
import org.copse.model.CommonEffectFit;
import org.copse.sensitivity.LeaveOneOut;
import org.junit.jupiter.api.Test;

class AppraisalPlotTest {

  private static final String HOSTILE = "<script>alert(1)</script>";

  /** Machado, Oliveira and Fernandes 2009, severity 1: protan, deutan, tritan; and normal sight. */
  private static final double[][][] SIGHT = {
    {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
    {
      {0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}
    },
    {
      {0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}
    },
    {
      {1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}
    }
  };

  private static Appraisal rob2() {
    return Appraisal.of(
        Instruments.rob2().severalConcerns(SeveralConcerns.HIGH_FROM_TWO),
        List.of(
            AppraisedStudy.of("a", "low", "low", "low", "low", "low"),
            AppraisedStudy.of("b", "low", "some", "low", "low", "low"),
            AppraisedStudy.of(HOSTILE, "high", "some", "low", "low", "low")));
  }

  private static CommonEffectFit fit(String... labels) {
    List<TwoByTwo> counts = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      counts.add(new TwoByTwo(4 + i, 123, 11, 139));
    }
    return CommonEffect.of(
        BinaryEffects.of(BinaryMeasure.RISK_RATIO, Studies.named(labels), counts));
  }

  @Test
  void everyCircleHasItsSymbolAndItsWords() {
    Picture picture = TrafficLightPlot.of(rob2()).model();
    List<PictureMark.Disc> discs =
        picture.marks().stream()
            .filter(PictureMark.Disc.class::isInstance)
            .map(PictureMark.Disc.class::cast)
            .toList();
    assertEquals(3 * 6 + 3, discs.size());
    assertTrue(discs.stream().noneMatch(d -> d.symbol().isBlank()));
    PictureMark.Disc some =
        discs.stream().filter(d -> d.hover().startsWith("b, D2")).findFirst().orElseThrow();
    assertEquals(Judgement.SOME_CONCERNS.symbol(), some.symbol());
    assertEquals("b, D2 Deviations from intended interventions: Some concerns", some.hover());
    assertTrue(picture.description().contains("b Some concerns"));
  }

  @Test
  void nothingLiesOutsideThePicture() {
    for (Picture picture :
        List.of(TrafficLightPlot.of(rob2()).model(), SummaryBarPlot.of(rob2()).model())) {
      for (PictureMark mark : picture.marks()) {
        if (mark instanceof PictureMark.Disc d) {
          assertTrue(d.x() + d.radius() < picture.width() && d.y() + d.radius() < picture.height());
        } else if (mark instanceof PictureMark.Label l && l.anchor() == PictureMark.Anchor.START) {
          double end = l.x() + TextWidth.of(l.text(), l.size(), l.bold());
          assertTrue(end <= picture.width(), l.text());
          assertTrue(l.y() < picture.height(), l.text());
        }
      }
    }
  }

  @Test
  void barsAddUpToTheirLength() {
    Picture picture = SummaryBarPlot.of(rob2()).weightedBy(fit("a", "b", HOSTILE)).model();
    double length =
        picture.marks().stream()
            .filter(PictureMark.Box.class::isInstance)
            .map(PictureMark.Box.class::cast)
            .filter(b -> b.hover().startsWith("D1"))
            .mapToDouble(PictureMark.Box::width)
            .sum();
    assertEquals(380, length, 1e-9);
    assertTrue(picture.description().startsWith("Each study counts by its weight"));
  }

  @Test
  void labelsAreEscapedInBothRenderers() {
    CommonEffectFit fit = fit("a", "b", HOSTILE);
    for (Plot plot :
        List.of(
            TrafficLightPlot.of(rob2()).title(HOSTILE),
            SummaryBarPlot.of(rob2()).title(HOSTILE),
            ForestPlot.of(fit).riskOfBias(rob2()).title(HOSTILE))) {
      assertFalse(plot.svg().contains("<script"), plot.title());
      assertFalse(plot.figure().asJavascript("x").contains("<script>alert"), plot.title());
      assertFalse(((CopseFigure) plot.figure()).json().toString().contains("<script"));
    }
  }

  @Test
  void theForestPlotShowsEachDomainAndTheOverallJudgement() {
    ForestPlot plot = ForestPlot.of(fit("b", "a")).riskOfBias(rob2());
    List<TextColumn> columns = plot.model().columns();
    assertEquals("Overall", columns.get(columns.size() - 1).header());
    assertEquals("D1", columns.get(columns.size() - 6).header());
    ForestRow first = plot.model().rows().get(0);
    assertEquals(columns.size(), first.cells().size());
    assertEquals("\u2212", first.cells().get(columns.size() - 5).text());
    assertEquals(
        Judgement.SOME_CONCERNS, first.cells().get(columns.size() - 1).judgement().orElseThrow());
    assertTrue(plot.svg().contains("D2 Deviations from intended interventions"));
    assertEquals(
        12, Pattern.compile("<circle").matcher(plot.svg()).results().count(), "circles in SVG");
    assertTrue(((CopseFigure) plot.figure()).json().toString().contains("#4fb286"));
  }

  @Test
  void studiesWithoutAnAppraisalAndOtherRowsAreRefused() {
    StudyDataException e =
        assertThrows(
            StudyDataException.class, () -> ForestPlot.of(fit("a", "x", "y")).riskOfBias(rob2()));
    assertEquals(2, e.problems().size());
    LeaveOneOut out = LeaveOneOut.of(fit("a", "b"));
    assertThrows(IllegalArgumentException.class, () -> ForestPlot.of(out).riskOfBias(rob2()));
  }

  @Test
  void totalsStandBesideTheForestPlotAsText() {
    Appraisal jadad =
        Appraisal.of(
            Instruments.jadad(),
            List.of(AppraisedStudy.of("a", "1", "2", "1"), AppraisedStudy.of("b", "1", "0", "0")));
    ForestPlot plot = ForestPlot.of(fit("a", "b")).riskOfBias(jadad);
    List<TextCell> cells = plot.model().rows().get(1).cells();
    assertEquals("1 \u00d7", cells.get(cells.size() - 1).text());
    assertTrue(TrafficLightPlot.of(jadad).svg().contains("4 +"));
  }

  @Test
  void coloursAreToldApartWhateverTheSight() {
    List<String> fills =
        List.of(Judgement.values()).stream().map(JudgementColours::fill).distinct().toList();
    assertEquals(5, fills.size());
    for (double[][] sight : SIGHT) {
      for (int i = 0; i < fills.size(); i++) {
        for (int j = 0; j < i; j++) {
          double[] a = lab(seen(sight, linear(fills.get(i))));
          double[] b = lab(seen(sight, linear(fills.get(j))));
          double distance = Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
          assertTrue(distance > 20, fills.get(i) + " and " + fills.get(j) + ": " + distance);
        }
      }
    }
    for (Judgement judgement : Judgement.values()) {
      double one = luminance(JudgementColours.fill(judgement)) + 0.05;
      double two = luminance(JudgementColours.ink(judgement)) + 0.05;
      assertTrue(Math.max(one / two, two / one) >= 4.5, judgement.name());
    }
  }

  private static double[] linear(String hex) {
    double[] rgb = new double[3];
    for (int i = 0; i < 3; i++) {
      double x = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      rgb[i] = x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4);
    }
    return rgb;
  }

  private static double luminance(String hex) {
    double[] c = linear(hex);
    return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
  }

  private static double[] seen(double[][] sight, double[] rgb) {
    double[] seen = new double[3];
    for (int i = 0; i < 3; i++) {
      double sum = sight[i][0] * rgb[0] + sight[i][1] * rgb[1] + sight[i][2] * rgb[2];
      seen[i] = Math.min(1, Math.max(0, sum));
    }
    return seen;
  }

  private static double[] lab(double[] c) {
    double x = f((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.9505);
    double y = f(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
    double z = f((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double f(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
  }
}
