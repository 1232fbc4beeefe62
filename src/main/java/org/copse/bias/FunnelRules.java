package org.copse.bias;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.BinaryEffects;
import org.copse.effect.Effects;
import org.copse.effect.ProportionEffects;
import org.copse.effect.SingleRateEffects;

/** When a test of asymmetry may be computed at all, and what to say with it. */
final class FunnelRules {

  /** Fewest studies: Cochrane Handbook 13.3.5.4; Sterne et al., BMJ 2011;343:d4002. */
  static final int ENOUGH = 10;

  private FunnelRules() {}

  static boolean tooFew(int k, boolean evenIfFew) {
    return k < ENOUGH && !evenIfFew;
  }

  static List<String> notes(Effects effects, String test, boolean computed) {
    int k = effects.estimable().length;
    List<String> notes = new ArrayList<>();
    if (k < effects.size()) {
      notes.add(
          "%s of %s studies have no estimable effect and are not tested."
              .formatted(effects.size() - k, effects.size()));
    }
    if (k < ENOUGH) {
      notes.add(computed ? fewComputed(k) : fewNotComputed(k, test));
    }
    if (computed) {
      linked(effects, notes);
    }
    return List.copyOf(notes);
  }

  private static String fewNotComputed(int k, String test) {
    return "%s is not computed: %s %s, fewer than %s, are too few to tell asymmetry from chance"
            .formatted(test, k, k == 1 ? "study" : "studies", ENOUGH)
        + " (Cochrane Handbook 13.3.5.4). evenIfFew() computes it all the same.";
  }

  private static String fewComputed(int k) {
    return "Computed on %s %s at the user's wish: fewer than %s, so that a large p says nothing"
            .formatted(k, k == 1 ? "study" : "studies", ENOUGH)
        + " (Cochrane Handbook 13.3.5.4).";
  }

  /** Where an effect and its own standard error are bound together, tests find asymmetry alone. */
  private static void linked(Effects effects, List<String> notes) {
    if (effects instanceof BinaryEffects && effects.measure().isRatio()) {
      notes.add(
          "A ratio of counts and its standard error are linked, so that the test rejects too often"
              + " where effects are large (Sterne et al., BMJ 2011;343:d4002).");
    } else if (effects instanceof ProportionEffects || effects instanceof SingleRateEffects) {
      notes.add(
          "Proportions and rates of single groups are linked to their standard errors, and no"
              + " direction of theirs is the welcome one: asymmetry here hardly speaks of"
              + " publication (Hunter et al., J Clin Epidemiol 2014;67:897-903).");
    }
  }
}
