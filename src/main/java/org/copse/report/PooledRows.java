package org.copse.report;

import java.util.ArrayList;
import java.util.List;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.ISquared;
import org.copse.model.BackTransformed;
import org.copse.model.Fit;
import org.copse.model.RandomEffectsResult;
import org.copse.report.ReportTable.Column;
import org.copse.report.ReportTable.Kind;

/** Fits of one model under each other: groups, or all studies but one, with all studies last. */
final class PooledRows {

  private final Fit overall;
  private final List<String> names = new ArrayList<>();
  private final List<Fit> fits = new ArrayList<>();

  PooledRows(Fit overall) {
    this.overall = overall;
  }

  void add(String name, Fit fit) {
    names.add(name);
    fits.add(fit);
  }

  /**
   * The rows as a table.
   *
   * @param caption over the table
   * @param first header of the first column
   */
  ReportTable.Builder table(String caption, String first) {
    List<Column> columns = new ArrayList<>(List.of(Column.text(first), Column.number("k")));
    columns.add(
        Column.number(
            "%s [%s CI]"
                .formatted(overall.measure().abbreviation(), Numbers.level(overall.level()))));
    if (overall.measure().hasNullValue()) {
      columns.add(Column.number("p"));
    }
    if (overall instanceof RandomEffectsResult) {
      columns.add(Column.number("τ²"));
    }
    columns.add(Column.number(fromTau2(overall) ? "I² (from τ²)" : "I² (from Q)"));
    columns.add(Column.number("Q (p)"));
    ReportTable.Builder table = ReportTable.of(caption, columns.toArray(Column[]::new));
    EffectFormat format =
        EffectFormat.of(fits.stream().map(f -> f.backTransformed().interval()).toList(), 2);
    for (int i = 0; i < fits.size(); i++) {
      table.row(Kind.BODY, row(names.get(i), fits.get(i), format));
    }
    return table.row(Kind.TOTAL, row("All studies", overall, format));
  }

  private static boolean fromTau2(Fit fit) {
    return fit instanceof RandomEffectsResult random
        && random.iSquaredSource() == ISquared.Source.TAU2;
  }

  private static List<String> row(String name, Fit fit, EffectFormat format) {
    BackTransformed shown = fit.backTransformed();
    List<String> cells = new ArrayList<>();
    cells.add(name);
    cells.add(Integer.toString(fit.k()));
    cells.add(format.effect(shown.estimate(), shown.interval()));
    if (fit.measure().hasNullValue()) {
      cells.add(Numbers.p(fit.test().p()));
    }
    boolean one = fit.k() < 2;
    double iSquared = fit.heterogeneity().iSquared();
    if (fit instanceof RandomEffectsResult random) {
      cells.add(one ? Numbers.ABSENT : Numbers.significant(random.tau2(), 4));
      iSquared = random.iSquared();
    }
    Heterogeneity q = fit.heterogeneity();
    cells.add(one ? Numbers.ABSENT : Numbers.percent(iSquared, 1));
    cells.add(
        one ? Numbers.ABSENT : "%s (%s)".formatted(Numbers.fixed(q.q(), 2), Numbers.p(q.p())));
    return cells;
  }
}
