package org.copse.effect;

/** The choices of a two-arm analysis of means. */
record ContinuousOptions(
    SmdVariance smdVariance,
    MeansVariance meansVariance,
    SmallSampleCorrection correction,
    StandardisingArm standardisedBy) {

  static final ContinuousOptions DEFAULT =
      new ContinuousOptions(
          SmdVariance.LARGE_SAMPLE,
          MeansVariance.SEPARATE,
          SmallSampleCorrection.OF_MEASURE,
          StandardisingArm.SECOND);

  ContinuousOptions with(SmdVariance other) {
    return new ContinuousOptions(other, meansVariance, correction, standardisedBy);
  }

  ContinuousOptions with(MeansVariance other) {
    return new ContinuousOptions(smdVariance, other, correction, standardisedBy);
  }

  ContinuousOptions with(SmallSampleCorrection other) {
    return new ContinuousOptions(smdVariance, meansVariance, other, standardisedBy);
  }

  ContinuousOptions with(StandardisingArm other) {
    return new ContinuousOptions(smdVariance, meansVariance, correction, other);
  }
}
