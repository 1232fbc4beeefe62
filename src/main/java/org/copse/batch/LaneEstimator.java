package org.copse.batch;

/** tau² of every lane of a block. */
interface LaneEstimator {

  /** Writes tau² into the first {@code block.n} places; may move the block's centres. */
  void estimate(LaneBlock block, double[] tau2);

  static LaneEstimator of(BatchModel model, LaneBlock block, int lanes) {
    return switch (model) {
      case COMMON, DL -> LaneEstimator::derSimonianLaird;
      case PM -> new PauleMandelLanes(block, lanes);
      case REML -> new RemlLanes(block, lanes);
    };
  }

  /** max(0, (Q − (k − 1)) / (Σw − Σw²/Σw)). */
  static void derSimonianLaird(LaneBlock block, double[] tau2) {
    if (block.complete && !block.special) {
      Rows.momentEstimate(block.n, block.q, block.studies - 1, block.denominator, tau2);
      return;
    }
    for (int l = 0; l < block.n; l++) {
      int k = block.k[l];
      tau2[l] = k < 2 ? 0 : Math.max(0, (block.q[l] - (k - 1)) / block.denominator[l]);
    }
  }
}
