package org.copse.appraisal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.copse.effect.Effects;
import org.copse.model.Fit;

/**
 * How often each answer was given, domain by domain and overall: counts, and shares of the studies
 * or of the weight that they have in a fit.
 *
 * <p>Shares by weight show how much of a pooled result stands on studies of each judgement, as
 * RevMan and robvis draw them. An answer that is missing has a share of its own.
 */
public final class AppraisalSummary {

  /** What a gap is called. */
  public static final String GAP = "No answer";

  private final Appraisal appraisal;
  private final List<AppraisalBar> bars;
  private final String weights;
  private final List<String> notes;

  private AppraisalSummary(
      Appraisal appraisal, List<AppraisalBar> bars, String weights, List<String> notes) {
    this.appraisal = appraisal;
    this.bars = List.copyOf(bars);
    this.weights = weights;
    this.notes = List.copyOf(notes);
  }

  /**
   * Each study counts alike.
   *
   * @param appraisal the appraisal
   * @return counts and shares of the studies
   */
  public static AppraisalSummary of(Appraisal appraisal) {
    double[] equal = new double[appraisal.size()];
    java.util.Arrays.fill(equal, 1);
    return new AppraisalSummary(
        appraisal, bars(appraisal, equal), "Each study counts alike.", appraisal.notes());
  }

  /**
   * Each study counts by its weight in a fit.
   *
   * @param appraisal the appraisal
   * @param fit a fit of studies that were all appraised, of a model with weights
   * @return counts of the studies and shares of the weight; studies that are not in the fit are in
   *     no count, which a note says
   * @throws IllegalArgumentException when a study of the fit was not appraised, or the model has no
   *     weights
   */
  public static AppraisalSummary weighted(Appraisal appraisal, Fit fit) {
    if (!fit.hasWeights()) {
      throw new IllegalArgumentException(
          "Cannot weight the summary: the model must give each study a weight, was %s. Use of(appraisal), or another model."
              .formatted(fit.model()));
    }
    Effects effects = fit.effects();
    int[] rows = AppraisalModerators.rows(appraisal, effects);
    double[] weights = new double[appraisal.size()];
    java.util.Arrays.fill(weights, Double.NaN);
    for (int i = 0; i < rows.length; i++) {
      weights[rows[i]] = effects.isEstimable(i) ? fit.weight(i) : Double.NaN;
    }
    List<String> notes = new ArrayList<>(appraisal.notes());
    List<String> out = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      if (Double.isNaN(weights[i])) {
        out.add(appraisal.labels().get(i));
      }
    }
    if (!out.isEmpty()) {
      notes.add("Appraised, but without a weight in the fit: " + String.join("; ", out) + ".");
    }
    String words =
        "Each study counts by its weight in the %s of %s."
            .formatted(fit.model().toLowerCase(java.util.Locale.ROOT), effects.measure().label());
    return new AppraisalSummary(appraisal, bars(appraisal, weights), words, notes);
  }

  private static List<AppraisalBar> bars(Appraisal appraisal, double[] weights) {
    List<AppraisalBar> bars = new ArrayList<>();
    Instrument instrument = appraisal.instrument();
    for (int d = 0; d < instrument.domains().size(); d++) {
      int domain = d;
      AppraisalDomain own = instrument.domains().get(d);
      bars.add(
          bar(
              own.heading(),
              own.section(),
              own.answers(),
              i -> appraisal.answer(i, domain).orElse(null),
              weights));
    }
    if (instrument.hasOverall()) {
      bars.add(
          bar(
              "Overall",
              "",
              instrument.overallAnswers(),
              i -> appraisal.overall(i).orElse(null),
              weights));
    }
    return bars;
  }

  private static AppraisalBar bar(
      String label,
      String section,
      List<AppraisalAnswer> options,
      IntFunction<AppraisalAnswer> answer,
      double[] weights) {
    Map<AppraisalAnswer, double[]> sums = new LinkedHashMap<>();
    options.forEach(o -> sums.put(o, new double[2]));
    double[] gap = new double[2];
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!Double.isNaN(weights[i])) {
        AppraisalAnswer given = answer.apply(i);
        double[] sum = given == null ? gap : sums.get(given);
        sum[0]++;
        sum[1] += weights[i];
        total += weights[i];
      }
    }
    double all = total;
    List<AppraisalShare> shares = new ArrayList<>();
    sums.forEach(
        (a, sum) ->
            shares.add(
                new AppraisalShare(
                    a.label(), a.symbol(), a.judgement(), (int) sum[0], 100 * sum[1] / all)));
    if (gap[0] > 0) {
      shares.add(
          new AppraisalShare(
              GAP, "\u2013", Judgement.NO_INFORMATION, (int) gap[0], 100 * gap[1] / all));
    }
    return new AppraisalBar(label, section, shares);
  }

  /**
   * The appraisal.
   *
   * @return what was summed
   */
  public Appraisal appraisal() {
    return appraisal;
  }

  /**
   * One bar a domain, the overall judgement last.
   *
   * @return in the instrument's order
   */
  public List<AppraisalBar> bars() {
    return bars;
  }

  /**
   * What the shares are of.
   *
   * @return a sentence
   */
  public String weights() {
    return weights;
  }

  /**
   * Notes of the appraisal, and on studies that are not counted.
   *
   * @return notes, perhaps none
   */
  public List<String> notes() {
    return notes;
  }

  /**
   * The bar of a domain.
   *
   * @param letterOrLabel for example "D1", or "Overall"
   * @return the bar
   * @throws IllegalArgumentException when there is none
   */
  public AppraisalBar bar(String letterOrLabel) {
    OptionalInt last =
        letterOrLabel.equals("Overall") && appraisal.instrument().hasOverall()
            ? OptionalInt.of(bars.size() - 1)
            : OptionalInt.empty();
    return bars.get(last.orElseGet(() -> appraisal.instrument().indexOf(letterOrLabel)));
  }

  @Override
  public String toString() {
    return "Summary of %s. %s".formatted(appraisal, weights);
  }
}
