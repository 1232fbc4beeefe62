package org.copse.effect;

import java.util.List;
import java.util.stream.Collectors;

/** Study data that cannot be analysed, with every problem found, not the first alone. */
public final class StudyDataException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;

  private final transient List<DataProblem> problems;

  /**
   * Collects the problems of a data set.
   *
   * @param problems at least one problem
   */
  public StudyDataException(List<DataProblem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /**
   * Throws if there is any problem, and returns quietly if there is none.
   *
   * @param problems the problems found, perhaps none
   * @throws StudyDataException with all of them
   */
  public static void throwIfAny(List<DataProblem> problems) {
    if (!problems.isEmpty()) {
      throw new StudyDataException(problems);
    }
  }

  /**
   * All problems, in row order.
   *
   * @return the problems
   */
  public List<DataProblem> problems() {
    return problems == null ? List.of() : problems;
  }

  private static String message(List<DataProblem> problems) {
    if (problems.size() == 1) {
      return problems.get(0).message();
    }
    String lines =
        problems.stream()
            .limit(SHOWN)
            .map(DataProblem::message)
            .collect(Collectors.joining("\n  ", "\n  ", ""));
    String more =
        problems.size() > SHOWN ? "\n  ... and %s more".formatted(problems.size() - SHOWN) : "";
    return "Cannot use the study data: %s problems.".formatted(problems.size()) + lines + more;
  }
}
