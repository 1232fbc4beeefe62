package org.copse.data;

import java.util.List;

/** The analyses of a review read by {@link RevMan}. */
public final class RevManReview {

  private final String name;
  private final List<RevManAnalysis> analyses;

  RevManReview(String name, List<RevManAnalysis> analyses) {
    this.name = name;
    this.analyses = List.copyOf(analyses);
    if (analyses.isEmpty()) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot use " + name,
              "review",
              "hold at least one analysis with study data",
              "without any",
              "Check that it is the file with the data and analyses."));
    }
  }

  /**
   * All analyses that hold study data.
   *
   * @return the analyses in the review's order
   */
  public List<RevManAnalysis> analyses() {
    return analyses;
  }

  /**
   * One analysis by its number.
   *
   * @param number comparison and outcome, for example "1.2"
   * @return the analysis
   * @throws IllegalArgumentException when there is none of that number, or several
   */
  public RevManAnalysis analysis(String number) {
    List<RevManAnalysis> found = analyses.stream().filter(a -> a.number().equals(number)).toList();
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          Messages.of(
              "Cannot use analysis '" + number + "'",
              "it",
              "stand once in " + name,
              "there " + found.size() + " times",
              "Choose among analyses()."));
    }
    return found.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    Messages.of(
                        "Cannot use analysis '" + number + "'",
                        "it",
                        "be an analysis of " + name,
                        "unknown",
                        "The analyses are "
                            + Messages.some(
                                analyses.stream().map(RevManAnalysis::number).toList(), ", ")
                            + ".")));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name).append(": ").append(analyses.size());
    text.append(analyses.size() == 1 ? " analysis" : " analyses");
    analyses.forEach(a -> text.append('\n').append(a));
    return text.toString();
  }
}
