package org.copse.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.copse.heterogeneity.Heterogeneity;
import org.copse.heterogeneity.QCentre;
import org.copse.model.EffectTest;
import org.copse.model.Fit;
import org.copse.model.GlmmFit;
import org.copse.model.GlmmHeterogeneity;
import org.copse.model.MantelHaenszelFit;
import org.copse.model.PetoFit;
import org.copse.model.RandomEffectsResult;
import org.copse.report.Numbers;

/** Names of rows and lines of statistics in the words of a layout. */
final class StyleLines {

  private final ForestStyle style;
  private final boolean two;

  /**
   * @param two whether two models are shown, so that rows must say which
   */
  StyleLines(ForestStyle style, boolean two) {
    this.style = style;
    this.two = two;
  }

  private static boolean isRandom(Fit fit) {
    return fit instanceof RandomEffectsResult;
  }

  /** Name of a pooled row. */
  String pooled(Fit fit, boolean ofSubgroup) {
    String total = ofSubgroup ? "Subtotal" : "Total";
    String model = isRandom(fit) ? "random" : style == ForestStyle.REVMAN5 ? "fixed" : "common";
    String level = Numbers.level(fit.level()) + " CI";
    return switch (style) {
      case COPSE, COMPACT -> FitLines.name(fit);
      case META -> (isRandom(fit) ? "Random effects" : "Common effect") + " model";
      case JAMA -> total + (isRandom(fit) ? " (random effects)" : " (common effect)");
      case REVMAN5 -> total + (two ? " (" + model + ", " + level + ")" : " (" + level + ")");
      case BMJ -> total + " (" + level + ")" + (two ? ", " + model : "");
    };
  }

  String prediction(String method) {
    return style == ForestStyle.COPSE
        ? "Prediction interval (" + method + ")"
        : "Prediction interval";
  }

  String heading(String moderator, String group) {
    boolean both = style.isOwn() || style == ForestStyle.META;
    return both ? moderator + " = " + group : group;
  }

  /** "M-H, Random, 95% CI", as Review Manager heads its effects. */
  static String method(List<Fit> fits) {
    List<String> names = new ArrayList<>();
    for (int i = fits.size() - 1; i >= 0; i--) {
      Fit fit = fits.get(i);
      String name = weighting(fit) + ", " + (isRandom(fit) ? "Random" : "Fixed");
      boolean same = !names.isEmpty() && names.get(0).startsWith(weighting(fit));
      names.add(same ? "Random" : name);
    }
    return String.join(" + ", names) + ", " + Numbers.level(fits.get(0).level()) + " CI";
  }

  private static String weighting(Fit fit) {
    boolean random = isRandom(fit);
    if (fit instanceof MantelHaenszelFit
        || random && fit.heterogeneity().centre() == QCentre.MANTEL_HAENSZEL) {
      return "M-H";
    }
    return fit instanceof GlmmFit ? "GLMM" : fit instanceof PetoFit ? "Peto" : "IV";
  }

  /** Lines under the total. */
  List<String> overall(Fit fit) {
    if (style.isOwn()) {
      return FitLines.overall(fit);
    }
    List<String> lines = new ArrayList<>(List.of(heterogeneity(fit)));
    EffectTest test = fit.test();
    boolean known = fit.measure().hasNullValue() && Double.isFinite(test.statistic());
    if (known && style != ForestStyle.META) {
      lines.add(test(test));
    }
    return lines;
  }

  private String test(EffectTest test) {
    String size = Numbers.fixed(Math.abs(test.statistic()), 2);
    boolean z = Double.isInfinite(test.df());
    String df = z ? "" : equal(", df", Numbers.count(test.df()));
    String symbol = style == ForestStyle.REVMAN5 ? test.symbol().toUpperCase() : test.symbol();
    String tail = style == ForestStyle.BMJ ? ", " + p(test.p()) : " (%s)".formatted(p(test.p()));
    return "Test for overall effect: " + equal(symbol, size) + df + tail;
  }

  String heterogeneity(Fit fit) {
    if (style.isOwn()) {
      return FitLines.heterogeneity(fit);
    }
    if (fit.k() < 2) {
      return "Heterogeneity: not applicable";
    }
    double q = fit.heterogeneity().q();
    int df = fit.heterogeneity().df();
    double p = fit.heterogeneity().p();
    if (fit instanceof GlmmFit glmm) {
      GlmmHeterogeneity tests = glmm.heterogeneityTests();
      q = tests.likelihoodRatio();
      df = tests.df();
      p = tests.likelihoodRatioP();
    }
    int digits = style == ForestStyle.META ? 4 : 2;
    String tau2 =
        fit instanceof RandomEffectsResult random ? Numbers.fixed(random.tau2(), digits) : "";
    return "Heterogeneity: " + sentence(tau2, chiSquared(q, df, p), iSquared(fit), p);
  }

  private String sentence(String tau2, String chi, String iSquared, double p) {
    String ofTau = tau2.isEmpty() ? "" : equal(style == ForestStyle.REVMAN5 ? "Tau²" : "τ²", tau2);
    String semicolon = ofTau.isEmpty() ? "" : "; ";
    String comma = ofTau.isEmpty() ? "" : ", ";
    return switch (style) {
      case META -> equal("I²", iSquared) + comma + ofTau + ", " + p(p);
      case JAMA -> chi + "; " + equal("I²", iSquared) + semicolon + ofTau;
      default -> ofTau + semicolon + chi + "; " + equal("I²", iSquared);
    };
  }

  private String iSquared(Fit fit) {
    double percent =
        fit instanceof RandomEffectsResult random
            ? random.iSquared()
            : fit.heterogeneity().iSquared();
    boolean whole = style == ForestStyle.REVMAN5 || style == ForestStyle.BMJ;
    return Numbers.percent(percent, whole ? 0 : 1);
  }

  /** Test between subgroups. */
  String between(Heterogeneity q, String model) {
    if (style.isOwn()) {
      return "Test for subgroup differences%s: %s".formatted(model, FitLines.chiSquared(q));
    }
    String share =
        style == ForestStyle.REVMAN5 ? ", " + equal("I²", Numbers.percent(q.iSquared(), 0)) : "";
    return "Test for subgroup differences"
        + model
        + ": "
        + chiSquared(q.q(), q.df(), q.p())
        + share;
  }

  private String chiSquared(double q, int df, double p) {
    String chi = equal(style == ForestStyle.REVMAN5 ? "Chi²" : "χ²", Numbers.fixed(q, 2));
    String both = chi + ", " + equal("df", Integer.toString(df));
    return style == ForestStyle.BMJ ? both + ", " + p(p) : both + " (" + p(p) + ")";
  }

  /** The BMJ sets no spaces around signs. */
  private String equal(String name, String value) {
    return name + (style == ForestStyle.BMJ ? "=" : " = ") + value;
  }

  /** P as the layout writes it. */
  String p(double p) {
    return switch (style) {
      case META -> p < 1e-4 ? "p < 0.0001" : "p = " + Numbers.fixed(p, 4);
      case BMJ -> p < 0.001 ? "P<0.001" : "P=" + Numbers.fixed(p, p < 0.01 ? 3 : 2);
      case REVMAN5 -> p < 1e-5 ? "P < 0.00001" : "P = " + revman(p);
      default -> jama(p);
    };
  }

  /** Two decimals, below 0.01 one digit. */
  private static String revman(double p) {
    return p >= 0.01
        ? Numbers.fixed(p, 2)
        : new BigDecimal(p).round(new MathContext(1)).toPlainString();
  }

  /** No zero before the point; a third decimal below .01 and where two would read .05. */
  private static String jama(double p) {
    if (p < 0.001) {
      return "P < .001";
    }
    if (p > 0.99) {
      return "P > .99";
    }
    boolean three = p < 0.00995 || p >= 0.045 && p < 0.05;
    return "P = " + Numbers.fixed(p, three ? 3 : 2).substring(1);
  }
}
