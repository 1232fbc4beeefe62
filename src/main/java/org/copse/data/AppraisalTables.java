package org.copse.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.copse.appraisal.Appraisal;
import org.copse.appraisal.AppraisalAnswer;
import org.copse.appraisal.AppraisalBar;
import org.copse.appraisal.AppraisalShare;
import org.copse.appraisal.AppraisalSummary;
import org.copse.appraisal.AppraisalThresholds;
import org.copse.appraisal.DomainAgreement;
import org.copse.appraisal.KappaEstimate;
import org.copse.appraisal.ReviewerAgreement;
import org.copse.appraisal.ThresholdResult;
import org.copse.model.Fit;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Appraisals as Tablesaw tables; what does not exist is missing. */
final class AppraisalTables {

  private AppraisalTables() {}

  static Table of(Appraisal appraisal) {
    List<Column<?>> columns = new ArrayList<>();
    columns.add(StringColumn.create("study", appraisal.labels()));
    for (int d = 0; d < appraisal.instrument().domains().size(); d++) {
      StringColumn answers = StringColumn.create(appraisal.instrument().domains().get(d).letter());
      for (int i = 0; i < appraisal.size(); i++) {
        answers.append(appraisal.answer(i, d).map(AppraisalAnswer::label).orElse(""));
      }
      columns.add(answers);
    }
    if (appraisal.instrument().isScored()) {
      IntColumn points = IntColumn.create("points");
      for (int i = 0; i < appraisal.size(); i++) {
        if (appraisal.points(i).isPresent()) {
          points.append(appraisal.points(i).getAsInt());
        } else {
          points.appendMissing();
        }
      }
      columns.add(points);
    }
    if (appraisal.instrument().hasOverall()) {
      StringColumn overall = StringColumn.create("overall");
      for (int i = 0; i < appraisal.size(); i++) {
        overall.append(appraisal.overall(i).map(AppraisalAnswer::label).orElse(""));
      }
      columns.add(overall);
    }
    return Table.create(appraisal.instrument().name(), columns);
  }

  static Table of(AppraisalSummary summary) {
    StringColumn domain = StringColumn.create("domain");
    StringColumn answer = StringColumn.create("answer");
    IntColumn studies = IntColumn.create("studies");
    DoubleColumn percent = DoubleColumn.create("percent");
    for (AppraisalBar bar : summary.bars()) {
      for (AppraisalShare share : bar.shares()) {
        domain.append(bar.label());
        answer.append(share.label());
        studies.append(share.studies());
        percent.append(share.percent());
      }
    }
    return Table.create(
        summary.appraisal().instrument().name() + ", answers", domain, answer, studies, percent);
  }

  static Table of(AppraisalThresholds thresholds) {
    StringColumn words = StringColumn.create("threshold");
    IntColumn kept = IntColumn.create("studies");
    for (ThresholdResult result : thresholds.results()) {
      words.append(result.threshold());
      kept.append(result.kept());
    }
    return Table.create(
        "Results by " + thresholds.appraisal().instrument().name(),
        words,
        kept,
        fits("estimate", thresholds, Fit::estimate),
        fits("displayed", thresholds, f -> f.backTransformed().estimate()),
        fits("ci_low", thresholds, f -> f.backTransformed().interval().lower()),
        fits("ci_high", thresholds, f -> f.backTransformed().interval().upper()));
  }

  private static DoubleColumn fits(
      String name, AppraisalThresholds thresholds, ToDoubleFunction<Fit> value) {
    return DoubleColumn.create(
        name,
        thresholds.results().stream()
            .mapToDouble(r -> r.fit().map(value::applyAsDouble).orElse(Double.NaN))
            .toArray());
  }

  static Table of(ReviewerAgreement agreement) {
    List<DomainAgreement> domains = agreement.domains();
    return Table.create(
        "Agreement of reviewers",
        StringColumn.create("domain", domains.stream().map(DomainAgreement::domain).toList()),
        IntColumn.create(
            "judgements", domains.stream().mapToInt(DomainAgreement::subjects).toArray()),
        DoubleColumn.create(
            "agreement", domains.stream().mapToDouble(DomainAgreement::percentAgreement).toArray()),
        kappa("kappa", domains, KappaEstimate::kappa),
        kappa("se", domains, KappaEstimate::standardError),
        kappa("ci_low", domains, e -> e.interval().lower()),
        kappa("ci_high", domains, e -> e.interval().upper()),
        kappa("p", domains, KappaEstimate::p));
  }

  private static DoubleColumn kappa(
      String name, List<DomainAgreement> domains, ToDoubleFunction<KappaEstimate> value) {
    return DoubleColumn.create(
        name,
        domains.stream()
            .mapToDouble(d -> d.estimate().map(value::applyAsDouble).orElse(Double.NaN))
            .toArray());
  }
}
