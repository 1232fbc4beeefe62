package org.copse.effect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Two-arm person-time counts of the golden cases. */
public final class RatesGolden {

  private RatesGolden() {}

  public static RateEffects effects(JsonNode c, RateMeasure measure) {
    List<TwoRates> counts = new ArrayList<>();
    for (int i = 0; i < c.get("x1i").size(); i++) {
      counts.add(
          new TwoRates(
              c.get("x1i").get(i).asDouble(),
              c.get("t1i").get(i).asDouble(),
              c.get("x2i").get(i).asDouble(),
              c.get("t2i").get(i).asDouble()));
    }
    return RateEffects.of(measure, EffectsGoldenTest.studies(c), counts);
  }
}
