package org.copse.plot;

import java.util.Optional;
import org.copse.model.Fit;
import org.copse.model.SubgroupAnalysis;

/**
 * What the page recomputes when a reader leaves studies out of a forest plot.
 *
 * @param fit the fit of all studies
 * @param groups the subgroups, if shown
 * @param second the second model, if the plot brings one of its own
 */
record LiveSource(Fit fit, Optional<SubgroupAnalysis> groups, Optional<Fit> second) {

  static LiveSource of(Fit fit) {
    return new LiveSource(fit, Optional.empty(), Optional.empty());
  }

  static LiveSource of(SubgroupAnalysis analysis) {
    return new LiveSource(analysis.overall(), Optional.of(analysis), Optional.empty());
  }

  LiveSource second(Fit other) {
    return new LiveSource(fit, groups, Optional.of(other));
  }
}
