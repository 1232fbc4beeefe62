package org.copse.bayes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.copse.numeric.LongRun;

/**
 * Where the density of t = ln τ lies: a scan of its logarithm finds the range and every peak that
 * counts; panels are laid around the peaks and halved until they have converged.
 */
final class TauScan {

  private static final double STEP = 0.5;
  private static final double NEGLIGIBLE = 45;
  private static final double HEAD_DEPTH = 42;
  private static final double HEAD_MARGIN = 18;
  private static final double FARTHEST = 160;
  private static final double WIDEST = 2;
  private static final int DEEPEST = 30;
  private static final double PLACE = 1e-6;

  private final DoubleUnaryOperator log;
  private final List<double[]> points = new ArrayList<>();
  private final double from;
  private final double to;
  private double peak = Double.NEGATIVE_INFINITY;
  private final TreeSet<Double> breaks = new TreeSet<>();
  private double width;

  TauScan(
      DoubleUnaryOperator log, TauDistribution prior, TauLikelihood likelihood, double tailPower) {
    this.log = log;
    double scale = Math.log(prior.scale());
    from = Math.max(start(scale, Math.log(likelihood.flatBelow())), -FARTHEST);
    double data = likelihood.spread() > 0 ? Math.log(likelihood.spread()) : scale;
    to = scan(Math.max(scale, data) + 2, Math.log(prior.upperBound()), moments(prior, tailPower));
    findPeaks();
  }

  /** Where the likelihood ceases to be flat; below the prior's bulk where that is lower. */
  private static double start(double scale, double flat) {
    return flat < scale - HEAD_MARGIN ? flat : scale - HEAD_DEPTH;
  }

  /** The highest moment of τ that exists, at most the second. */
  private static double moments(TauDistribution prior, double tailPower) {
    double highest = prior.logTail() ? tailPower : Math.ceil(tailPower) - 1;
    return Math.max(0, Math.min(2, highest));
  }

  double from() {
    return from;
  }

  double to() {
    return to;
  }

  /** The highest log-density. */
  double peak() {
    return peak;
  }

  private double scan(double atLeast, double bound, double moment) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; ; i++) {
      LongRun.heed();
      double t = Math.min(Math.min(from + i * STEP, bound), FARTHEST);
      double value = log.applyAsDouble(t);
      points.add(new double[] {t, value});
      highest = Math.max(highest, value + moment * t);
      boolean past = t >= atLeast && value + moment * t < highest - NEGLIGIBLE;
      if (past || t >= bound || t >= FARTHEST) {
        return t;
      }
    }
  }

  private double value(int i) {
    return i < 0 || i >= points.size() ? Double.NEGATIVE_INFINITY : points.get(i)[1];
  }

  private void findPeaks() {
    double highest = Double.NEGATIVE_INFINITY;
    for (double[] point : points) {
      highest = Math.max(highest, point[1]);
    }
    List<double[]> peaks = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      // a narrow peak between points may be higher than they show: all local ones are refined
      boolean local = value(i) >= value(i - 1) && value(i) >= value(i + 1);
      if (local && value(i) > highest - 1e3 * NEGLIGIBLE) {
        peaks.add(
            refine(
                points.get(Math.max(0, i - 1))[0],
                points.get(Math.min(points.size() - 1, i + 1))[0]));
      }
    }
    peaks.forEach(p -> peak = Math.max(peak, p[1]));
    width = 0;
    breaks.add(from);
    breaks.add(to);
    for (double[] p : peaks) {
      if (p[1] > peak - NEGLIGIBLE) {
        addBreaks(p[0], p[1]);
      }
    }
  }

  /** Golden section: the place need only be good to a fraction of the peak's width. */
  private double[] refine(double low, double high) {
    double ratio = (Math.sqrt(5) - 1) / 2;
    double a = low;
    double b = high;
    double c = b - ratio * (b - a);
    double d = a + ratio * (b - a);
    double atC = log.applyAsDouble(c);
    double atD = log.applyAsDouble(d);
    while (b - a > PLACE) {
      if (atC >= atD) {
        b = d;
        d = c;
        atD = atC;
        c = b - ratio * (b - a);
        atC = log.applyAsDouble(c);
      } else {
        a = c;
        c = d;
        atC = atD;
        d = a + ratio * (b - a);
        atD = log.applyAsDouble(d);
      }
    }
    return atC >= atD ? new double[] {c, atC} : new double[] {d, atD};
  }

  private void addBreaks(double place, double height) {
    double size = STEP;
    while (size > 1e-10
        && Math.max(
                height - log.applyAsDouble(Math.max(from, place - size)),
                height - log.applyAsDouble(Math.min(to, place + size)))
            > 3) {
      size /= 2;
    }
    width += size * Math.exp(height - peak);
    breaks.add(place);
    for (double step = 3 * size; step < WIDEST; step *= 2) {
      addInside(place - step);
      addInside(place + step);
    }
  }

  private void addInside(double t) {
    if (t > from && t < to) {
      breaks.add(t);
    }
  }

  /** Panels from {@link #from} to {@link #to}, each converged. */
  List<TauPanel> panels(TauGrid.Refinement refinement) {
    List<TauPanel> done = new ArrayList<>();
    // what rounding of the log-density allows
    double tolerance = Math.max(1e-13, 8e-16 * Math.abs(peak));
    Deque<TauPanel> open = new ArrayDeque<>();
    Double previous = null;
    for (double end : breaks) {
      if (previous != null && end > previous) {
        int pieces = (int) Math.ceil((end - previous) / WIDEST);
        for (int i = 0; i < pieces; i++) {
          double a = previous + (end - previous) * i / pieces;
          double b = i == pieces - 1 ? end : previous + (end - previous) * (i + 1) / pieces;
          open.add(new TauPanel(a, b, log, peak));
        }
      }
      previous = end;
    }
    double smallest = WIDEST * Math.pow(0.5, DEEPEST);
    while (!open.isEmpty()) {
      TauPanel panel = open.poll();
      boolean converged =
          panel.remainder() <= tolerance * width
              && (panel.mass() <= tolerance * width
                  || !refinement.needed(Math.exp(panel.from()), Math.exp(panel.to())));
      if (converged || panel.to() - panel.from() < smallest) {
        done.add(panel);
      } else {
        open.push(new TauPanel(panel.middle(), panel.to(), log, peak));
        open.push(new TauPanel(panel.from(), panel.middle(), log, peak));
      }
    }
    return done;
  }
}
