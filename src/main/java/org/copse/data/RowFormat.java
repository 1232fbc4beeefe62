package org.copse.data;

import java.util.List;

/**
 * One of the ways in which rows of a mixed table report their effect, with its columns.
 *
 * @param kind the way
 * @param columns the columns that it takes, in order
 */
record RowFormat(Kind kind, List<String> columns) {

  /** The ways. */
  enum Kind {
    COUNTS("two-arm counts"),
    MEANS("two-arm means"),
    INTERVAL("estimate and confidence interval"),
    STANDARD_ERROR("estimate and standard error"),
    P_VALUE("estimate and p value"),
    LOG_RANK("O − E and V");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  static RowFormat of(Kind kind, String... columns) {
    return new RowFormat(kind, List.of(columns));
  }

  /** How it is reported without an interval or raw data; only asked of those kinds. */
  ReportedKind reported() {
    return switch (kind) {
      case STANDARD_ERROR -> ReportedKind.STANDARD_ERROR;
      case P_VALUE -> ReportedKind.P_VALUE;
      case LOG_RANK -> ReportedKind.LOG_RANK;
      default -> throw new IllegalStateException(kind.name());
    };
  }
}
