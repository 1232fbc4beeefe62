package org.copse.jmh;

/** What merely reading arrays costs. */
final class ReadBound {

  private ReadBound() {}

  /** The sum of both arrays, on fresh threads as a batch has them. */
  static double sum(int threads, double[] y, double[] v) throws InterruptedException {
    double[] sums = new double[threads];
    Thread[] workers = new Thread[threads];
    for (int i = 0; i < threads; i++) {
      int part = i;
      int from = (int) ((long) y.length * i / threads);
      int to = (int) ((long) y.length * (i + 1) / threads);
      workers[i] = new Thread(() -> sums[part] = sum(y, from, to) + sum(v, from, to));
      workers[i].start();
    }
    double sum = 0;
    for (int i = 0; i < threads; i++) {
      workers[i].join();
      sum += sums[i];
    }
    return sum;
  }

  /** Eight sums at once, so that no addition waits for the one before. */
  private static double sum(double[] x, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    double e = 0;
    double f = 0;
    double g = 0;
    double h = 0;
    int i = from;
    for (; i + 7 < to; i += 8) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
      e += x[i + 4];
      f += x[i + 5];
      g += x[i + 6];
      h += x[i + 7];
    }
    for (; i < to; i++) {
      a += x[i];
    }
    return ((a + b) + (c + d)) + ((e + f) + (g + h));
  }
}
