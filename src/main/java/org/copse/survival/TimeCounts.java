package org.copse.survival;

/** How many are at risk, have the event and are censored at each distinct time of a group. */
interface TimeCounts {

  double atRisk(int at);

  double events(int at);

  double censored(int at);

  /**
   * Those of rows that count one each and are all at risk from the start: read off the rows, so
   * that no more is stored than the first row of each time, null where all times are different.
   */
  record OfRows(int[] firsts, boolean[] rowEvents) implements TimeCounts {

    static OfRows of(OrderedRows rows, double[] distinct) {
      if (distinct.length == rows.count()) {
        return new OfRows(null, rows.events);
      }
      int[] firsts = new int[distinct.length];
      int at = 0;
      for (int row = 1; row < rows.count(); row++) {
        if (rows.times[row] != distinct[at]) {
          firsts[++at] = row;
        }
      }
      return new OfRows(firsts, rows.events);
    }

    @Override
    public double atRisk(int at) {
      return rowEvents.length - first(at);
    }

    @Override
    public double events(int at) {
      if (firsts == null) {
        return rowEvents[at] ? 1 : 0;
      }
      int sum = 0;
      int end = first(at + 1);
      for (int row = firsts[at]; row < end; row++) {
        sum += rowEvents[row] ? 1 : 0;
      }
      return sum;
    }

    @Override
    public double censored(int at) {
      return first(at + 1) - first(at) - events(at);
    }

    private int first(int at) {
      if (firsts == null) {
        return at;
      }
      return at < firsts.length ? firsts[at] : rowEvents.length;
    }
  }
}
