package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.copse.effect.ArmMeans;
import org.copse.effect.BinaryEffects;
import org.copse.effect.BinaryMeasure;
import org.copse.effect.ContinuousEffects;
import org.copse.effect.ContinuousMeasure;
import org.copse.effect.Effects;
import org.copse.effect.TwoByTwo;

/**
 * How the estimates of rows of one trial covary because they share patients. Rows of different
 * trials are independent. Immutable.
 */
public final class SharedCovariance {

  private enum Kind {
    CORRELATION,
    PATIENTS,
    CONTROL_ARM,
    ARM_SIZES
  }

  /** Two rows with the number of patients they share. */
  private record Pair(String first, String second, double patients) {
    boolean is(String a, String b) {
      return first.equals(a) && second.equals(b) || first.equals(b) && second.equals(a);
    }
  }

  private final Kind kind;
  private final double rho;
  private final List<String> columns;
  private final List<Pair> pairs;

  private SharedCovariance(Kind kind, double rho, List<String> columns, List<Pair> pairs) {
    this.kind = kind;
    this.rho = rho;
    this.columns = List.copyOf(columns);
    this.pairs = List.copyOf(pairs);
  }

  /**
   * One correlation between all rows of a trial: Vᵢⱼ = ρ√(vᵢvⱼ). metafor: {@code vcalc(vi, cluster,
   * obs, rho)}.
   *
   * @param rho from 0 to 1
   * @return the covariance
   */
  public static SharedCovariance correlation(double rho) {
    return new SharedCovariance(Kind.CORRELATION, requireRho(rho), List.of(), List.of());
  }

  /**
   * From the patients that two rows share: Vᵢⱼ = ρ nᵢⱼ/√(nᵢnⱼ) √(vᵢvⱼ), ρ being the correlation of
   * two estimates in the very same patients. Unless {@link #shared} says otherwise, the smaller row
   * is taken to lie within the larger one. Source: Bom and Rachinger, Res Synth Methods
   * 2020;11:812.
   *
   * @param rho from 0 to 1; below 1 where follow-up or adjustment differ
   * @param columns columns whose sum is the patients of a row; none where the effects have counts
   *     or sizes
   * @return the covariance
   */
  public static SharedCovariance patients(double rho, String... columns) {
    return new SharedCovariance(Kind.PATIENTS, requireRho(rho), Arrays.asList(columns), List.of());
  }

  /**
   * Exact covariance through a control arm that several rows of a trial share, from its own data:
   * RR 1/c − 1/n, OR 1/c + 1/(n − c), RD p(1 − p)/n, MD SD²/n. Rows of a trial whose control arms
   * are equal share it. Source: Gleser and Olkin, Handbook of Research Synthesis 2009, chapter 19.
   *
   * @return the covariance, for two-arm counts and mean differences
   */
  public static SharedCovariance controlArm() {
    return new SharedCovariance(Kind.CONTROL_ARM, Double.NaN, List.of(), List.of());
  }

  /**
   * Covariance through a shared control arm from the sizes of the arms: the correlation is (1/n₂) /
   * √[(1/n₁ᵢ + 1/n₂)(1/n₁ⱼ + 1/n₂)]. metafor: {@code vcalc(vi, cluster, grp1, w1, grp2, w2)}.
   *
   * @param treatment column of patients, treatment
   * @param control column of patients, control: the same number where rows share the arm
   * @return the covariance
   */
  public static SharedCovariance armSizes(String treatment, String control) {
    return new SharedCovariance(Kind.ARM_SIZES, Double.NaN, List.of(treatment, control), List.of());
  }

  private static double requireRho(double rho) {
    if (!(rho >= 0 && rho <= 1)) {
      throw new IllegalArgumentException(
          "Cannot correlate rows: correlation must be from 0 to 1, was %s. Use 0.5 and the sweep where it is unknown."
              .formatted(rho));
    }
    return rho;
  }

  /**
   * How many patients two rows of a trial share; 0 for disjoint subgroups. For {@link #patients}.
   *
   * @param first label of one row
   * @param second label of the other
   * @param patients at least 0
   * @return a new covariance
   */
  public SharedCovariance shared(String first, String second, double patients) {
    if (kind != Kind.PATIENTS || !(patients >= 0 && patients < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot share patients: covariance must be by patients and their number at least 0, was %s and %s. Use SharedCovariance.patients(rho).shared(...)."
              .formatted(kind.name().toLowerCase(Locale.ROOT), patients));
    }
    List<Pair> more = new ArrayList<>(pairs);
    more.removeIf(p -> p.is(first, second));
    more.add(new Pair(first, second, patients));
    return new SharedCovariance(kind, rho, columns, more);
  }

  /** The same with another correlation; a constant one where there is none to change. */
  SharedCovariance at(double newRho) {
    return kind == Kind.PATIENTS
        ? new SharedCovariance(kind, newRho, columns, pairs)
        : correlation(newRho);
  }

  List<String> columns() {
    return kind == Kind.PATIENTS ? columns : List.of();
  }

  /** The covariance matrix of all rows. */
  double[][] matrix(Effects effects) {
    checkLabels(effects);
    int k = effects.size();
    double[][] v = new double[k][k];
    for (int i = 0; i < k; i++) {
      v[i][i] = effects.variance(i);
      for (int j = 0; j < i; j++) {
        boolean trial = effects.studies().cluster(i).equals(effects.studies().cluster(j));
        v[i][j] = trial ? covariance(effects, i, j) : 0;
        v[j][i] = v[i][j];
      }
    }
    return v;
  }

  private void checkLabels(Effects effects) {
    for (Pair pair : pairs) {
      for (String label : List.of(pair.first(), pair.second())) {
        if (!effects.studies().labels().contains(label)) {
          throw new IllegalArgumentException(
              "Cannot share patients: row must be a study's label, was '%s'. Use one of %s."
                  .formatted(label, effects.studies().labels()));
        }
      }
    }
  }

  private double covariance(Effects effects, int i, int j) {
    double size = Math.sqrt(effects.variance(i) * effects.variance(j));
    return switch (kind) {
      case CORRELATION -> rho * size;
      case PATIENTS -> rho * sharedPart(effects, i, j) * size;
      case CONTROL_ARM -> throughControl(effects, i, j);
      case ARM_SIZES -> bySizes(effects, i, j) * size;
    };
  }

  private double sharedPart(Effects effects, int i, int j) {
    double[] n = RowPatients.of(effects, columns);
    if (n == null || !(n[i] > 0 && n[j] > 0)) {
      throw new IllegalArgumentException(
          "Cannot count shared patients: every row must have its number of patients above 0, was unknown in '%s' or '%s'. Name the columns in SharedCovariance.patients(rho, ...)."
              .formatted(effects.studies().label(i), effects.studies().label(j)));
    }
    double shared = Math.min(n[i], n[j]);
    for (Pair pair : pairs) {
      if (pair.is(effects.studies().label(i), effects.studies().label(j))) {
        if (pair.patients() > shared) {
          throw new IllegalArgumentException(
              "Cannot share patients: '%s' and '%s' must share at most the %s of the smaller row, was %s. Check the number."
                  .formatted(pair.first(), pair.second(), shared, pair.patients()));
        }
        shared = pair.patients();
      }
    }
    return shared / Math.sqrt(n[i] * n[j]);
  }

  private static double throughControl(Effects effects, int i, int j) {
    if (effects instanceof BinaryEffects binary
        && binary.measure() != BinaryMeasure.PETO_ODDS_RATIO) {
      TwoByTwo a = binary.counts(i);
      TwoByTwo b = binary.counts(j);
      boolean same = a.events2() == b.events2() && a.total2() == b.total2();
      return same ? control(binary.measure(), a) : 0;
    }
    if (effects instanceof ContinuousEffects means
        && means.measure() == ContinuousMeasure.MEAN_DIFFERENCE) {
      ArmMeans a = means.means(i);
      ArmMeans b = means.means(j);
      boolean same = a.n2() == b.n2() && a.mean2() == b.mean2() && a.sd2() == b.sd2();
      return same ? a.sd2() * a.sd2() / a.n2() : 0;
    }
    throw new IllegalArgumentException(
        "Cannot use the control arm's data: measure must be a risk ratio, odds ratio, risk difference or mean difference, was %s. Use SharedCovariance.armSizes(...)."
            .formatted(effects.measure().label()));
  }

  private static double control(BinaryMeasure measure, TwoByTwo given) {
    TwoByTwo t = given.hasZeroCell() ? given.plus(0.5) : given;
    double risk = t.events2() / t.total2();
    return switch (measure) {
      case RISK_RATIO -> (1 - risk) / t.events2();
      case ODDS_RATIO -> 1 / t.events2() + 1 / (t.total2() - t.events2());
      case RISK_DIFFERENCE -> risk * (1 - risk) / t.total2();
      default ->
          throw new IllegalArgumentException(
              "Cannot use the control arm's data: measure must be a risk ratio, odds ratio or risk difference, was %s. Use SharedCovariance.armSizes(...)."
                  .formatted(measure.label()));
    };
  }

  private double bySizes(Effects effects, int i, int j) {
    double[] n1 = RowPatients.of(effects, columns.subList(0, 1));
    double[] n2 = RowPatients.of(effects, columns.subList(1, 2));
    if (n2[i] != n2[j]) {
      return 0;
    }
    double control = 1 / n2[i];
    return control / Math.sqrt((1 / n1[i] + control) * (1 / n1[j] + control));
  }

  /**
   * In words.
   *
   * @return a sentence
   */
  public String describe() {
    return switch (kind) {
      case CORRELATION -> "Rows of a trial correlate by %s, an assumption.".formatted(text(rho));
      case PATIENTS ->
          "Rows of a trial correlate by %s × shared patients / √(nᵢnⱼ); %s."
              .formatted(
                  text(rho),
                  pairs.isEmpty()
                      ? "the smaller row is assumed to lie within the larger one"
                      : "shared patients are given for %s pairs, else the smaller row is assumed to lie within the larger one"
                          .formatted(pairs.size()));
      case CONTROL_ARM -> "Rows of a trial with equal control arms covary through it, by its data.";
      case ARM_SIZES ->
          "Rows of a trial with equal control arms covary through it, by the sizes of the arms.";
    };
  }

  /** What the sweep changes. */
  String describeSweep() {
    return kind == Kind.PATIENTS
        ? "Sweep: the correlation of estimates in the very same patients; by the patients that rows share it becomes less."
        : "Sweep: one correlation between all rows of a trial.";
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.4g", value).replaceAll("0+$", "").replaceAll("\\.$", "");
  }

  @Override
  public String toString() {
    return describe();
  }
}
