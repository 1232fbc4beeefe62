package org.copse.model;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.copse.effect.TwoByTwo;
import org.copse.effect.TwoRates;

/**
 * What is added to zero cells inside the Mantel-Haenszel sums; a risk or rate difference never
 * needs it. For person-time counts the addition goes to the events, never to the times.
 */
public enum MhCorrection {
  /**
   * Nothing is added; a sum that is zero is an error. The method of Mantel and Haenszel, metafor's
   * default.
   */
  NONE("no continuity correction"),
  /**
   * 0.5 to the cells of studies with a zero cell, but only when a sum would be zero otherwise; said
   * in the notes.
   */
  IF_SUM_IS_ZERO("0.5 added to zero-cell studies"),
  /** 0.5 to the cells of every study with a zero cell: Review Manager 5, R meta. */
  STUDIES_WITH_ZERO("0.5 added to zero-cell studies"),
  /** 0.5 to the cells of every study as soon as one has a zero cell. metafor: "if0all". */
  ALL_IF_ANY_ZERO("0.5 added to all studies"),
  /** 0.5 to the cells of every study. metafor: {@code to = "all"}. */
  ALL_STUDIES("0.5 added to all studies"),
  /**
   * In studies with a zero cell n₁/(n₁ + n₂) to both cells of arm 1 and n₂/(n₁ + n₂) to both of arm
   * 2, so that unequal arms are not pulled away from no effect ("treatment-arm" correction). For
   * person-time the shares are those of the times. Sweeting, Sutton and Lambert, Stat Med
   * 2004;23:1351-1375. R meta: {@code incr = "TACC"}.
   */
  TREATMENT_ARM("treatment-arm continuity correction of zero-cell studies");

  private static final double INCREMENT = 0.5;

  private final String label;

  MhCorrection(String label) {
    this.label = label;
  }

  /**
   * What it does, as printed.
   *
   * @return for example "0.5 added to zero-cell studies"
   */
  public String label() {
    return label;
  }

  /** Whether something is added although no sum is zero. */
  boolean isAlways() {
    return this != NONE && this != IF_SUM_IS_ZERO;
  }

  List<TwoByTwo> tables(List<TwoByTwo> tables) {
    return apply(tables, TwoByTwo::hasZeroCell, this::table);
  }

  List<TwoRates> rates(List<TwoRates> rates) {
    return apply(rates, TwoRates::hasZero, this::rates);
  }

  private TwoByTwo table(TwoByTwo t) {
    double first = this == TREATMENT_ARM ? t.total1() / t.total() : INCREMENT;
    double second = this == TREATMENT_ARM ? t.total2() / t.total() : INCREMENT;
    return new TwoByTwo(
        t.events1() + first, t.total1() + 2 * first, t.events2() + second, t.total2() + 2 * second);
  }

  private TwoRates rates(TwoRates r) {
    double first = this == TREATMENT_ARM ? r.time1() / r.time() : INCREMENT;
    double second = this == TREATMENT_ARM ? r.time2() / r.time() : INCREMENT;
    return new TwoRates(r.events1() + first, r.time1(), r.events2() + second, r.time2());
  }

  private <T> List<T> apply(List<T> studies, Predicate<T> hasZero, UnaryOperator<T> add) {
    boolean all =
        this == ALL_STUDIES || this == ALL_IF_ANY_ZERO && studies.stream().anyMatch(hasZero);
    return studies.stream().map(s -> all || hasZero.test(s) ? add.apply(s) : s).toList();
  }
}
