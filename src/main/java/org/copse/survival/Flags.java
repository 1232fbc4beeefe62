package org.copse.survival;

/** A column of 0 and 1 with its name; the values are kept only where some are neither. */
record Flags(String name, boolean[] flags, double[] values) {

  /** Without branches on the values, which no processor could foretell. */
  static Flags of(String name, double[] values) {
    boolean[] flags = new boolean[values.length];
    long wrong = 0;
    for (int i = 0; i < flags.length; i++) {
      double value = values[i];
      flags[i] = (int) value != 0;
      // The product is 0 for 0 and 1 alone, whose bits are none but perhaps the sign.
      wrong |= Double.doubleToRawLongBits(value * (value - 1)) << 1;
    }
    return new Flags(name, flags, wrong == 0 ? null : values.clone());
  }

  boolean isGood() {
    return values == null;
  }
}
