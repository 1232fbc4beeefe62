package org.copse.survival;

/** Rows by time with their times and events side by side, so that one walk reads all three. */
final class OrderedRows {

  final int[] rows;
  final double[] times;
  final boolean[] events;

  OrderedRows(int count) {
    this(new int[count], new double[count], new boolean[count]);
  }

  private OrderedRows(int[] rows, double[] times, boolean[] events) {
    this.rows = rows;
    this.times = times;
    this.events = events;
  }

  /** All rows by time; {@code events} in the order given. */
  static OrderedRows of(double[] times, boolean[] events) {
    TimeOrder order = TimeOrder.sort(times);
    boolean[] sorted = new boolean[events.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = events[order.rows()[i]];
    }
    return new OrderedRows(order.rows(), order.times(), sorted);
  }

  int count() {
    return rows.length;
  }

  /** Takes one row over. */
  void set(int at, OrderedRows from, int i) {
    rows[at] = from.rows[i];
    times[at] = from.times[i];
    events[at] = from.events[i];
  }

  boolean anyEvent() {
    for (boolean event : events) {
      if (event) {
        return true;
      }
    }
    return false;
  }
}
