package org.copse.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.CorrelationMeasure;
import org.copse.effect.CronbachAlphaMeasure;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.effect.MeasureNames;
import org.copse.effect.ModelFitMeasure;
import org.copse.effect.PartialCorrelationMeasure;
import org.copse.effect.ProportionEffects;
import org.copse.effect.ProportionMeasure;
import org.copse.effect.SemiPartialCorrelationMeasure;
import org.copse.effect.SingleRateEffects;
import org.copse.effect.SingleRateMeasure;

/**
 * Notes on a pooled result that the scale of pooling leads astray: intervals that leave the values
 * a measure can have, and Freeman-Tukey values whose way back depends on the size chosen.
 *
 * <p><b>Source</b>: Schwarzer, Chemaitelly, Abu-Raddad and Rücker, Res Synth Methods
 * 2019;10:476-483: the inverse with the harmonic mean of the totals may lie outside the range of
 * the studies where their totals differ much. The limit of a tenth of the interval's width is ours.
 */
final class ScaleNotes {

  private static final double MATTERS = 0.1;

  private ScaleNotes() {}

  static List<String> of(Fit fit) {
    List<String> notes = new ArrayList<>();
    Measure measure = fit.measure();
    if (Double.isFinite(measure.highest()) || measure == SingleRateMeasure.RAW_RATE) {
      addRange(notes, "confidence", measure, fit.backTransformed().interval());
      if (fit instanceof RandomEffectsResult random) {
        random
            .prediction()
            .map(p -> p.interval().map(fit.effects()::backTransform))
            .ifPresent(interval -> addRange(notes, "prediction", measure, interval));
      }
    }
    addFreemanTukey(notes, fit);
    return notes;
  }

  private static void addRange(
      List<String> notes, String kind, Measure measure, Interval interval) {
    boolean low = interval.lower() < measure.lowest();
    boolean high = interval.upper() > measure.highest();
    if (low || high) {
      String beyond =
          low && high
              ? "below %s and above %s".formatted(text(measure.lowest()), text(measure.highest()))
              : low ? "below " + text(measure.lowest()) : "above " + text(measure.highest());
      notes.add(
          "The %s interval of the pooled %s reaches %s, which the measure cannot be: %s."
              .formatted(
                  kind,
                  MeasureNames.withinSentence(measure.displayedLabel()),
                  beyond,
                  remedy(measure)));
    }
  }

  private static String remedy(Measure measure) {
    if (measure instanceof ProportionMeasure) {
      return "pool on the logit scale, effects.as(LOGIT_PROPORTION)";
    }
    if (measure instanceof SingleRateMeasure) {
      return "pool on the log scale, effects.as(LOG_RATE)";
    }
    String free =
        measure instanceof CorrelationMeasure
            ? "FISHER_Z_CORRELATION"
            : measure instanceof PartialCorrelationMeasure
                ? "FISHER_Z_PARTIAL_CORRELATION"
                : measure instanceof SemiPartialCorrelationMeasure
                    ? "FISHER_Z_SEMI_PARTIAL_CORRELATION"
                    : measure instanceof ModelFitMeasure
                        ? "FISHER_Z_R_SQUARED"
                        : measure instanceof CronbachAlphaMeasure ? "BONETT_ALPHA" : "";
    if (!free.isEmpty()) {
      return "pool on a scale without that bound, as(%s), or report the bound as the limit"
          .formatted(free);
    }
    return measure instanceof BinaryMeasure
        ? "pool odds ratios, effects.as(ODDS_RATIO), or report the bound as the limit"
        : "report the bound as the limit, or pool on a scale without one";
  }

  private static void addFreemanTukey(List<String> notes, Fit fit) {
    Effects effects = fit.effects();
    if (effects instanceof ProportionEffects p
        && p.measure() == ProportionMeasure.FREEMAN_TUKEY_PROPORTION) {
      addFreemanTukey(notes, fit, "totals", i -> p.proportion(i).total(), p.harmonicMeanTotal());
    } else if (effects instanceof SingleRateEffects r
        && r.measure() == SingleRateMeasure.FREEMAN_TUKEY_RATE) {
      addFreemanTukey(notes, fit, "times", i -> r.rate(i).time(), r.harmonicMeanTime());
    }
  }

  private static void addFreemanTukey(
      List<String> notes, Fit fit, String what, IntToDoubleFunction size, double harmonicMean) {
    Effects effects = fit.effects();
    double[] sizes = IntStream.range(0, effects.size()).mapToDouble(size::applyAsDouble).toArray();
    double smallest = Arrays.stream(sizes).min().orElseThrow();
    double largest = Arrays.stream(sizes).max().orElseThrow();
    double atSmallest = fit.measure().scale().backTransform(fit.estimate(), smallest);
    double atLargest = fit.measure().scale().backTransform(fit.estimate(), largest);
    BackTransformed shown = fit.backTransformed();
    double spread = Math.abs(atLargest - atSmallest);
    boolean outside = isOutside(effects, shown.estimate());
    if (spread > MATTERS * shown.interval().width() || outside) {
      notes.add(
          "The pooled value is taken back with the harmonic mean of the %s, %s: with the smallest (%s) it would be %s, with the largest (%s) %s, instead of %s.%s The choice matters here; %s by Glmm needs none (Schwarzer et al. 2019)."
              .formatted(
                  what,
                  text(harmonicMean),
                  text(smallest),
                  text(atSmallest),
                  text(largest),
                  text(atLargest),
                  text(shown.estimate()),
                  outside ? " That lies outside all studies." : "",
                  what.equals("totals") ? "LOGIT_PROPORTION" : "LOG_RATE"));
    }
  }

  private static boolean isOutside(Effects effects, double value) {
    double[] shown = IntStream.range(0, effects.size()).mapToDouble(effects::displayed).toArray();
    double least = Arrays.stream(shown).min().orElseThrow();
    double most = Arrays.stream(shown).max().orElseThrow();
    return value < least || value > most;
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.1f" : "%.3g", value);
  }
}
