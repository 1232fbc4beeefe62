package org.copse.notebook;

import java.util.List;

/**
 * What a notebook need not import: the packages a cell uses, checked against each other for
 * clashing names by a test.
 */
final class Imports {

  static final List<String> ALL =
      List.of(
          "import java.nio.file.Path;",
          "import java.util.*;",
          "import tech.tablesaw.api.*;",
          "import org.copse.appraisal.*;",
          "import org.copse.audit.*;",
          "import org.copse.convert.*;",
          "import org.copse.data.*;",
          "import org.copse.effect.*;",
          "import org.copse.heterogeneity.*;",
          "import org.copse.batch.*;",
          "import org.copse.model.*;",
          "import org.copse.bayes.*;",
          "import org.copse.sensitivity.*;",
          "import org.copse.bias.*;",
          "import org.copse.survival.*;",
          "import org.copse.descriptive.*;",
          "import org.copse.plot.*;",
          "import org.copse.report.*;",
          "import org.copse.notebook.Progress;",
          "import org.copse.notebook.Report;",
          "import static org.copse.effect.BinaryMeasure.*;",
          "import static org.copse.effect.ChangeMeasure.*;",
          "import static org.copse.effect.ConcordanceMeasure.*;",
          "import static org.copse.effect.ContinuousMeasure.*;",
          "import static org.copse.effect.CorrelationMeasure.*;",
          "import static org.copse.effect.CronbachAlphaMeasure.*;",
          "import static org.copse.effect.MatchedPairsMeasure.*;",
          "import static org.copse.effect.MeanChangeMeasure.*;",
          "import static org.copse.effect.MeanMeasure.*;",
          "import static org.copse.effect.ModelFitMeasure.*;",
          "import static org.copse.effect.NetChangeMeasure.*;",
          "import static org.copse.effect.PartialCorrelationMeasure.*;",
          "import static org.copse.effect.ProportionMeasure.*;",
          "import static org.copse.effect.RateMeasure.*;",
          "import static org.copse.effect.ReportedMeasure.*;",
          "import static org.copse.effect.SemiPartialCorrelationMeasure.*;",
          "import static org.copse.effect.SingleRateMeasure.*;",
          "import static org.copse.effect.TwoArmChangeMeasure.*;");

  private Imports() {}
}
