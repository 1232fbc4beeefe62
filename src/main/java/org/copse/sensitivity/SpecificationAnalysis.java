package org.copse.sensitivity;

import java.util.List;
import org.copse.effect.Measure;

/** Results of every specification, in order of the estimate. Immutable. */
public final class SpecificationAnalysis {

  private final Measure measure;
  private final List<Specification> specifications;

  SpecificationAnalysis(Measure measure, List<Specification> specifications) {
    this.measure = measure;
    this.specifications = List.copyOf(specifications);
  }

  /**
   * The measure, or one of those compared.
   *
   * @return the measure
   */
  public Measure measure() {
    return measure;
  }

  /**
   * The specifications.
   *
   * @return smallest estimate first
   */
  public List<Specification> specifications() {
    return specifications;
  }

  /**
   * The specification in the middle.
   *
   * @return the lower one of two
   */
  public Specification median() {
    return specifications.get((specifications.size() - 1) / 2);
  }

  /**
   * How many intervals leave no effect out.
   *
   * @return specifications whose interval does not hold 0 on the analysis scale
   */
  public long significant() {
    return specifications.stream().filter(s -> !s.fit().interval().contains(0)).count();
  }

  @Override
  public String toString() {
    return "%s specifications: %s to %s"
        .formatted(
            specifications.size(),
            specifications.get(0).fit(),
            specifications.get(specifications.size() - 1).fit());
  }
}
