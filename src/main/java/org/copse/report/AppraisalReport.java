package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.copse.appraisal.Appraisal;
import org.copse.appraisal.AppraisalAnswer;
import org.copse.appraisal.AppraisalBar;
import org.copse.appraisal.AppraisalDomain;
import org.copse.appraisal.AppraisalShare;
import org.copse.appraisal.AppraisalSummary;
import org.copse.appraisal.AppraisalThresholds;
import org.copse.appraisal.Disagreement;
import org.copse.appraisal.DomainAgreement;
import org.copse.appraisal.FleissKappa;
import org.copse.appraisal.Instrument;
import org.copse.appraisal.KappaEstimate;
import org.copse.appraisal.KappaResult;
import org.copse.appraisal.ReviewerAgreement;
import org.copse.appraisal.ThresholdResult;
import org.copse.effect.Interval;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsResult;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;

/** Appraisals as tables: instruments, answers, counts, results by threshold, agreement. */
public final class AppraisalReport {

  private static final int DIGITS = 3;

  private AppraisalReport() {}

  /**
   * An instrument: its domains and the answers that they allow.
   *
   * @param instrument the instrument
   * @return one row a domain; rule and source below
   */
  public static ReportTable of(Instrument instrument) {
    ReportTable.Builder table =
        ReportTable.of(
            instrument.name() + " (" + instrument.version() + ")",
            Column.text("Domain"),
            Column.text("Name"),
            Column.text("Answers"));
    String section = "";
    for (AppraisalDomain domain : instrument.domains()) {
      if (!domain.section().equals(section)) {
        section = domain.section();
        table.row(Kind.HEADING, List.of(section, "", ""));
      }
      List<String> answers =
          domain.answers().stream().map(a -> symbolFirst(a, instrument)).toList();
      table.row(domain.letter(), domain.label(), String.join(", ", answers));
    }
    return table
        .notes(
            List.of(
                "Overall: " + instrument.ruleWords() + ".",
                "Domains are named in short words of our own; official text: " + instrument.url()))
        .build();
  }

  private static String symbolFirst(AppraisalAnswer answer, Instrument instrument) {
    if (!instrument.isScored()) {
      return answer.label() + " (" + answer.judgement().symbol() + ")";
    }
    return answer.label().equals(answer.symbol())
        ? answer.label()
        : answer.label() + " (" + answer.symbol() + ")";
  }

  /**
   * An appraisal: every answer with its symbol, the overall judgement or the sum of points.
   *
   * @param appraisal the appraisal
   * @return one row a study; domains, rule and notes below
   */
  public static ReportTable of(Appraisal appraisal) {
    Instrument instrument = appraisal.instrument();
    boolean whole = instrument.isScored() || instrument.hasOverall();
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Study"));
    for (AppraisalDomain domain : instrument.domains()) {
      Column column =
          instrument.isScored() ? Column.number(domain.letter()) : Column.text(domain.letter());
      columns.add(column.in(domain.section()));
    }
    if (whole) {
      columns.add(Column.text(instrument.isScored() ? "Total" : "Overall"));
    }
    ReportTable.Builder table =
        ReportTable.of(
            "Appraisal by %s (%s)".formatted(instrument.name(), instrument.version()),
            columns.toArray(Column[]::new));
    for (int i = 0; i < appraisal.size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(appraisal.labels().get(i));
      for (int d = 0; d < instrument.domains().size(); d++) {
        cells.add(appraisal.answer(i, d).map(a -> cell(a, instrument)).orElse(Numbers.ABSENT));
      }
      if (whole) {
        cells.add(appraisal.overallText(i));
      }
      table.row(Kind.BODY, cells);
    }
    return table.notes(below(instrument)).notes(appraisal.notes()).build();
  }

  private static String cell(AppraisalAnswer answer, Instrument instrument) {
    return instrument.isScored() ? answer.symbol() : answer.symbol() + " " + answer.label();
  }

  private static List<String> below(Instrument instrument) {
    List<String> domains = instrument.domains().stream().map(AppraisalDomain::heading).toList();
    return List.of(
        String.join("; ", domains) + ".",
        "Overall: " + instrument.ruleWords() + ".",
        "Official text: " + instrument.url());
  }

  /**
   * How often each answer was given.
   *
   * @param summary the summary
   * @return one row a domain and answer
   */
  public static ReportTable of(AppraisalSummary summary) {
    ReportTable.Builder table =
        ReportTable.of(
            "Answers by " + summary.appraisal().instrument().name(),
            Column.text("Domain"),
            Column.text("Answer"),
            Column.number("Studies"),
            Column.number("Share"));
    for (AppraisalBar bar : summary.bars()) {
      boolean first = true;
      for (AppraisalShare share : bar.shares()) {
        String name = bar.section().isEmpty() ? bar.label() : bar.label() + ", " + bar.section();
        table.row(
            first ? name : "",
            share.symbol().equals(share.label())
                ? share.label()
                : share.symbol() + " " + share.label(),
            Integer.toString(share.studies()),
            Numbers.percent(share.percent(), 1));
        first = false;
      }
    }
    return table.notes(List.of(summary.weights())).notes(summary.notes()).build();
  }

  /**
   * The result with ever fewer studies by appraisal.
   *
   * @param thresholds the results
   * @return one row a threshold; who was left out, below
   */
  public static ReportTable of(AppraisalThresholds thresholds) {
    Fit full = thresholds.full();
    List<Interval> intervals =
        thresholds.results().stream()
            .flatMap(r -> r.fit().stream())
            .map(f -> f.backTransformed().interval())
            .toList();
    EffectFormat format = EffectFormat.of(intervals, DIGITS);
    String effect =
        "%s [%s CI]".formatted(full.measure().abbreviation(), Numbers.level(full.level()));
    ReportTable.Builder table =
        ReportTable.of(
            "%s by appraisal with %s"
                .formatted(full.measure().label(), thresholds.appraisal().instrument().name()),
            Column.text("Studies kept"),
            Column.number("k"),
            Column.number(effect),
            Column.number("p"),
            Column.number("τ²"),
            Column.number("I²"));
    List<String> left = new ArrayList<>();
    List<String> before = List.of();
    for (ThresholdResult result : thresholds.results()) {
      table.row(Kind.BODY, row(result, format));
      left.addAll(leftOut(result, before));
      before = result.leftOut();
    }
    return table
        .notes(left)
        .notes(List.of(String.join(" ", full.methods())))
        .notes(thresholds.notes())
        .build();
  }

  /** Who is left out besides those of the row above, and why there is no result. */
  private static List<String> leftOut(ThresholdResult result, List<String> before) {
    List<String> more = new ArrayList<>(result.leftOut());
    more.removeAll(before);
    if (more.isEmpty() && result.reason().isEmpty()) {
      return List.of();
    }
    String out =
        more.isEmpty() ? "no further study left out" : "left out: " + String.join("; ", more);
    String also = before.isEmpty() || more.isEmpty() ? out : "also " + out;
    String reason = result.reason().isEmpty() ? "" : " " + result.reason();
    return List.of("%s; %s.%s".formatted(result.threshold(), also, reason));
  }

  private static List<String> row(ThresholdResult result, EffectFormat format) {
    Optional<Fit> fit = result.fit();
    return List.of(
        result.threshold(),
        Integer.toString(fit.map(Fit::k).orElse(result.kept())),
        fit.map(f -> effect(f, format)).orElse(Numbers.ABSENT),
        fit.filter(f -> f.measure().hasNullValue())
            .map(f -> Numbers.p(f.test().p()))
            .orElse(Numbers.ABSENT),
        fit.filter(RandomEffectsResult.class::isInstance)
            .map(f -> Numbers.significant(((RandomEffectsResult) f).tau2(), DIGITS))
            .orElse(Numbers.ABSENT),
        fit.filter(f -> f.k() > 1)
            .map(f -> Numbers.percent(f.heterogeneity().iSquared(), 1))
            .orElse(Numbers.ABSENT));
  }

  private static String effect(Fit fit, EffectFormat format) {
    return format.effect(fit.backTransformed().estimate(), fit.backTransformed().interval());
  }

  /**
   * Agreement of reviewers.
   *
   * @param agreement the agreement
   * @return one row a domain; method and notes below
   */
  public static ReportTable of(ReviewerAgreement agreement) {
    ReportTable.Builder table =
        ReportTable.of(
            "Agreement of %s reviewers".formatted(agreement.reviewers().size()),
            Column.text("Domain"),
            Column.number("Judgements"),
            Column.number("Agreement"),
            Column.number("κ [95% CI]".replace("95%", level(agreement))),
            Column.number("SE"),
            Column.number("p"));
    for (DomainAgreement domain : agreement.domains()) {
      Optional<KappaEstimate> kappa = domain.estimate();
      table.row(
          domain.domain(),
          Integer.toString(domain.subjects()),
          Numbers.percent(domain.percentAgreement(), 1),
          kappa.map(AppraisalReport::kappa).orElse(Numbers.ABSENT),
          kappa.map(k -> Numbers.fixed(k.standardError(), DIGITS)).orElse(Numbers.ABSENT),
          kappa.map(k -> Numbers.p(k.p())).orElse(Numbers.ABSENT));
    }
    return table
        .notes(
            List.of(
                agreement.method(),
                "To settle: %s judgements.".formatted(agreement.disagreements().size())))
        .notes(agreement.notes())
        .build();
  }

  private static String level(ReviewerAgreement agreement) {
    return agreement.domains().stream()
        .flatMap(d -> d.estimate().stream())
        .findFirst()
        .map(e -> Numbers.level(e.interval().level()))
        .orElse("95%");
  }

  private static String kappa(KappaEstimate k) {
    return Numbers.fixed(k.kappa(), 2) + " " + Numbers.interval(k.interval(), 2);
  }

  /**
   * What reviewers have to settle by consensus.
   *
   * @param agreement the agreement
   * @return one row a study and domain on which they differ
   */
  public static ReportTable disagreements(ReviewerAgreement agreement) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("Study"));
    columns.add(Column.text("Domain"));
    for (int r = 1; r <= agreement.reviewers().size(); r++) {
      columns.add(Column.text("Reviewer " + r));
    }
    ReportTable.Builder table =
        ReportTable.of("To settle by consensus", columns.toArray(Column[]::new));
    for (Disagreement d : agreement.disagreements()) {
      List<String> cells = new ArrayList<>(List.of(d.study(), d.domain()));
      cells.addAll(d.answers());
      table.row(Kind.BODY, cells);
    }
    return table.build();
  }

  /**
   * Agreement of two raters.
   *
   * @param result the agreement
   * @return names and values
   */
  public static ReportTable of(KappaResult result) {
    ReportTable.Builder table =
        ReportTable.of(
                "Cohen's kappa, " + result.weights().words(),
                Column.text("Quantity"),
                Column.number("Value"))
            .row("Judgements", Integer.toString(result.subjects()))
            .row("Equal answers", Numbers.percent(result.percentAgreement(), 1))
            .row("Agreement, weighted", Numbers.fixed(result.observed(), DIGITS))
            .row("Agreement by chance", Numbers.fixed(result.expected(), DIGITS));
    return estimate(table, result.estimate()).notes(result.notes()).build();
  }

  /**
   * Agreement of several raters.
   *
   * @param result the agreement
   * @return names and values
   */
  public static ReportTable of(FleissKappa result) {
    ReportTable.Builder table =
        ReportTable.of("Fleiss' kappa", Column.text("Quantity"), Column.number("Value"))
            .row("Subjects, raters", "%s, %s".formatted(result.subjects(), result.raters()))
            .row("Agreement of pairs", Numbers.fixed(result.agreement(), DIGITS))
            .row("Agreement by chance", Numbers.fixed(result.chance(), DIGITS));
    return estimate(table, result.estimate()).build();
  }

  private static ReportTable.Builder estimate(
      ReportTable.Builder table, Optional<KappaEstimate> estimate) {
    table.row("κ", estimate.map(e -> Numbers.fixed(e.kappa(), DIGITS)).orElse(Numbers.ABSENT));
    estimate.ifPresent(
        e ->
            table
                .row(
                    Numbers.level(e.interval().level()) + " CI",
                    Numbers.interval(e.interval(), DIGITS))
                .row("SE", Numbers.fixed(e.standardError(), DIGITS))
                .row("p (κ = 0)", Numbers.p(e.p())));
    return table;
  }
}
