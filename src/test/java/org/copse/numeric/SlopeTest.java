package org.copse.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SlopeTest {

  @Test
  void slopesOfKnownFunctions() {
    for (double x = -3; x <= 3; x += 0.37) {
      assertEquals(Math.exp(x), Slope.at(Math::exp, x, 1e-3), 1e-11 * Math.exp(Math.abs(x)));
      assertEquals(Math.cos(x), Slope.at(Math::sin, x, 1e-3), 1e-11);
    }
    // exact for polynomials up to the fourth degree, whatever the step
    assertEquals(32, Slope.at(x -> x * x * x * x, 2, 0.5), 1e-12);
  }
}
