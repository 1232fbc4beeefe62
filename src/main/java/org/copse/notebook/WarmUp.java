package org.copse.notebook;

import org.copse.data.Datasets;
import org.copse.data.Trials;
import org.copse.effect.BinaryMeasure;
import org.copse.model.RandomEffects;
import org.copse.plot.ForestPlot;

/**
 * Loads in the background, while the kernel starts and the first cell is being typed, what the
 * first table, fit and plot need: Tablesaw's scan of the class path, the readers, the renderers.
 */
final class WarmUp {

  private WarmUp() {}

  /** Starts the work on a daemon thread of low priority and returns at once. */
  static void start() {
    Thread thread = new Thread(WarmUp::run, "copse-warm-up");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  /** The main job once; what fails here fails in the reader's own cell, with a message there. */
  static String run() {
    try {
      var effects =
          Trials.of(Datasets.bcgVaccine())
              .study("author", "year")
              .binary("tpos", "tn", "cpos", "cn")
              .as(BinaryMeasure.RISK_RATIO);
      return show(ForestPlot.of(RandomEffects.of(effects)));
    } catch (RuntimeException | LinkageError e) {
      System.getLogger(WarmUp.class.getName()).log(System.Logger.Level.DEBUG, "warm-up ended", e);
      return "";
    }
  }

  private static String show(Object value) {
    return Displays.all().stream()
        .filter(display -> display.type().isInstance(value))
        .findFirst()
        .map(display -> display.show(value).toString())
        .orElse("");
  }
}
