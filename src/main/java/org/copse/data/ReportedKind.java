package org.copse.data;

import java.util.List;
import org.copse.effect.DataProblem;
import org.copse.effect.Measure;
import org.copse.effect.Reported;

/** The ways without an interval in which a paper reports an effect; columns 0 and 1 in order. */
enum ReportedKind {
  STANDARD_ERROR {
    @Override
    boolean check(StudyRows rows, int i, Measure measure, List<DataProblem> problems) {
      boolean estimate = ReportedRules.estimate(rows, i, 0, measure, problems);
      return ReportedRules.positive(rows, i, 1, "standard error", problems) && estimate;
    }

    @Override
    Reported reported(Measure measure, double first, double second) {
      return Reported.fromStandardError(measure, first, second);
    }
  },
  P_VALUE {
    @Override
    boolean check(StudyRows rows, int i, Measure measure, List<DataProblem> problems) {
      boolean estimate = ReportedRules.estimate(rows, i, 0, measure, problems);
      return ReportedRules.pValue(rows, i, 1, rows.value(i, 0), measure, problems) && estimate;
    }

    @Override
    Reported reported(Measure measure, double first, double second) {
      return Reported.fromP(measure, first, second);
    }
  },
  LOG_RANK {
    @Override
    boolean check(StudyRows rows, int i, Measure measure, List<DataProblem> problems) {
      return ReportedRules.positive(rows, i, 1, "variance", problems);
    }

    @Override
    Reported reported(Measure measure, double first, double second) {
      return Reported.fromLogRank(first, second);
    }
  };

  /** Adds what is wrong with a row; true if its numbers may be used. */
  abstract boolean check(StudyRows rows, int row, Measure measure, List<DataProblem> problems);

  abstract Reported reported(Measure measure, double first, double second);
}
