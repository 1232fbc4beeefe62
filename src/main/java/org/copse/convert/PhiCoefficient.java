package org.copse.convert;

/**
 * The φ coefficient of a 2×2 table, the correlation of arm and event, from its χ² test.
 *
 * <p><b>Formula</b>: φ = ±√(χ²/N); with Yates' correction |ad − bc| = √(χ² n₁n₂m(N − m)/N) + N/2
 * first, which needs the margins. <b>Source</b>: Fleiss, Statistical Methods for Rates and
 * Proportions; metafor's {@code conv.2x2}.
 */
public final class PhiCoefficient {

  private static final String TASK = "compute φ";

  private PhiCoefficient() {}

  /**
   * From Pearson's χ² without continuity correction.
   *
   * @param chiSquared from 0 to n, 1 df
   * @param n all patients, at least 2
   * @param direction sign of φ: whether arm 1 has the lower or the higher risk
   * @return φ
   * @throws IllegalArgumentException when χ² is not from 0 to n
   */
  public static Converted fromChiSquared(double chiSquared, double n, Direction direction) {
    ContrastRules.atLeast(TASK, "n", 2, n);
    Given.require(
        chiSquared >= 0 && chiSquared <= n,
        TASK,
        "χ²",
        "be from 0 to n = " + Given.text(n),
        chiSquared,
        "Check whether it is of a 2×2 table");
    return new Converted(
        0 + direction.sign() * Math.sqrt(chiSquared / n),
        "φ = ±√(χ²/n)",
        "Pearson's χ² with 1 df, without continuity correction");
  }

  /**
   * From the p value of Pearson's χ² test without continuity correction: χ² is the square of z.
   *
   * @param p of the test
   * @param n all patients, at least 2
   * @param direction sign of φ
   * @return φ
   * @throws IllegalArgumentException when p is too small for so few patients
   */
  public static Converted fromP(PValue p, double n, Direction direction) {
    double z = p.z();
    Converted phi = fromChiSquared(z * z, n, direction);
    return new Converted(
        phi.value(), "φ = ±z/√n from the p value", p.effectAssumes("an uncorrected χ² test"));
  }

  /**
   * From χ² with Yates' correction and the margins.
   *
   * @param chiSquared at least 0, 1 df
   * @param direction sign of φ
   * @param total1 patients of arm 1
   * @param total2 patients of arm 2
   * @param events events in both arms
   * @return φ
   * @throws IllegalArgumentException when a number is out of range
   */
  public static Converted fromYatesChiSquared(
      double chiSquared, Direction direction, double total1, double total2, double events) {
    double phi = yates(new Margins(total1, total2, events), chiSquared, direction);
    String zero = chiSquared == 0 ? "; χ² = 0 stands for any |ad − bc| up to n/2" : "";
    return new Converted(
        phi,
        "φ = ±(ad − bc)/√(product of margins), |ad − bc| = √(χ² product/n) + n/2" + zero,
        "χ² with 1 df and Yates' correction");
  }

  static double yates(Margins margins, double chiSquared, Direction direction) {
    Given.notNegative(TASK, "χ²", chiSquared);
    double root = margins.rootOfProduct();
    double determinant = root * Math.sqrt(chiSquared / margins.n()) + margins.n() / 2;
    return direction.sign() * determinant / root;
  }
}
