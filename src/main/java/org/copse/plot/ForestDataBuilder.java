package org.copse.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.copse.effect.Effects;
import org.copse.effect.Moderator;
import org.copse.model.Fit;
import org.copse.model.GlmmFit;
import org.copse.model.RandomEffectsFit;

/** The numbers behind a forest plot, taken from its fit. */
final class ForestDataBuilder {

  private ForestDataBuilder() {}

  /** Data of a fit; {@code moderator} names the subgroups' column, or is empty. */
  static ForestData of(Fit fit, String moderator) {
    Effects effects = fit.effects();
    ForestColumns columns = new ForestColumns(effects);
    Moderator groups = moderator.isEmpty() ? null : effects.studies().moderator(moderator);
    List<ForestData.Study> studies = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      studies.add(
          new ForestData.Study(
              effects.studies().label(i),
              effects.estimate(i),
              effects.variance(i),
              fit.weight(i),
              effects.studies().year(i),
              groups == null ? "" : groups.text(i),
              columns.raw(i)));
    }
    String scale = effects.measure().scale().name();
    return new ForestData(effects.measure().name(), scale, settings(fit), studies);
  }

  private static Map<String, String> settings(Fit fit) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("model", fit.model());
    settings.put("level", Double.toString(fit.level()));
    if (fit instanceof RandomEffectsFit random) {
      settings.put("estimator", random.tau2Estimator().name());
      settings.put("confidence", random.confidenceMethod().name());
      random.prediction().ifPresent(p -> settings.put("prediction", p.method().name()));
      settings.put("iSquared", random.iSquaredSource().name());
    }
    if (fit instanceof GlmmFit glmm) {
      glmm.glmmModel().ifPresent(m -> settings.put("glmm", m.name()));
      glmm.prediction().ifPresent(p -> settings.put("prediction", p.method().name()));
      settings.put("confidence", glmm.confidenceMethod().name());
    }
    return settings;
  }
}
