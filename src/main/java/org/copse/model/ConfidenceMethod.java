package org.copse.model;

import java.util.Locale;
import org.copse.heterogeneity.CommonTau2;
import org.copse.heterogeneity.GivenTau2;
import org.copse.heterogeneity.Tau2Estimator;
import org.copse.heterogeneity.Tau2Method;
import org.copse.numeric.Quantiles;

/**
 * Confidence intervals of the random-effects mean μ with weights wᵢ = 1/(vᵢ + tau²).
 *
 * <p><b>Scale</b>: analysis scale. <b>Edge cases</b>: with one study every method is {@link #WALD},
 * because none of the others is defined there. With weights other than inverse-variance ones SE is
 * √Σwᵢ²(vᵢ + tau²)/Σw; {@link #KENWARD_ROGER} and {@link #PROFILE_LIKELIHOOD} are then an error.
 * <b>Accuracy</b>: closed forms to rounding, profile bounds to about 1e-10 of their size.
 * <b>Source</b>: Hartung and Knapp, Stat Med 2001;20:3875-3889; Sidik and Jonkman, Stat Med
 * 2002;21:3153-3159; others as each says.
 */
public enum ConfidenceMethod implements MeanInterval {
  /** μ ± z/√Σw. metafor {@code test = "z"}, R meta "classic". */
  WALD("Wald interval (normal)") {
    @Override
    Inference of(RandomMean mean, Tau2Method estimator, double level) {
      return wald(mean, level);
    }
  },
  /** μ ± t(k − 1)/√Σw. metafor {@code test = "t"}. */
  T("Wald-type interval (t)") {
    @Override
    Inference of(RandomMean mean, Tau2Method estimator, double level) {
      return t(mean, mean.standardError(), level);
    }
  },
  /**
   * Hartung-Knapp-Sidik-Jonkman, without any modification: SE² = Σw(y − μ)² / [(k − 1)Σw], t(k −
   * 1). Can be narrower than Wald's when the studies agree more than chance lets expect. metafor
   * {@code test = "knha"}, R meta {@code method.random.ci = "HK"}.
   */
  HARTUNG_KNAPP("Hartung-Knapp interval (t)") {
    @Override
    Inference of(RandomMean mean, Tau2Method estimator, double level) {
      Inference plain = t(mean, mean.hartungKnappError(), level);
      return mean.tau2() > 0
          ? plain
          : plain.withNote(
              "Hartung-Knapp without modification at τ² = 0: the interval may be narrower than"
                  + " Wald's.");
    }
  },
  /**
   * {@link #HARTUNG_KNAPP}, but {@link #WALD} where tau² = 0, with a note that says so: the
   * Cochrane default.
   */
  HARTUNG_KNAPP_OR_WALD("Hartung-Knapp interval (t), Wald if τ² = 0") {
    @Override
    Inference of(RandomMean mean, Tau2Method estimator, double level) {
      return mean.tau2() > 0
          ? t(mean, mean.hartungKnappError(), level)
          : wald(mean, level).withNote("Wald interval in place of Hartung-Knapp, because τ² = 0.");
    }
  },
  /**
   * {@link #HARTUNG_KNAPP} with a standard error never below Wald's: SE² = max(1, q)/Σw, t(k − 1).
   * Knapp and Hartung, Stat Med 2003;22:2693-2710; Röver, Knapp and Friede, BMC Med Res Methodol
   * 2015;15:99. metafor {@code test = "adhoc"}, R meta {@code adhoc.hakn.ci = "se"}.
   */
  HARTUNG_KNAPP_SE("Hartung-Knapp interval (t), standard error not below Wald's") {
    @Override
    Inference of(RandomMean mean, Tau2Method estimator, double level) {
      return raised(mean, level, "");
    }
  },
  /**
   * The wider of {@link #HARTUNG_KNAPP} and {@link #WALD}, with the test that belongs to it: never
   * narrower than Wald's. Wiksten, Rücker and Schwarzer, Stat Med 2016;35:2503-2515; hybrid method
   * 2 of Jackson et al., Stat Med 2017;36:3923-3934. R meta {@code adhoc.hakn.ci = "ci"}.
   */
  HARTUNG_KNAPP_CI("wider of Hartung-Knapp (t) and Wald interval") {
    @Override
    Inference of(RandomMean mean, Tau2Method estimator, double level) {
      Inference plain = t(mean, mean.hartungKnappError(), level);
      Inference wald = wald(mean, level);
      return plain.interval().width() >= wald.interval().width()
          ? plain
          : wald.withNote("Wald interval, because it is wider than Hartung-Knapp's.");
    }
  },
  /**
   * IQWiG's rule: {@link #HARTUNG_KNAPP}, unless it is narrower than the Wald interval with tau² by
   * DerSimonian and Laird; then {@link #HARTUNG_KNAPP_SE}. IQWiG, General Methods 6.1 (2022),
   * section 8.3.8. R meta {@code adhoc.hakn.ci = "IQWiG6"}.
   */
  HARTUNG_KNAPP_IQWIG6("Hartung-Knapp interval (t), IQWiG's rule") {
    @Override
    Inference of(RandomMean mean, Tau2Method estimator, double level) {
      Inference plain = t(mean, mean.hartungKnappError(), level);
      double moment = Tau2Estimator.DL.estimate(mean.estimates(), mean.variances());
      double width = 2 * Quantiles.twoSided(level, NORMAL) * mean.standardErrorAt(moment);
      return plain.interval().width() >= width
          ? plain
          : raised(
              mean, level, " The unmodified interval is narrower than DerSimonian-Laird's (Wald).");
    }
  },
  /**
   * Kenward and Roger: SE² = [1 + 2W(Σw³/Σw − (Σw²/Σw)²)]/Σw with W the inverse expected restricted
   * information of tau², t with 2/[W(SE²Σw²)²] degrees of freedom. Meant for REML; with another
   * estimator of tau² a note says so. Kenward and Roger, Biometrics 1997;53:983-997; Partlett and
   * Riley, Stat Med 2017;36:301-317, whose degrees of freedom use the adjusted variance (1997: the
   * unadjusted, larger). R meta {@code method.random.ci = "KR"}.
   */
  KENWARD_ROGER("Kenward-Roger interval (t)") {
    @Override
    Inference of(RandomMean mean, Tau2Method estimator, double level) {
      requireInverseVariance(mean);
      KenwardRoger adjusted = KenwardRoger.of(mean.weights());
      Inference inference =
          Inference.symmetric(
              mean.estimate(), adjusted.standardError(), adjusted.degreesOfFreedom(), level);
      return inference.withNote(kenwardRogerNote(adjusted, estimator));
    }
  },
  /**
   * Profile likelihood: the μ at which twice the log-likelihood, maximised over tau² ≥ 0, is not
   * more than χ²(1) below its maximum; the test is the likelihood-ratio test. With tau² by REML the
   * restricted likelihood, −½ ln Σw added; else the likelihood itself, and a note where tau² is not
   * by ML. Not symmetric about μ. Hardy and Thompson, Stat Med 1996;15:619-629.
   */
  PROFILE_LIKELIHOOD("profile likelihood interval") {
    @Override
    Inference of(RandomMean mean, Tau2Method estimator, double level) {
      requireInverseVariance(mean);
      if (estimator instanceof GivenTau2 || estimator instanceof CommonTau2) {
        return wald(mean, level)
            .withNote("At a given τ² the profile likelihood is Wald's interval.");
      }
      return ProfileLikelihood.of(mean, estimator).inference(mean.standardError(), level);
    }
  };

  private static final double NORMAL = Double.POSITIVE_INFINITY;

  private final String label;

  ConfidenceMethod(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Error, interval and test of a mean of any number of studies. */
  final Inference inference(RandomMean mean, Tau2Method estimator, double level) {
    return mean.k() < 2 ? wald(mean, level) : of(mean, estimator, level);
  }

  /** The same of at least two studies. */
  abstract Inference of(RandomMean mean, Tau2Method estimator, double level);

  private static Inference wald(RandomMean mean, double level) {
    return Inference.symmetric(mean.estimate(), mean.standardError(), NORMAL, level);
  }

  private static Inference t(RandomMean mean, double standardError, double level) {
    return Inference.symmetric(mean.estimate(), standardError, mean.k() - 1, level);
  }

  /** Hartung-Knapp with the larger of both standard errors. */
  private static Inference raised(RandomMean mean, double level, String why) {
    double wald = mean.standardError();
    double hartungKnapp = mean.hartungKnappError();
    Inference inference = t(mean, Math.max(wald, hartungKnapp), level);
    return hartungKnapp >= wald
        ? inference
        : inference.withNote(
            "Standard error raised to Wald's, because Hartung-Knapp's is smaller." + why);
  }

  final void requireInverseVariance(RandomMean mean) {
    if (!mean.isInverseVariance()) {
      throw new IllegalArgumentException(
          "Cannot compute a %s: weights must be inverse-variance ones, were given ones. Use WALD, T or a HARTUNG_KNAPP method."
              .formatted(label));
    }
  }

  /** Whether tau² is by REML, of these studies or common to groups. */
  static boolean isReml(Tau2Method estimator) {
    return estimator == Tau2Estimator.REML
        || estimator instanceof CommonTau2 common && common.estimator() == Tau2Estimator.REML;
  }

  private static String kenwardRogerNote(KenwardRoger adjusted, Tau2Method estimator) {
    if (adjusted.degreesOfFreedom() < 1) {
      return String.format(
          Locale.ROOT,
          "Kenward-Roger leaves fewer than 1 degree of freedom (%.2g): the interval says next to nothing.",
          adjusted.degreesOfFreedom());
    }
    return isReml(estimator)
        ? ""
        : "Kenward-Roger was derived for τ² by REML; here it is by %s.".formatted(estimator.name());
  }
}
