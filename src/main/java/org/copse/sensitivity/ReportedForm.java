package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.copse.effect.AnalysisScale;
import org.copse.effect.Effects;
import org.copse.effect.Interval;
import org.copse.effect.Measure;
import org.copse.effect.Reported;
import org.copse.effect.ReportedEffects;
import org.copse.effect.Studies;
import org.copse.numeric.Quantiles;

/** Estimates with an interval, a standard error or a p value, and log-rank statistics. */
enum ReportedForm {
  /** Estimate, lower and upper limit. */
  INTERVAL(3) {
    @Override
    double standardError(Measure measure, double z, double[] in, int from) {
      AnalysisScale scale = measure.scale();
      return (scale.transform(in[from + 2]) - scale.transform(in[from + 1])) / (2 * z);
    }

    @Override
    Reported reported(Measure measure, double level, double[] in, int from) {
      return Reported.fromInterval(measure, in[from], in[from + 1], in[from + 2], level);
    }
  },
  /** Estimate and standard error on the analysis scale. */
  STANDARD_ERROR(2) {
    @Override
    double standardError(Measure measure, double z, double[] in, int from) {
      return in[from + 1];
    }

    @Override
    Reported reported(Measure measure, double level, double[] in, int from) {
      return Reported.fromStandardError(measure, in[from], in[from + 1]);
    }
  },
  /** Estimate and two-sided p value. */
  P_VALUE(2) {
    @Override
    double standardError(Measure measure, double z, double[] in, int from) {
      return Math.abs(measure.scale().transform(in[from]))
          / Quantiles.ofTwoSidedP(in[from + 1], Double.POSITIVE_INFINITY);
    }

    @Override
    Reported reported(Measure measure, double level, double[] in, int from) {
      return Reported.fromP(measure, in[from], in[from + 1]);
    }
  },
  /** O − E and its variance V. */
  LOG_RANK(2) {
    @Override
    double estimate(Measure measure, double[] in, int from) {
      return in[from] / in[from + 1];
    }

    @Override
    double standardError(Measure measure, double z, double[] in, int from) {
      return 1 / Math.sqrt(in[from + 1]);
    }

    @Override
    Reported reported(Measure measure, double level, double[] in, int from) {
      return Reported.fromLogRank(in[from], in[from + 1]);
    }
  };

  private final int width;

  ReportedForm(int width) {
    this.width = width;
  }

  double estimate(Measure measure, double[] in, int from) {
    return measure.scale().transform(in[from]);
  }

  abstract double standardError(Measure measure, double z, double[] in, int from);

  abstract Reported reported(Measure measure, double level, double[] in, int from);

  /** The form with its measure and the level of the printed intervals. */
  PrintedForm of(Measure measure, double level) {
    double z = Quantiles.twoSided(Interval.requireLevel(level), Double.POSITIVE_INFINITY);
    return new PrintedForm() {
      @Override
      public void effect(int study, double[] inputs, int from, double[] effect) {
        double se = standardError(measure, z, inputs, from);
        effect[0] = estimate(measure, inputs, from);
        effect[1] = se * se;
      }

      @Override
      public Effects effects(Studies studies, double[] inputs) {
        List<Reported> data = new ArrayList<>();
        for (int i = 0; i < studies.size(); i++) {
          data.add(reported(measure, level, inputs, i * width));
        }
        return ReportedEffects.of(measure, studies, data);
      }

      @Override
      public double[] box(int study, List<PrintedInput> inputs) {
        boolean grows = ReportedForm.this == INTERVAL || ReportedForm.this == STANDARD_ERROR;
        return grows ? corners(measure, z, inputs) : null;
      }
    };
  }

  /** The standard error grows with the upper limit and falls with the lower one. */
  private double[] corners(Measure measure, double z, List<PrintedInput> inputs) {
    double[] narrow = new double[width];
    double[] wide = new double[width];
    for (int j = 0; j < width; j++) {
      boolean falls = this == INTERVAL && j == 1;
      narrow[j] = falls ? inputs.get(j).upper() : inputs.get(j).lower();
      wide[j] = falls ? inputs.get(j).lower() : inputs.get(j).upper();
    }
    double least = standardError(measure, z, narrow, 0);
    double most = standardError(measure, z, wide, 0);
    return new double[] {
      measure.scale().transform(narrow[0]),
      measure.scale().transform(wide[0]),
      least * least,
      most * most
    };
  }
}
