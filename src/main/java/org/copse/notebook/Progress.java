package org.copse.notebook;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.copse.batch.BatchProgress;

/**
 * How far a long run is, in one line that changes in place: sets done, the rate, and the time left.
 * After an interrupt the line stays and says how far the run came.
 *
 * <pre>{@code Batch.withDefaults().progress(Progress.shown()).fit(sets)}</pre>
 *
 * <p>In JJava and IJava the line is an output that is updated; elsewhere (jshell, programs) lines
 * are printed, one every two seconds. Runs of less than a quarter of a second show nothing.
 */
public final class Progress implements BatchProgress {

  /** Where lines go: the first makes the output, the others change it. */
  interface Screen {
    /**
     * Shows a line.
     *
     * @param id what the first call returned, null at first
     * @param line the text
     * @return the output's name
     */
    String show(String id, String line);

    /** The least time between two lines, in nanoseconds. */
    long pause();
  }

  private static final Screen PRINTED = new PrintedScreen();
  private static volatile Screen screen = PRINTED;

  private final Screen target;
  private final LongSupplier clock;
  private final long start;
  private long last;
  private String id;

  Progress(Screen target, LongSupplier clock) {
    this.target = target;
    this.clock = clock;
    this.start = clock.getAsLong();
    this.last = start;
  }

  /**
   * A new line, counted from now.
   *
   * @return a listener for one run
   */
  public static Progress shown() {
    return new Progress(screen, System::nanoTime);
  }

  static void showOn(Screen chosen) {
    screen = chosen;
  }

  @Override
  public void done(long done, long total) {
    long now = clock.getAsLong();
    boolean end = done >= total;
    if (end && id == null
        || !end && now - last < Math.max(target.pause(), TimeUnit.MILLISECONDS.toNanos(250))) {
      return;
    }
    last = now;
    id = target.show(id, line(done, total, (now - start) / 1e9));
  }

  /** "12,000 of 100,000 (12 %), 31,000 a second, 3 s left". */
  static String line(long done, long total, double seconds) {
    String counts = String.format(Locale.ROOT, "%,d of %,d", done, total);
    if (done >= total) {
      return counts + String.format(Locale.ROOT, " in %s", time(seconds));
    }
    double rate = done / seconds;
    return counts
        + String.format(
            Locale.ROOT,
            " (%s %%), %,d a %s, %s left",
            100 * done / total,
            Math.round(rate < 1 ? 60 * rate : rate),
            rate < 1 ? "minute" : "second",
            time((total - done) / rate));
  }

  private static String time(double seconds) {
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    if (whole < 3600) {
      return whole / 60 + " min " + whole % 60 + " s";
    }
    return whole < 48 * 3600
        ? whole / 3600 + " h " + whole % 3600 / 60 + " min"
        : whole < 1000L * 86_400 ? whole / 86_400 + " days" : "years";
  }

  /** Lines on the standard output. */
  private static final class PrintedScreen implements Screen {
    @Override
    public String show(String id, String line) {
      System.out.println(line);
      return "";
    }

    @Override
    public long pause() {
      return TimeUnit.SECONDS.toNanos(2);
    }
  }
}
