package org.copse.plot;

/** Colours of all plots, in one place; literal hex, because print renderers know nothing else. */
final class Colours {

  static final String PAPER = "#ffffff";
  static final String INK = "#111111";
  static final String QUIET = "#555555";
  static final String SQUARE = "#4477aa";
  static final String INTERVAL = "#222222";
  static final String DIAMOND = "#000000";
  static final String SUBTOTAL = "#777777";
  static final String PREDICTION = "#aa3377";
  static final String PREDICTION_MIDDLE = "#cf8fb4";
  static final String PREDICTION_TAIL = "#e6c8d8";
  static final String RULE = "#c8c8c8";
  static final String BAND = "#eef2f7";
  static final String SHADE_LIGHT = "#e9eef5";
  static final String SHADE = "#ccd6e4";
  static final String SHADE_DARK = "#a9b8cd";
  static final String WARNING = "#cc3311";

  private Colours() {}
}
