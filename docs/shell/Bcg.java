///usr/bin/env jbang "$0" "$@" ; exit $?
//DEPS org.copse:copse:0.1.0-SNAPSHOT
//JAVA 17+

import static org.copse.effect.BinaryMeasure.RISK_RATIO;

import org.copse.data.Datasets;
import org.copse.data.Trials;
import org.copse.model.RandomEffects;
import org.copse.plot.ForestPlot;

/** The BCG trials pooled and shown in the browser: no Jupyter, no build file. */
class Bcg {

  public static void main(String[] arguments) {
    var rr =
        Trials.of(Datasets.bcgVaccine())
            .study("author", "year")
            .binary("tpos", "tn", "cpos", "cn")
            .as(RISK_RATIO);
    var fit = RandomEffects.of(rr);
    System.out.println(fit);
    ForestPlot.of(fit).show();
  }
}
