package org.copse.convert;

/** A mean and an SD on the way to their notes, perhaps with a remark. */
record Moments(double mean, double sd, String remark) {

  Moments(double mean, double sd) {
    this(mean, sd, "");
  }

  Moments times(double factor) {
    return new Moments(mean * factor, sd * factor, remark);
  }
}
