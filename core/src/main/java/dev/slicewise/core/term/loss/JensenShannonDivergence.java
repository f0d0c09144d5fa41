package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.RowView;

/** ½D(y‖m) + ½D(p‖m); everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "jensen_shannon_divergence",
    aliases = {"js_divergence"},
    summary = "Jensen–Shannon divergence: how far two distributions are from their middle.",
    formula = "½·D(y‖m) + ½·D(p‖m), m = (y + p)/2, at least 0",
    gradient = "½·ln(p_k/m_k)",
    hessian = "diagonal y_k / (2·p_k·(p_k + y_k))",
    units = "nats; bits with base=2",
    range = "[0, ln 2]",
    noiseModel = "none",
    elicits = "no simple functional of the label distributions",
    cost = "Symmetric and bounded: distributions that share nothing cost ln 2.",
    trap = "scipy's jensenshannon and js_distance are its square root.",
    edges = {
      ClassLoss.EDGE_NONE,
      "label or prediction that is no distribution, or of other length: row skipped, n_domain",
      "a probability of 0 is fine"
    },
    source = "scipy 1.10 spatial.distance.jensenshannon, squared; Lin 1991")
public record JensenShannonDivergence(
    @Parameter(doc = "base of the logarithm: e gives nats, 2 bits, 10 bans") LogLoss.Base base)
    implements ArrayLoss {
  /** In nats. */
  public JensenShannonDivergence() {
    this(LogLoss.Base.E);
  }

  @Override
  public Domain domain() {
    return Distributions.BOTH;
  }

  private static double toMiddle(double x, double other) {
    return x > 0 ? x * StrictMath.log(2 * x / (x + other)) : 0.0;
  }

  @Override
  public double value(RowView row) {
    double[] y = row.numbers(Distributions.LABEL);
    double[] p = row.numbers(variable());
    double sum = 0;
    for (int k = 0; k < y.length; k++) {
      sum += toMiddle(y[k], p[k]) + toMiddle(p[k], y[k]);
    }
    return base.perNat() * Math.max(0.0, sum / 2);
  }

  @Override
  public double[] gradient(RowView row) {
    double[] y = row.numbers(Distributions.LABEL);
    double[] p = row.numbers(variable());
    double[] gradient = new double[y.length];
    for (int k = 0; k < y.length; k++) {
      gradient[k] =
          y[k] > 0
              ? base.perNat() * StrictMath.log(2 * p[k] / (p[k] + y[k])) / 2
              : base.perNat() * StrictMath.log(2) / 2;
    }
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    double[] y = row.numbers(Distributions.LABEL);
    double[] p = row.numbers(variable());
    double[] hessian = new double[y.length];
    for (int k = 0; k < y.length; k++) {
      hessian[k] = y[k] > 0 ? base.perNat() * y[k] / (2 * p[k] * (p[k] + y[k])) : 0.0;
    }
    return hessian;
  }
}
