package org.copse.batch;

/** What {@link RemlLanes} needs of the score of the restricted likelihood, lane by lane. */
final class LaneScore {

  /** A = y′P²y. */
  final double[] a;

  /** B = tr P; the score is A − B. */
  final double[] b;

  /** 1/C = y′P²y / y′P³y. */
  final double[] inverseC;

  /** 1/R = tr P / tr P². */
  final double[] inverseR;

  /** Newton's step on B/A − 1. */
  final double[] newton;

  private final double[] inverse;
  private final double[] mean;
  private final double[] cubes;
  private final double[] square;

  LaneScore(int lanes) {
    a = new double[lanes];
    b = new double[lanes];
    inverseC = new double[lanes];
    inverseR = new double[lanes];
    newton = new double[lanes];
    inverse = new double[lanes];
    mean = new double[lanes];
    cubes = new double[lanes];
    square = new double[lanes];
  }

  void of(ActiveLanes s) {
    int n = s.count();
    Rows.inverse(n, s.s1, inverse);
    Rows.products(n, s.t1, inverse, mean);
    Rows.shiftedSquares(n, s.u2, s.t2, s.s2, mean, a);
    Rows.shiftedSquares(n, s.u3, s.t3, s.s3, mean, cubes);
    Rows.subtractTilt(n, s.t2, s.s2, mean, inverse, cubes);
    Rows.trace(n, s.s1, s.s2, inverse, b);
    Rows.traceOfSquare(n, s.s2, s.s3, inverse, square);
    Rows.divide(n, a, cubes, inverseC);
    Rows.divide(n, b, square, inverseR);
    Rows.newton(n, a, b, inverseC, inverseR, newton);
  }
}
