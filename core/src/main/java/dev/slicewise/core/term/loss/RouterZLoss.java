package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.RowView;

/** logsumexp(s)² of a router's logits; everything else stands in its {@link LossInfo}. */
@LossInfo(
    id = "router_z_loss",
    summary = "Router z-loss: how large the logits of a router of experts are.",
    formula = "(ln Σ_e exp s_e)², s the logits in the prediction column",
    gradient = "2·lse·softmax(s)_e",
    hessian = "diagonal 2q² + 2·lse·q(1−q), q = softmax(s)_e",
    noiseModel = "none: a penalty",
    elicits = "logits whose exponentials sum to 1",
    cost = "Quadratic in the log of the normaliser: keeps low-precision softmax in range.",
    trap = "It says nothing of balance between experts; read moe_load_balance for that.",
    edges = {
      "no usable rows: undefined",
      "no logits, or more than 1,000: row skipped, n_domain",
      "huge logits: no overflow before the square"
    },
    source = "Zoph et al. 2022, ST-MoE, arXiv:2202.08906")
public record RouterZLoss() implements ArrayLoss {
  @Override
  public Domain domain() {
    return Domain.of(variable()).where(new ArrayCondition.Length(variable(), 1, ClassNames.MOST));
  }

  @Override
  public double value(RowView row) {
    double normaliser = Softmax.of(row.numbers(variable()), 1.0).logSumExp();
    return normaliser * normaliser;
  }

  @Override
  public double[] gradient(RowView row) {
    Softmax softmax = Softmax.of(row.numbers(variable()), 1.0);
    double[] gradient = new double[softmax.scores().length];
    for (int e = 0; e < gradient.length; e++) {
      gradient[e] = 2 * softmax.logSumExp() * softmax.probability(e);
    }
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    Softmax softmax = Softmax.of(row.numbers(variable()), 1.0);
    double[] hessian = new double[softmax.scores().length];
    for (int e = 0; e < hessian.length; e++) {
      double q = softmax.probability(e);
      hessian[e] = 2 * q * q + 2 * softmax.logSumExp() * q * (1 - q);
    }
    return hessian;
  }
}
