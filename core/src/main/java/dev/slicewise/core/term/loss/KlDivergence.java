package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.RowView;
import dev.slicewise.core.term.Term;
import java.util.Optional;

/** D(y‖p) of two distributions; everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "kl_divergence",
    aliases = {"kullback_leibler", "relative_entropy"},
    summary = "Kullback–Leibler divergence of the predicted distribution from the label's.",
    formula = "Σ_k y_k·ln(y_k / q_k), 0·ln 0 = 0, q = max(p, eps)",
    gradient = "−y_k/q_k",
    hessian = "diagonal y_k/q_k²",
    units = "nats; bits with base=2",
    noiseModel = "categorical with y_k as shares of many draws",
    elicits = "the mean of the label distributions",
    cost = "Unbounded where the prediction rules out what the label has.",
    trap =
        "Not symmetric: D(y‖p) punishes missing mass, D(p‖y) invented mass. It is cross entropy"
            + " less the label's own entropy, so both have the same minimum.",
    edges = {
      ClassLoss.EDGE_NONE,
      "label or prediction that is no distribution, or of other length: row skipped, n_domain",
      ClassLoss.EDGE_CLIPPED,
      "eps=0 and a class ruled out wrongly: +Infinity"
    },
    source = "scipy 1.10 stats.entropy(y, p)")
public record KlDivergence(
    @Parameter(doc = "probabilities are raised to this before the logarithm", range = "[0, 0.5)")
        double eps,
    @Parameter(doc = "base of the logarithm: e gives nats, 2 bits, 10 bans") LogLoss.Base base)
    implements ArrayLoss {
  /** In nats. */
  public KlDivergence() {
    this(Probabilities.EPS, LogLoss.Base.E);
  }

  @Override
  public Domain domain() {
    return Distributions.BOTH;
  }

  @Override
  public double value(RowView row) {
    double[] y = row.numbers(Distributions.LABEL);
    double[] p = row.numbers(variable());
    double sum = 0;
    for (int k = 0; k < y.length; k++) {
      sum += y[k] > 0 ? y[k] * StrictMath.log(y[k] / Math.max(p[k], eps)) : 0.0;
    }
    return base.perNat() * sum;
  }

  @Override
  public double[] gradient(RowView row) {
    double[] y = row.numbers(Distributions.LABEL);
    double[] p = row.numbers(variable());
    double[] gradient = new double[y.length];
    for (int k = 0; k < y.length; k++) {
      gradient[k] = y[k] > 0 ? -base.perNat() * y[k] / Math.max(p[k], eps) : 0.0;
    }
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    double[] y = row.numbers(Distributions.LABEL);
    double[] p = row.numbers(variable());
    double[] hessian = new double[y.length];
    for (int k = 0; k < y.length; k++) {
      double q = Math.max(p[k], eps);
      hessian[k] = y[k] > 0 ? base.perNat() * y[k] / (q * q) : 0.0;
    }
    return hessian;
  }

  @Override
  public Optional<Term> clipped() {
    return eps == 0.0
        ? Optional.empty()
        : Optional.of(new RaisedProbability(Distributions.BOTH, eps));
  }
}
