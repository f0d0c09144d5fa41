package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.NumberLoss;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.util.Optional;

/** The likelihood of a predicted mean and variance; the rest stands in its {@link LossInfo}. */
@LossInfo(
    id = "gaussian_nll",
    aliases = {"gaussian_nll_loss"},
    summary =
        "Gaussian negative log-likelihood of a predicted mean and variance (column variance).",
    formula = "½(ln v + e²/v), plus ½ ln 2π with full; v floored at eps",
    gradient = "e/v; with respect to v, ½(1/v − e²/v²)",
    hessian = "1/v",
    units = "nats",
    range = "(-inf, inf)",
    noiseModel = "Gaussian whose variance is predicted row by row",
    elicits = "mean and variance",
    cost = "a confident error is dear: e²/v; an admitted doubt costs ln v",
    trap =
        "its value changes with the unit of the label (by ln of the factor): compare models, not"
            + " data sets",
    edges = {
      "v < 0: the row is skipped, n_domain",
      "v < eps: floored; detail clipped says how many rows"
    },
    source = "torch GaussianNLLLoss")
public record GaussianNll(
    @Parameter(doc = "floor of the variance, in units of the label squared", range = "(0, inf)")
        double eps,
    @Parameter(doc = "whether to add ½ ln 2π") boolean full)
    implements NumberLoss {
  private static final Domain DOMAIN =
      Domain.REAL.and(Role.VARIANCE).where(new Condition.AtLeast(Role.VARIANCE, 0.0));
  private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

  /** With a floor of 1e-6, without the constant. */
  public GaussianNll() {
    this(1e-6, false);
  }

  @Override
  public Domain domain() {
    return DOMAIN;
  }

  @Override
  public Optional<Term> clipped() {
    return Optional.of(Compare.below(new Column(DOMAIN, Role.VARIANCE), eps));
  }

  @Override
  public double value(double[] row) {
    double error = row[1] - row[0];
    double variance = Math.max(row[2], eps);
    double scaled = error * (error / variance);
    return 0.5 * (StrictMath.log(variance) + scaled) + (full ? HALF_LOG_TWO_PI : 0);
  }

  @Override
  public double gradient(double[] row) {
    return (row[1] - row[0]) / Math.max(row[2], eps);
  }

  @Override
  public double hessian(double[] row) {
    return 1 / Math.max(row[2], eps);
  }
}
