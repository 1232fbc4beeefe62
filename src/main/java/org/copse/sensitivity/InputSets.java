package org.copse.sensitivity;

import java.util.List;
import java.util.SplittableRandom;

/** Sets of inputs within rounding, each a pure function of its number. */
interface InputSets {

  /** How many there are. */
  int size();

  /** Writes the inputs of one set, study after study. */
  void fill(int set, double[] inputs);

  /** Sets that are there already. */
  static InputSets of(List<double[]> sets) {
    return new InputSets() {
      @Override
      public int size() {
        return sets.size();
      }

      @Override
      public void fill(int set, double[] inputs) {
        System.arraycopy(sets.get(set), 0, inputs, 0, inputs.length);
      }
    };
  }

  /** Uniform draws; every set has a generator of its own, seeded by the seed and its number. */
  static InputSets draws(PrintedEffects printed, int draws, long seed) {
    PrintedInput[] all = printed.all().toArray(PrintedInput[]::new);
    return new InputSets() {
      @Override
      public int size() {
        return draws;
      }

      @Override
      public void fill(int set, double[] inputs) {
        SplittableRandom random = new SplittableRandom(mixed(seed, set));
        for (int j = 0; j < all.length; j++) {
          inputs[j] = all[j].at(random.nextDouble());
        }
      }
    };
  }

  /** Spreads seed and number over all 64 bits (the finaliser of splitmix64). */
  private static long mixed(long seed, int set) {
    long bits = seed + 0x9E3779B97F4A7C15L * (set + 1L);
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }

  /** Every combination of counts. */
  static InputSets combinations(PrintedEffects printed) {
    PrintedInput[] all = printed.all().toArray(PrintedInput[]::new);
    return new InputSets() {
      @Override
      public int size() {
        return (int) printed.combinations();
      }

      @Override
      public void fill(int set, double[] inputs) {
        int rest = set;
        for (int j = 0; j < all.length; j++) {
          int ways = (int) all[j].possible();
          inputs[j] = ways == 1 ? all[j].value() : all[j].lower() + rest % ways;
          rest /= ways;
        }
      }
    };
  }

  /** The inputs of one set. */
  default double[] inputs(int set, int width) {
    double[] inputs = new double[width];
    fill(set, inputs);
    return inputs;
  }
}
