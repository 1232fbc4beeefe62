package org.copse.data;

import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.copse.audit.Audit;
import org.copse.audit.AuditColumn;
import org.copse.audit.AuditData;
import org.copse.audit.ContrastScale;

/**
 * An audit of a table of trials: which columns are what, where their names do not say it.
 *
 * <p>{@code trials.auditing().percent("responders_pct", "evaluable").audit()}
 *
 * <p><b>Names</b> that are understood without: {@code percent}, {@code pct}; {@code events}, {@code
 * cases}, {@code deaths}; {@code total}, {@code n}, {@code patients}; {@code mean}, {@code sd},
 * {@code se}; {@code hr}, {@code or}, {@code rr}, {@code md}, {@code smd}, {@code estimate} with
 * {@code ci_low}, {@code ci_high}, {@code se}, {@code p} or {@code chi2}; {@code oe} with {@code
 * v}; {@code randomised}; {@code year}; metafor's {@code ai}, {@code n1i}, {@code m1i}, {@code
 * sd1i} ... Arms are told apart by {@code treatment}, {@code control}, {@code 1}, {@code 2}, {@code
 * e}, {@code c} and the like; the name of a drug beside a control is the treatment. A column ending
 * in {@code derived} is computed, not printed. A declared column is not placed by its name again.
 * The audit says what it took for what, and lists every column that it did not check.
 *
 * <p>Rows are of different outcomes where columns such as {@code event}, {@code outcome}, {@code
 * grade}, {@code arm} differ; rows of one outcome with the same {@code trial} or cluster share
 * patients.
 *
 * <p>Immutable: every method returns a new object.
 */
public final class Auditing {

  private final CellTable cells;
  private final Roles roles;
  private final AuditSettings settings;

  private Auditing(CellTable cells, Roles roles, AuditSettings settings) {
    this.cells = cells;
    this.roles = roles;
    this.settings = settings;
  }

  static Auditing of(CellTable cells, Roles roles) {
    int now = Year.now(java.time.ZoneOffset.UTC).getValue();
    return new Auditing(cells, roles, AuditSettings.of(now));
  }

  private Auditing with(AuditSettings changed) {
    return new Auditing(cells, roles, changed);
  }

  private Auditing declaring(String what, Function<AuditCells, AuditData> data, String... columns) {
    Arrays.stream(columns).forEach(cells::column);
    return with(settings.declaring(what, List.of(columns), data));
  }

  /**
   * Percentages of patients with an event.
   *
   * @param percent column of percentages from 0 to 100
   * @param total column of patients
   * @return a new configuration
   */
  public Auditing percent(String percent, String total) {
    return declaring(
        "Percentages",
        c -> new AuditData.Counts(AuditColumn.absent(), c.percent(percent), c.numbers(total)),
        percent,
        total);
  }

  /**
   * Counts of patients with an event.
   *
   * @param events column of counts
   * @param total column of patients
   * @return a new configuration
   */
  public Auditing counts(String events, String total) {
    return declaring(
        "Counts",
        c -> new AuditData.Counts(c.numbers(events), AuditColumn.absent(), c.numbers(total)),
        events,
        total);
  }

  /**
   * Counts of patients with an event, beside the percentages that are printed with them.
   *
   * @param events column of counts
   * @param percent column of percentages from 0 to 100
   * @param total column of patients
   * @return a new configuration
   */
  public Auditing countsWithPercent(String events, String percent, String total) {
    return declaring(
        "Counts with percentages",
        c -> new AuditData.Counts(c.numbers(events), c.percent(percent), c.numbers(total)),
        events,
        percent,
        total);
  }

  /**
   * Counts of two arms, which are compared with those of the other rows.
   *
   * @param events1 column of events, treatment
   * @param total1 column of patients, treatment
   * @param events2 column of events, control
   * @param total2 column of patients, control
   * @return a new configuration
   */
  public Auditing twoArmCounts(String events1, String total1, String events2, String total2) {
    AuditColumn none = AuditColumn.absent();
    return declaring(
        "Two arms of counts",
        c ->
            new AuditData.TwoCounts(
                new AuditData.Counts(c.numbers(events1), none, c.numbers(total1)),
                new AuditData.Counts(c.numbers(events2), none, c.numbers(total2))),
        events1,
        total1,
        events2,
        total2);
  }

  /**
   * Percentages of two arms, which are compared with those of the other rows.
   *
   * @param percent1 column of percentages, treatment
   * @param total1 column of patients, treatment
   * @param percent2 column of percentages, control
   * @param total2 column of patients, control
   * @return a new configuration
   */
  public Auditing twoArmPercents(String percent1, String total1, String percent2, String total2) {
    AuditColumn none = AuditColumn.absent();
    return declaring(
        "Two arms of percentages",
        c ->
            new AuditData.TwoCounts(
                new AuditData.Counts(none, c.percent(percent1), c.numbers(total1)),
                new AuditData.Counts(none, c.percent(percent2), c.numbers(total2))),
        percent1,
        total1,
        percent2,
        total2);
  }

  /**
   * Means of one group.
   *
   * @param n column of patients
   * @param mean column of means
   * @param sd column of standard deviations
   * @return a new configuration
   */
  public Auditing means(String n, String mean, String sd) {
    return declaring(
        "Means",
        c -> new AuditData.Means(c.numbers(n), c.numbers(mean), c.numbers(sd)),
        n,
        mean,
        sd);
  }

  /**
   * Means of two arms, which are compared with those of the other rows.
   *
   * @param n1 column of patients, treatment
   * @param mean1 column of means, treatment
   * @param sd1 column of standard deviations, treatment
   * @param n2 column of patients, control
   * @param mean2 column of means, control
   * @param sd2 column of standard deviations, control
   * @return a new configuration
   */
  public Auditing twoArmMeans(
      String n1, String mean1, String sd1, String n2, String mean2, String sd2) {
    return declaring(
        "Two arms of means",
        c ->
            new AuditData.TwoMeans(
                new AuditData.Means(c.numbers(n1), c.numbers(mean1), c.numbers(sd1)),
                new AuditData.Means(c.numbers(n2), c.numbers(mean2), c.numbers(sd2))),
        n1,
        mean1,
        sd1,
        n2,
        mean2,
        sd2);
  }

  /**
   * Reported ratios with 95 % intervals.
   *
   * @param estimate column of ratios
   * @param low column of lower limits
   * @param high column of upper limits
   * @return a new configuration
   */
  public Auditing ratio(String estimate, String low, String high) {
    return contrast("Ratios", ContrastScale.RATIO, estimate, low, high, "");
  }

  /**
   * Reported ratios with 95 % intervals and p values.
   *
   * @param estimate column of ratios
   * @param low column of lower limits
   * @param high column of upper limits
   * @param p column of two-sided p values
   * @return a new configuration
   */
  public Auditing ratioWithP(String estimate, String low, String high, String p) {
    return contrast("Ratios", ContrastScale.RATIO, estimate, low, high, p);
  }

  /**
   * Reported differences, or logarithms of ratios, with 95 % intervals.
   *
   * @param estimate column of differences
   * @param low column of lower limits
   * @param high column of upper limits
   * @return a new configuration
   */
  public Auditing difference(String estimate, String low, String high) {
    return contrast("Differences", ContrastScale.DIFFERENCE, estimate, low, high, "");
  }

  /**
   * Reported differences with 95 % intervals and p values.
   *
   * @param estimate column of differences
   * @param low column of lower limits
   * @param high column of upper limits
   * @param p column of two-sided p values
   * @return a new configuration
   */
  public Auditing differenceWithP(String estimate, String low, String high, String p) {
    return contrast("Differences", ContrastScale.DIFFERENCE, estimate, low, high, p);
  }

  private Auditing contrast(
      String what, ContrastScale scale, String estimate, String low, String high, String p) {
    String[] columns =
        p.isEmpty() ? new String[] {estimate, low, high} : new String[] {estimate, low, high, p};
    return declaring(
        what,
        c ->
            new AuditData.Contrast(
                c.numbers(estimate),
                c.numbers(low),
                c.numbers(high),
                AuditColumn.absent(),
                p.isEmpty() ? AuditColumn.absent() : c.pValues(p),
                List.of(scale)),
        columns);
  }

  /**
   * Says that columns hold means of whole numbers, such as points of a questionnaire: GRIM and
   * GRIMMER apply.
   *
   * @param means columns of means
   * @return a new configuration
   */
  public Auditing wholeNumbers(String... means) {
    Auditing all = this;
    for (String mean : means) {
      all = all.scale(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    return all;
  }

  /**
   * Says that a column holds means of whole numbers on a scale: GRIM, GRIMMER and the largest
   * possible SD apply.
   *
   * @param mean column of means
   * @param low lowest possible value
   * @param high highest possible value
   * @return a new configuration
   */
  public Auditing wholeNumbersOnScale(String mean, double low, double high) {
    if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot audit '" + mean + "'",
              "the scale",
              "run from a lowest to a highest value",
              low + " to " + high,
              "Use wholeNumbers(...) where the scale is open."));
    }
    return scale(mean, low, high);
  }

  private Auditing scale(String mean, double low, double high) {
    cells.column(mean);
    return with(settings.withScale(mean, low, high));
  }

  /**
   * Names the columns whose rows are of different outcomes, instead of those found by name: rows of
   * different outcomes are not compared and may be of the same patients.
   *
   * @param columns one or more columns
   * @return a new configuration
   */
  public Auditing outcome(String... columns) {
    Arrays.stream(columns).forEach(cells::column);
    return with(settings.withOutcomes(List.of(columns)));
  }

  /**
   * Names the column of patients that each trial randomised, all arms together.
   *
   * @param column the column
   * @return a new configuration
   */
  public Auditing randomised(String column) {
    cells.column(column);
    return with(settings.withRandomised(column));
  }

  /**
   * Leaves columns out; the audit says so.
   *
   * @param columns the columns
   * @return a new configuration
   */
  public Auditing ignoring(String... columns) {
    Arrays.stream(columns).forEach(cells::column);
    return with(settings.ignoring(List.of(columns)));
  }

  /**
   * The year that it is, for what lies in the future; that of the clock without.
   *
   * @param now the year
   * @return a new configuration
   */
  public Auditing asOf(int now) {
    return with(settings.withYear(now));
  }

  /**
   * Runs every check on what is declared and on what names say.
   *
   * @return what was found, what was looked at and what was not
   */
  public Audit audit() {
    return new AuditRun(cells, roles, settings).audit();
  }

  @Override
  public String toString() {
    return "Audit of '%s' to run: %s rows, %s declared group(s) of columns; call audit()"
        .formatted(cells.name(), cells.rows(), settings.declared().size());
  }
}
