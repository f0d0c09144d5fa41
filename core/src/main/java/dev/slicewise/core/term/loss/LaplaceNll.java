package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.NumberLoss;
import dev.slicewise.core.term.Role;

/** The likelihood of a predicted median and scale; the rest stands in its {@link LossInfo}. */
@LossInfo(
    id = "laplace_nll",
    aliases = {"laplace_nll_loss"},
    summary = "Laplace negative log-likelihood of a predicted median and scale (column scale).",
    formula = "ln 2b + |e|/b, for b > 0",
    gradient = "sign(e)/b",
    hessian = "0",
    units = "nats",
    range = "(-inf, inf)",
    noiseModel = "Laplace whose scale is predicted row by row",
    elicits = "median and mean absolute deviation",
    cost = "a confident error is dear, but only linearly: |e|/b",
    trap = "its value changes with the unit of the label: compare models, not data sets",
    edges = {"b ≤ 0: the row is skipped, n_domain"},
    source = "scipy 1.10 stats.laplace.logpdf, negated")
public record LaplaceNll() implements NumberLoss {
  private static final Domain DOMAIN = Domains.withPositive(Role.SCALE);
  private static final double LOG_TWO = StrictMath.log(2);

  @Override
  public Domain domain() {
    return DOMAIN;
  }

  @Override
  public double value(double[] row) {
    return LOG_TWO + StrictMath.log(row[2]) + Math.abs(row[1] - row[0]) / row[2];
  }

  @Override
  public double gradient(double[] row) {
    return Math.signum(row[1] - row[0]) / row[2];
  }

  @Override
  public double hessian(double[] row) {
    return 0;
  }
}
