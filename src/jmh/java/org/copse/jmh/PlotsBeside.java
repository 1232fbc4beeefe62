package org.copse.jmh;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.copse.bias.TrimAndFill;
import org.copse.bias.TrimAndFillResult;
import org.copse.data.Datasets;
import org.copse.data.Trials;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.Effects;
import org.copse.model.CommonEffect;
import org.copse.model.CommonEffectFit;
import org.copse.model.MetaRegression;
import org.copse.model.MetaRegressionFit;
import org.copse.model.RandomEffects;
import org.copse.model.RandomEffectsFit;
import org.copse.plot.BaujatPlot;
import org.copse.plot.BubblePlot;
import org.copse.plot.DraperyPlot;
import org.copse.plot.ForestPlot;
import org.copse.plot.FunnelPlot;
import org.copse.plot.GoshPlot;
import org.copse.plot.InfluencePlot;
import org.copse.plot.LabbePlot;
import org.copse.plot.Plot;
import org.copse.plot.ProfilePlot;
import org.copse.plot.RadialPlot;
import org.copse.sensitivity.Gosh;
import org.copse.sensitivity.GoshResult;
import org.copse.sensitivity.Influence;
import org.copse.sensitivity.InfluenceAnalysis;

/**
 * The plots that {@code src/check/plots.R} draws, of the same data: writes each as SVG into the
 * folder given and prints the seconds from the fit to the written file, the median of many after
 * the warm-up.
 */
public final class PlotsBeside {

  private static final int WARM_UP = 150;
  private static final int TIMES = 41;

  private PlotsBeside() {}

  /** Draws and measures. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    for (Map.Entry<String, Supplier<Plot>> plot : plots().entrySet()) {
      Path file = folder.resolve("copse-" + plot.getKey() + ".svg");
      long[] taken = new long[WARM_UP + TIMES];
      for (int i = 0; i < taken.length; i++) {
        long start = System.nanoTime();
        Files.writeString(file, plot.getValue().get().svg());
        taken[i] = System.nanoTime() - start;
      }
      long[] warm = Arrays.copyOfRange(taken, WARM_UP, taken.length);
      Arrays.sort(warm);
      System.out.printf(java.util.Locale.ROOT, "%s\t%.5f%n", plot.getKey(), warm[TIMES / 2] / 1e9);
    }
  }

  private static Map<String, Supplier<Plot>> plots() {
    Effects trials =
        Trials.of(Datasets.bcgVaccine())
            .study("author", "year")
            .binary("tpos", "tn", "cpos", "cn")
            .as(BinaryMeasure.RISK_RATIO);
    RandomEffectsFit fit = RandomEffects.of(trials);
    CommonEffectFit common = CommonEffect.of(trials);
    MetaRegressionFit latitude = MetaRegression.on("ablat").of(trials);
    TrimAndFillResult trimmed = TrimAndFill.of(fit);
    GoshResult subsets = Gosh.of(fit);
    InfluenceAnalysis measured = Influence.of(common);
    String madras = trials.studies().label(7);
    Map<String, Supplier<Plot>> plots = new LinkedHashMap<>();
    plots.put("forest", () -> ForestPlot.of(fit));
    plots.put("funnel", () -> FunnelPlot.of(fit).contours());
    plots.put("trimfill", () -> FunnelPlot.of(fit).filled(trimmed));
    plots.put("radial", () -> RadialPlot.of(fit));
    plots.put("labbe", () -> LabbePlot.of(fit));
    plots.put("baujat", () -> BaujatPlot.of(common));
    plots.put("influence", () -> InfluencePlot.ofAnalysis(measured));
    plots.put("gosh", () -> GoshPlot.ofResult(subsets).with(madras));
    plots.put("bubble", () -> BubblePlot.of(latitude));
    plots.put("profile", () -> ProfilePlot.of(fit));
    plots.put("drapery", () -> DraperyPlot.of(fit));
    return plots;
  }
}
