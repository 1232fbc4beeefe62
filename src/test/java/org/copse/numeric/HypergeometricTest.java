package org.copse.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gauss' function less 1 at z = 1 − r², against mpmath 1.3 with 40 digits (hyp2f1). */
class HypergeometricTest {

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5, 1.5, 0, 0.57079632679489661923",
    "0.5, 0.5, 1.5, 1e-8, 0.57079631679489669777",
    "0.5, 0.5, 2, 0.01, 0.27295357645340289643",
    "0.5, 0.5, 5, 0.04, 0.064182538869880818496",
    "0.5, 0.5, 2.5, 0.3, 0.14423178941098588319",
    "0.5, 0.5, 11, 0.05, 0.025233295328988013792",
    "0.5, 0.5, 500, 0, 0.000501127442596235272",
    "0.5, 0.5, 3, 0.95, 0.0083573316230702122001",
    "1, 1, 2.5, 0, 2.0",
    "1, 1, 2.5, 0.01, 1.9534691207386075918",
    "1, 1, 3, 0.2, 0.80391702909130200397",
    "1, 1, 6, 0.04, 0.24933439502404371115",
    "1, 1, 60, 0.001, 0.017241361464005477055",
    "1, 1, 4.5, 0.999, 0.000444545429632906885"
  })
  void agreesWithManyDigits(double a, double b, double c, double r, double expected) {
    double z = (1 - r) * (1 + r);
    double actual = Hypergeometric.gaussMinusOne(a, b, c, z, r * r);
    assertEquals(expected, actual, 2e-14 * (1 + expected));
    // the series keeps the digits of what exceeds 1, whatever its size
    if (z <= 0.9 || c >= 20) {
      assertEquals(expected, actual, 5e-15 * expected);
    }
    assertEquals(1 + expected, Hypergeometric.gauss(a, b, c, z, r * r), 2e-14 * (1 + expected));
  }
}
