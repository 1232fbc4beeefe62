package org.copse.batch;

import java.util.Set;

/** Columns of results, each set in its place; only what was asked for is there. */
final class Columns {

  private static final BatchStatus[] STATUS = BatchStatus.values();

  private final double[][] values = new double[BatchColumn.values().length][];
  private final byte[] status;

  Columns(Set<BatchColumn> columns, int sets) {
    for (BatchColumn column : columns) {
      values[column.ordinal()] = new double[sets];
    }
    status = new byte[sets];
  }

  boolean has(BatchColumn column) {
    return values[column.ordinal()] != null;
  }

  double[] of(BatchColumn column) {
    return values[column.ordinal()];
  }

  int sets() {
    return status.length;
  }

  BatchStatus status(int set) {
    return STATUS[status[set]];
  }

  void put(BatchColumn column, double[] lanes, int at, int n) {
    System.arraycopy(lanes, 0, values[column.ordinal()], at, n);
  }

  void put(BatchColumn column, int at, double value) {
    double[] target = values[column.ordinal()];
    if (target != null) {
      target[at] = value;
    }
  }

  void status(int at, BatchStatus value) {
    status[at] = (byte) value.ordinal();
  }
}
