package org.copse.bayes;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A distribution of τ proportional to prior times likelihood, integrated in t = ln τ.
 *
 * <p>In t the density is smooth and falls off on both sides, whatever the scale of the data; panels
 * of Gauss-Legendre nodes are halved until their Legendre series has converged to 1e-13 of the
 * whole. Below the grid, where the likelihood is constant, the prior's own mass stands in; above
 * it, the tail's power law. Number of evaluations of the likelihood: a few hundred, whatever k.
 */
final class TauGrid {

  private final DoubleUnaryOperator log;
  private final TauDistribution prior;
  private final TauPanel[] panels;
  private final double[] below;
  private final double[] above;
  private final double head;
  private final double tail;
  private final double tailPower;
  private final double shift;
  private final double total;

  private TauGrid(
      DoubleUnaryOperator log,
      TauDistribution prior,
      List<TauPanel> panels,
      double shift,
      double head,
      double tail,
      double tailPower) {
    this.log = log;
    this.prior = prior;
    this.panels = panels.toArray(TauPanel[]::new);
    this.shift = shift;
    int n = this.panels.length;
    below = new double[n + 1];
    above = new double[n + 1];
    below[0] = head;
    above[n] = tail;
    for (int i = 0; i < n; i++) {
      below[i + 1] = below[i] + this.panels[i].mass();
      above[n - 1 - i] = above[n - i] + this.panels[n - 1 - i].mass();
    }
    total = head + above[0];
    this.head = head;
    this.tail = tail;
    this.tailPower = tailPower;
  }

  static TauGrid of(TauLikelihood likelihood, TauDistribution prior) {
    return of(likelihood, prior, (from, to) -> false);
  }

  /** Asks for a panel to be halved for another reason than its own density. */
  interface Refinement {
    boolean needed(double tauFrom, double tauTo);
  }

  static TauGrid of(TauLikelihood likelihood, TauDistribution prior, Refinement refinement) {
    double flat = likelihood.flatBelow();
    double atZero = likelihood.log(0);
    DoubleUnaryOperator log =
        t -> {
          double tau = Math.exp(t);
          return (tau < flat ? atZero : likelihood.log(tau)) + prior.logDensity(tau) + t;
        };
    double tailPower = prior.tailExponent() + likelihood.decay() - 1;
    TauScan scan = new TauScan(log, prior, likelihood, tailPower);
    double shift = scan.peak();
    List<TauPanel> panels = scan.panels(refinement);
    double bottom = Math.exp(scan.from());
    double head = Math.exp(atZero - shift) * prior.massBelow(bottom);
    double tail = 0;
    if (Double.isFinite(tailPower) && scan.to() < Math.log(prior.upperBound())) {
      tail =
          tailPower > 0
              ? Math.exp(log.applyAsDouble(scan.to()) - shift) / tailPower
              : Math.exp(likelihood.log(Math.exp(scan.to())) - shift)
                  * prior.upper(Math.exp(scan.to()));
    }
    return new TauGrid(log, prior, panels, shift, head, tail, tailPower);
  }

  /** ln of ∫ prior × likelihood. */
  double logNormaliser() {
    return shift + Math.log(total);
  }

  /** Density of τ itself, evaluated anew. */
  double density(double tau) {
    return Math.exp(log.applyAsDouble(Math.log(tau)) - Math.log(tau) - logNormaliser());
  }

  /** Density of τ from the series, for searches. */
  double interpolatedDensity(double tau) {
    double t = Math.log(tau);
    int i = panelOf(t);
    return i < 0 || i >= panels.length ? density(tau) : panels[i].density(t) / total / tau;
  }

  /** −1 below the grid, their number above it. */
  private int panelOf(double t) {
    if (!(t >= panels[0].from())) {
      return -1;
    }
    int low = 0;
    int high = panels.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (t <= panels[middle].to()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  double cdf(double tau) {
    double t = Math.log(tau);
    int i = panelOf(t);
    if (i < 0) {
      return head == 0 ? 0 : head / total * prior.massBelow(tau) / prior.massBelow(bottom());
    }
    return i < panels.length ? (below[i] + panels[i].massTo(t)) / total : 1 - beyond(t) / total;
  }

  double survival(double tau) {
    double t = Math.log(tau);
    int i = panelOf(t);
    if (i < 0) {
      return 1 - cdf(tau);
    }
    return i < panels.length
        ? (above[i + 1] + (panels[i].mass() - panels[i].massTo(t))) / total
        : beyond(t) / total;
  }

  private double bottom() {
    return Math.exp(panels[0].from());
  }

  private double beyond(double t) {
    if (tail == 0) {
      return 0;
    }
    double top = panels[panels.length - 1].to();
    return tailPower > 0
        ? tail * Math.exp(-tailPower * (t - top))
        : tail * prior.upper(Math.exp(t)) / prior.upper(Math.exp(top));
  }

  double quantile(double p) {
    double mass = p * total;
    if (mass < head) {
      return prior.inverseMassBelow(mass / head * prior.massBelow(bottom()));
    }
    for (int i = 0; i < panels.length; i++) {
      if (mass <= below[i + 1] && below[i + 1] > below[i]) {
        return Math.exp(panels[i].inverse(mass - below[i]));
      }
    }
    return upperQuantile(1 - p);
  }

  /** τ exceeded with a probability, accurate for small ones. */
  double upperQuantile(double q) {
    double mass = q * total;
    if (mass > above[0]) {
      return quantile(1 - q);
    }
    if (mass < tail) {
      double top = panels[panels.length - 1].to();
      return tailPower > 0 ? Math.exp(top - Math.log(mass / tail) / tailPower) : prior.upperBound();
    }
    for (int i = panels.length - 1; i >= 0; i--) {
      if (mass <= above[i]) {
        return Math.exp(panels[i].inverse(panels[i].mass() - (mass - above[i + 1])));
      }
    }
    return Math.exp(panels[0].from());
  }

  /** Ends and middles of the panels, as τ: places to look for a change of sign from. */
  double[] checkpoints() {
    double[] tau = new double[2 * panels.length + 1];
    for (int i = 0; i < panels.length; i++) {
      tau[2 * i] = Math.exp(panels[i].from());
      tau[2 * i + 1] = Math.exp(panels[i].middle());
    }
    tau[2 * panels.length] = Math.exp(panels[panels.length - 1].to());
    return tau;
  }

  /** The nodes that hold all but a negligible share, with the head at 0 and the tail at the top. */
  TauNodes nodes() {
    TauNodes.Builder nodes =
        new TauNodes.Builder(panels.length * LegendreRule.NODES + 2, quantile(0.5));
    nodes.add(0, head / total);
    for (TauPanel panel : panels) {
      for (int i = 0; i < LegendreRule.NODES; i++) {
        nodes.add(Math.exp(panel.node(i)), panel.mass(i) / total);
      }
    }
    return nodes.add(Math.exp(panels[panels.length - 1].to()), tail / total).build();
  }
}
