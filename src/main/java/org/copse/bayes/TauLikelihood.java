package org.copse.bayes;

/** A likelihood of τ, as a prior's {@link TauGrid} needs it. */
interface TauLikelihood {

  /** The constant likelihood: the posterior is the prior. */
  TauLikelihood NONE =
      new TauLikelihood() {
        @Override
        public double log(double tau) {
          return 0;
        }

        @Override
        public double flatBelow() {
          return Double.POSITIVE_INFINITY;
        }

        @Override
        public double spread() {
          return 0;
        }

        @Override
        public int decay() {
          return 0;
        }
      };

  /** ln p(y | τ), its constant included. */
  double log(double tau);

  /** A τ below which the likelihood is that of τ = 0, to 1e-16 or so. */
  double flatBelow();

  /** A τ beyond which the likelihood falls as {@link #decay} says. */
  double spread();

  /** d of p(y | τ) ~ τ⁻ᵈ for large τ. */
  int decay();
}
