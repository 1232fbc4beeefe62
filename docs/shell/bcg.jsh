import org.copse.data.*;
import org.copse.model.*;
import org.copse.notebook.Shown;
import org.copse.plot.*;
import static org.copse.effect.BinaryMeasure.*;

var rr = Trials.of(Datasets.bcgVaccine()).study("author", "year").binary("tpos", "tn", "cpos", "cn").as(RISK_RATIO);
var fit = RandomEffects.of(rr);
System.out.println(fit);
ForestPlot.of(fit).show();
Shown.open(fit);
/exit
