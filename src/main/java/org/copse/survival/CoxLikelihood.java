package org.copse.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.copse.numeric.LongRun;

/** Cox's partial log-likelihood with score and information, event time by event time. */
final class CoxLikelihood {

  /** Takes the part of each event time. */
  interface PerTime {
    void add(double time, double[] score, double[][] information);
  }

  private final SurvivalData data;
  private final CoxDesign design;
  private final CoxTies ties;
  private final List<int[]> latestFirst = new ArrayList<>();
  private final List<int[]> latestEntryFirst = new ArrayList<>();
  private final int p;

  double logLikelihood;
  double[] score;
  double[][] information;

  CoxLikelihood(SurvivalData data, CoxDesign design, CoxTies ties) {
    this.data = data;
    this.design = design;
    this.ties = ties;
    this.p = design.names.size();
    for (OrderedRows stratum : data.rowsByStratum()) {
      int[] rows = stratum.rows;
      latestFirst.add(reversed(rows));
      latestEntryFirst.add(data.isLeftTruncated() ? reversed(byEntry(rows)) : new int[0]);
    }
  }

  private int[] byEntry(int[] rows) {
    double[] entries = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      entries[i] = data.entry(rows[i]);
    }
    int[] order = TimeOrder.of(entries);
    for (int i = 0; i < order.length; i++) {
      order[i] = rows[order[i]];
    }
    return order;
  }

  private static int[] reversed(int[] rows) {
    int[] back = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      back[i] = rows[rows.length - 1 - i];
    }
    return back;
  }

  /** Evaluates at coefficients of the standardised covariates; the fields hold the result. */
  CoxLikelihood at(double[] beta, PerTime perTime) {
    logLikelihood = 0;
    score = new double[p];
    information = new double[p][p];
    double[] eta = new double[data.size()];
    for (int row = 0; row < eta.length; row++) {
      for (int j = 0; j < p; j++) {
        eta[row] += design.x[row][j] * beta[j];
      }
    }
    for (int s = 0; s < latestFirst.size(); s++) {
      addStratum(latestFirst.get(s), latestEntryFirst.get(s), eta, perTime);
    }
    return this;
  }

  private void addStratum(int[] rows, int[] entrants, double[] eta, PerTime perTime) {
    double shift = Double.NEGATIVE_INFINITY;
    for (int row : rows) {
      shift = Math.max(shift, eta[row]);
    }
    RiskSums atRisk = new RiskSums(p);
    RiskSums dying = new RiskSums(p);
    int gone = 0;
    int next = 0;
    while (next < rows.length) {
      double time = data.time(rows[next]);
      LongRun.heed();
      dying.clear();
      EventSums events = new EventSums(p);
      for (; next < rows.length && data.time(rows[next]) == time; next++) {
        int row = rows[next];
        double risk = data.weight(row) * Math.exp(eta[row] - shift);
        atRisk.add(risk, design.x[row]);
        if (data.event(row)) {
          dying.add(risk, design.x[row]);
          events.add(data.weight(row), eta[row] - shift, design.x[row]);
        }
      }
      for (; gone < entrants.length && data.entry(entrants[gone]) >= time; gone++) {
        int row = entrants[gone];
        atRisk.add(-data.weight(row) * Math.exp(eta[row] - shift), design.x[row]);
      }
      if (events.count > 0) {
        addTime(time, atRisk, dying, events, perTime);
      }
    }
  }

  private void addTime(
      double time, RiskSums atRisk, RiskSums dying, EventSums events, PerTime perTime) {
    double[] timeScore = events.covariates;
    double[][] timeInformation = new double[p][p];
    double[] mean = new double[p];
    logLikelihood += events.logRisk;
    double weight = events.weight / events.count;
    boolean efron = ties == CoxTies.EFRON;
    int terms = efron ? events.count : 1;
    double termWeight = efron ? weight : events.weight;
    for (int k = 0; k < terms; k++) {
      double out = (double) k / events.count;
      double total = atRisk.s0 - out * dying.s0;
      logLikelihood -= termWeight * Math.log(total);
      for (int i = 0; i < p; i++) {
        mean[i] = (atRisk.s1[i] - out * dying.s1[i]) / total;
        timeScore[i] -= termWeight * mean[i];
        for (int j = 0; j <= i; j++) {
          double square = (atRisk.s2[i][j] - out * dying.s2[i][j]) / total;
          timeInformation[i][j] += termWeight * (square - mean[i] * mean[j]);
        }
      }
    }
    for (int i = 0; i < p; i++) {
      score[i] += timeScore[i];
      for (int j = 0; j <= i; j++) {
        timeInformation[j][i] = timeInformation[i][j];
        information[i][j] += timeInformation[i][j];
        information[j][i] = information[i][j];
      }
    }
    if (perTime != null) {
      perTime.add(time, timeScore, timeInformation);
    }
  }

  /** Sums of risk, risk × covariates and risk × their products. */
  private static final class RiskSums {
    private double s0;
    private final double[] s1;
    private final double[][] s2;

    RiskSums(int p) {
      s1 = new double[p];
      s2 = new double[p][p];
    }

    void add(double risk, double[] x) {
      s0 += risk;
      for (int i = 0; i < x.length; i++) {
        double part = risk * x[i];
        s1[i] += part;
        for (int j = 0; j <= i; j++) {
          s2[i][j] += part * x[j];
        }
      }
    }

    void clear() {
      s0 = 0;
      Arrays.fill(s1, 0);
      for (double[] row : s2) {
        Arrays.fill(row, 0);
      }
    }
  }

  /** The events at one time. */
  private static final class EventSums {
    private int count;
    private double weight;
    private double logRisk;
    private final double[] covariates;

    EventSums(int p) {
      covariates = new double[p];
    }

    void add(double w, double logRiskOfRow, double[] x) {
      count++;
      weight += w;
      logRisk += w * logRiskOfRow;
      for (int i = 0; i < x.length; i++) {
        covariates[i] += w * x[i];
      }
    }
  }
}
