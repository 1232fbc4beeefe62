package org.copse.appraisal;

/** How near two different answers count as agreement. */
public enum KappaWeights {
  /** Only equal answers agree (Cohen 1960). */
  UNWEIGHTED("unweighted") {
    @Override
    double agreement(int i, int j, int categories) {
      return i == j ? 1 : 0;
    }
  },
  /** Agreement falls with the distance: 1 − |i − j| / (c − 1) (Cicchetti and Allison 1971). */
  LINEAR("linear weights") {
    @Override
    double agreement(int i, int j, int categories) {
      return 1 - Math.abs(i - j) / (double) (categories - 1);
    }
  },
  /** It falls with the squared distance: 1 − (i − j)² / (c − 1)² (Fleiss and Cohen 1973). */
  QUADRATIC("quadratic weights") {
    @Override
    double agreement(int i, int j, int categories) {
      double distance = (i - j) / (double) (categories - 1);
      return 1 - distance * distance;
    }
  };

  private final String words;

  KappaWeights(String words) {
    this.words = words;
  }

  /**
   * The weights in words.
   *
   * @return for methods sections
   */
  public String words() {
    return words;
  }

  abstract double agreement(int i, int j, int categories);
}
