package org.copse.data;

import org.copse.appraisal.AppraisalDomain;
import org.copse.appraisal.Instrument;

/** Reads cells as answers: what an instrument reads is an answer before it is a missing value. */
final class AppraisalCells {

  private final Instrument instrument;
  private final Roles roles;

  AppraisalCells(Instrument instrument, Roles roles) {
    this.instrument = instrument;
    this.roles = roles;
  }

  /** A word for a missing value is one, unless the instrument reads it as an answer. */
  String answer(CellColumn column, int row, AppraisalDomain domain) {
    String text = column.text(row);
    boolean answer = domain.read(text).isPresent();
    return !answer && column.isMissing(row, roles.missing()) ? "" : text;
  }

  String overall(CellColumn column, int row) {
    return instrument.isScored()
        ? column.isMissing(row, roles.missing()) ? "" : column.text(row)
        : answer(column, row, instrument.domains().get(0));
  }

  static boolean names(AppraisalDomain domain, String text) {
    String name = text.strip();
    return name.equalsIgnoreCase(domain.letter())
        || name.equalsIgnoreCase(domain.label())
        || name.equalsIgnoreCase(domain.heading());
  }
}
