package org.copse.plot;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers behind a forest plot, enough to compute every row again without the fit.
 *
 * @param measure the measure's constant, for example RISK_RATIO
 * @param scale analysis scale of the estimates: the name of an {@code AnalysisScale}
 * @param settings the model's settings by name: "model", "level" and, for random effects,
 *     "estimator", "confidence", "prediction" and "iSquared"
 * @param studies the studies in the order of the effects
 */
public record ForestData(
    String measure, String scale, Map<String, String> settings, List<Study> studies) {

  /**
   * Copies the settings, in order, and the studies.
   *
   * @param measure as above
   * @param scale as above
   * @param settings as above
   * @param studies as above
   */
  public ForestData {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    studies = List.copyOf(studies);
  }

  /**
   * A study.
   *
   * @param label its name
   * @param estimate yᵢ on the analysis scale, NaN if not estimable
   * @param variance vᵢ, NaN if not estimable
   * @param weight its weight in percent, NaN where the model has none
   * @param year its year, NaN if not known
   * @param group its subgroup, empty for none
   * @param raw what was extracted, by name: counts or means and so on
   */
  public record Study(
      String label,
      double estimate,
      double variance,
      double weight,
      double year,
      String group,
      Map<String, Double> raw) {

    /**
     * Copies the raw data, in order.
     *
     * @param label as above
     * @param estimate as above
     * @param variance as above
     * @param weight as above
     * @param year as above
     * @param group as above
     * @param raw as above
     */
    public Study {
      raw = Collections.unmodifiableMap(new LinkedHashMap<>(raw));
    }
  }
}
