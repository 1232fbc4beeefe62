package org.copse.batch;

/** Sets side by side in two arrays: study s of set j at {@code s * sets + j}. */
final class StudyMajor implements BatchSource {

  final double[] estimates;
  final double[] variances;
  final int sets;
  final int studies;

  StudyMajor(double[] estimates, double[] variances, int sets, int studies) {
    this.estimates = estimates;
    this.variances = variances;
    this.sets = sets;
    this.studies = studies;
  }

  @Override
  public long sets() {
    return sets;
  }

  @Override
  public int studies() {
    return studies;
  }

  @Override
  public void fill(long first, int count, double[][] y, double[][] v) {
    for (int s = 0; s < studies; s++) {
      int from = s * sets + (int) first;
      System.arraycopy(estimates, from, y[s], 0, count);
      System.arraycopy(variances, from, v[s], 0, count);
    }
  }
}
