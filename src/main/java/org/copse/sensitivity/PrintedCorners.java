package org.copse.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.copse.effect.DataProblem;
import org.copse.effect.Effects;
import org.copse.effect.Studies;
import org.copse.effect.StudyDataException;

/** Each rounded number of a study at one of its ends, in all combinations. */
final class PrintedCorners {

  /** Beyond this many rounded numbers, a study's corners are too many; none of ours has more. */
  private static final int MOST = 12;

  private PrintedCorners() {}

  private static int[] rounded(List<PrintedInput> inputs) {
    return IntStream.range(0, inputs.size())
        .filter(j -> inputs.get(j).lower() < inputs.get(j).upper())
        .limit(MOST)
        .toArray();
  }

  /** The corners; bit b of a corner's number tells the end of the b-th rounded number. */
  static List<double[]> of(List<PrintedInput> inputs) {
    int[] rounded = rounded(inputs);
    List<double[]> corners = new ArrayList<>();
    for (int c = 0; c < 1 << rounded.length; c++) {
      double[] corner = inputs.stream().mapToDouble(PrintedInput::value).toArray();
      for (int b = 0; b < rounded.length; b++) {
        PrintedInput input = inputs.get(rounded[b]);
        corner[rounded[b]] = (c >>> b & 1) != 0 ? input.upper() : input.lower();
      }
      corners.add(corner);
    }
    return corners;
  }

  /** Whether no rounded number moves both, estimate and variance. */
  static boolean areSeparate(List<PrintedInput> inputs, double[][] effects) {
    int[] rounded = rounded(inputs);
    for (int b = 0; b < rounded.length; b++) {
      boolean estimate = false;
      boolean variance = false;
      for (int c = 0; c < effects.length; c++) {
        double[] other = effects[c ^ 1 << b];
        estimate |= effects[c][0] != other[0];
        variance |= effects[c][1] != other[1];
      }
      if (estimate && variance) {
        return false;
      }
    }
    return true;
  }

  /**
   * Refuses numbers that rounding takes beyond what they may be, or to where there is no effect
   * while there is one elsewhere.
   *
   * @param effects the effects of one study's numbers
   */
  static void check(
      Studies studies,
      List<List<PrintedInput>> inputs,
      Function<Integer, Function<double[], Effects>> effects) {
    List<DataProblem> problems = new ArrayList<>();
    for (int s = 0; s < inputs.size(); s++) {
      String broken = broken(inputs.get(s), effects.apply(s));
      if (!broken.isEmpty()) {
        problems.add(problem(studies.label(s), s + 1, inputs.get(s), broken));
      }
    }
    StudyDataException.throwIfAny(problems);
  }

  private static String broken(List<PrintedInput> inputs, Function<double[], Effects> effects) {
    int defined = 0;
    List<double[]> corners = of(inputs);
    for (double[] corner : corners) {
      try {
        defined += Double.isNaN(effects.apply(corner).estimate(0)) ? 0 : 1;
      } catch (StudyDataException e) {
        return e.problems().get(0).rule() + ", before rounding too";
      }
    }
    boolean counts = inputs.stream().anyMatch(PrintedInput::whole);
    return counts || defined == 0 || defined == corners.size()
        ? ""
        : "effect and variance must be defined everywhere within rounding";
  }

  /** One study's numbers, as a problem. */
  static DataProblem problem(String study, int row, List<PrintedInput> inputs, String rule) {
    List<PrintedInput> rounded = IntStream.of(rounded(inputs)).mapToObj(inputs::get).toList();
    List<PrintedInput> named = rounded.isEmpty() ? inputs : rounded;
    String columns = String.join(", ", named.stream().map(PrintedInput::name).toList());
    String values =
        String.join(
            "; ",
            named.stream()
                .map(i -> String.format(Locale.ROOT, "%.6g to %.6g", i.lower(), i.upper()))
                .toList());
    String remedy = "Give more decimals in " + columns + ", or leave the study out.";
    return new DataProblem(study, row, columns, rule, values, remedy);
  }
}
