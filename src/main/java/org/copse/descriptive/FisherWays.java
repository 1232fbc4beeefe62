package org.copse.descriptive;

/**
 * Ways to a node of the network: logarithms of Π 1/x! and how often each occurs. Those alike to
 * 1e-10 are one, found by hashing.
 */
final class FisherWays {

  private static final double DIGITS = 1e10;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[8];
  private double[] logs = new double[8];
  private double[] times = new double[8];
  private int size;

  /** One way of no length. */
  static FisherWays start() {
    FisherWays ways = new FisherWays();
    ways.add(0, 1);
    return ways;
  }

  int size() {
    return size;
  }

  void add(double log, double often) {
    if (2 * size >= keys.length) {
      grow();
    }
    long key = Math.round(log * DIGITS);
    int at = place(key);
    if (times[at] == 0) {
      keys[at] = key;
      logs[at] = log;
      size++;
    }
    times[at] += often;
  }

  /** Where a key is or belongs; a place is free where nothing occurs. */
  private int place(long key) {
    int mask = keys.length - 1;
    int at = (int) (key * MIX >>> 40) & mask;
    while (times[at] != 0 && keys[at] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    double[] oldLogs = logs;
    double[] oldTimes = times;
    keys = new long[2 * oldKeys.length];
    logs = new double[keys.length];
    times = new double[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldTimes[i] != 0) {
        int at = place(oldKeys[i]);
        keys[at] = oldKeys[i];
        logs[at] = oldLogs[i];
        times[at] = oldTimes[i];
      }
    }
  }

  interface Way {
    void take(double log, double often);
  }

  void forEach(Way way) {
    for (int i = 0; i < times.length; i++) {
      if (times[i] != 0) {
        way.take(logs[i], times[i]);
      }
    }
  }
}
