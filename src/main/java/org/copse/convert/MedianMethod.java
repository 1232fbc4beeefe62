package org.copse.convert;

import java.util.function.Function;

/**
 * How a mean and an SD are taken from a median with quartiles, range or both, by {@link Medians}.
 *
 * <p>{@link #LUO_WAN_SHI} is what metafor and meta take by default; it, {@link #WAN_2014}, {@link
 * #BLAND_2015} and {@link #HOZO_2005} assume normal data. The others are for skewed data.
 */
public enum MedianMethod {
  /**
   * Luo's mean; the SD of Wan for quartiles or range and of Shi for five numbers. Unbiased for
   * normal data and the most precise of the normal methods.
   *
   * <p><b>Formula</b>: range: mean w(a + b)/2 + (1 − w)m, w = 4/(4 + n⁰·⁷⁵), SD (b − a)/ξ, ξ = 2
   * Φ⁻¹((n − 0.375)/(n + 0.25)). Quartiles: w = 0.7 + 0.39/n of (q₁ + q₃)/2, SD (q₃ − q₁)/η, η = 2
   * Φ⁻¹((0.75n − 0.125)/(n + 0.25)). Five numbers: 2.2/(2.2 + n⁰·⁷⁵) of (a + b)/2, 0.7 − 0.72/n⁰·⁵⁵
   * of (q₁ + q₃)/2 and the rest of m; SD v(b − a)/ξ + (1 − v)(q₃ − q₁)/η, v = 1/(1 + 0.07 n⁰·⁶).
   *
   * <p><b>Source</b>: Luo et al., Stat Methods Med Res 2018;27:1785-1805; Wan et al., BMC Med Res
   * Methodol 2014;14:135; Shi et al., Res Synth Methods 2020;11:641-654. metafor's {@code
   * conv.fivenum} default.
   */
  LUO_WAN_SHI("Luo 2018", NormalOrder::luoWanShi) {
    @Override
    String sdLabel(OrderSummary s) {
      return s.hasBoth() ? "Shi 2020" : "Wan 2014";
    }
  },

  /**
   * Wan's means, not weighted by n, with Wan's SDs: range (a + 2m + b)/4, quartiles (q₁ + m +
   * q₃)/3, five numbers (a + 2q₁ + 2m + 2q₃ + b)/8 and the mean of the two SDs.
   *
   * <p><b>Source</b>: Wan et al., BMC Med Res Methodol 2014;14:135. metafor's "wan2014".
   */
  WAN_2014("Wan 2014", NormalOrder::wan),

  /**
   * Bland's mean and SD from five numbers, which do not depend on n.
   *
   * <p><b>Formula</b>: mean (a + 2q₁ + 2m + 2q₃ + b)/8; variance (a² + 2q₁² + 2m² + 2q₃² + b²)/16 +
   * (aq₁ + q₁m + mq₃ + q₃b)/8 − (a + 2q₁ + 2m + 2q₃ + b)²/64, the large-sample form. <b>Source</b>:
   * Bland, Int J Stat Med Res 2015;4:57-64. metafor's "bland2015".
   */
  BLAND_2015("Bland 2015", NormalOrder::bland) {
    @Override
    boolean takes(OrderSummary s) {
      return s.hasBoth();
    }
  },

  /**
   * Hozo's rules from the range: mean (a + 2m + b)/4 up to 25 patients and m beyond; SD √{[(b − a)²
   * + (a − 2m + b)²/4]/12} up to 15, a quarter of the range up to 70 and a sixth beyond.
   *
   * <p><b>Source</b>: Hozo et al., BMC Med Res Methodol 2005;5:13. metafor's "hozo2005".
   */
  HOZO_2005("Hozo 2005", NormalOrder::hozo) {
    @Override
    boolean takes(OrderSummary s) {
      return s.hasRange() && !s.hasQuartiles();
    }
  },

  /**
   * Quantile estimation (QE): mean and SD of that distribution among normal, log-normal, gamma,
   * Weibull and (values within 0 and 1) beta whose quantiles are nearest to the printed values;
   * minimum and maximum stand for the quantiles 1/n and 1 − 1/n. With a value below 0 the normal
   * alone is fitted.
   *
   * <p><b>Formula</b>: min Σ (F⁻¹(pᵢ; θ) − xᵢ)² over θ and the distributions. <b>Accuracy</b>:
   * global minimum of each, 1e-9. <b>Source</b>: McGrath et al., Stat Methods Med Res
   * 2020;29:2520-2537. estmeansd's {@code qe.mean.sd}, whose parameters have bounds that depend on
   * the unit and whose optimiser may stop early.
   */
  QUANTILE_ESTIMATION("quantile estimation (McGrath 2020)", QuantileOrder::of) {
    @Override
    boolean isNormal() {
      return false;
    }
  },

  /**
   * Box-Cox method (BC): a power λ from 0 to 3 makes the summary symmetric, Luo and Wan give mean
   * and SD of the transformed data, and the moments are those of the distribution transformed back,
   * by quadrature. The authors' programme draws n + 1000 values from it unless told otherwise: its
   * own example (2, 4, 9; n 100) prints 4.210971 and 1.337348, one draw, where the distribution has
   * 4.213119 and 1.297355.
   *
   * <p><b>Formula</b>: f(x) = (x^λ − 1)/λ or ln x; three values: f(b) − f(m) = f(m) − f(a); five: Σ
   * ((f(high) − f(m))/(f(m) − f(low)) − 1)² least over range and quartiles. <b>Edge cases</b>: all
   * values above 0; λ = 0 where even logs are skewed to the right, as a negative power has no mean;
   * 3 where data are skewed further to the left. <b>Accuracy</b>: 1e-9. <b>Source</b>: McGrath et
   * al., Stat Methods Med Res 2020;29:2520-2537. estmeansd's {@code bc.mean.sd}.
   */
  BOX_COX("Box-Cox method (McGrath 2020)", BoxCoxOrder::of) {
    @Override
    boolean isNormal() {
      return false;
    }
  },

  /**
   * Log-normal data: Luo's mean and Wan's or Shi's SD of the logs, transformed back with their bias
   * removed.
   *
   * <p><b>Edge cases</b>: all values above 0. <b>Source</b>: Shi, Tong, Wang and Genton, Stat
   * Interface 2020;13:519-531. metafor's {@code conv.fivenum(dist = "lnorm")}.
   */
  LOG_NORMAL("log-normal data (Shi 2020, Stat Interface)", LogNormalOrder::of);

  private final String label;
  private final Function<OrderSummary, Moments> formula;

  MedianMethod(String label, Function<OrderSummary, Moments> formula) {
    this.label = label;
    this.formula = formula;
  }

  boolean takes(OrderSummary s) {
    return true;
  }

  /** Whether it assumes that the data, or their logs, are normal. */
  boolean isNormal() {
    return true;
  }

  String label() {
    return label;
  }

  /** Whose SD it is, where that is somebody else's. */
  String sdLabel(OrderSummary s) {
    return label;
  }

  Moments moments(OrderSummary s) {
    if (!takes(s)) {
      throw new IllegalArgumentException(
          "Cannot take a mean and SD from a median: method must have a formula for %s, was %s. Use LUO_WAN_SHI."
              .formatted(s.printed(), name()));
    }
    return formula.apply(s);
  }
}
