package dev.slicewise.core.term.loss;

import dev.slicewise.core.numeric.LogFactorial;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;

/** The negative log-likelihood of counts; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "poisson_nll",
    aliases = {"poisson_nll_loss", "count:poisson"},
    summary = "Poisson negative log-likelihood, of a predicted mean or its logarithm.",
    formula = "e^s − ys with log_input, else p − y ln p; plus ln Γ(y + 1) with full",
    gradient = "e^s − y, or 1 − y/p",
    hessian = "e^s, or y/p²",
    units = "nats",
    range = "(-inf, inf)",
    noiseModel = "Poisson: variance = mean",
    elicits = "logarithm of the mean with log_input, else the mean",
    cost = "as poisson_deviance, from which it differs by a function of the label",
    trap =
        "log_input is the default, as in torch: fed with means it is nonsense that still looks like"
            + " a loss; and without full its value says nothing by itself",
    edges = {
      "y < 0, or p ≤ 0 without log_input: the row is skipped, n_domain",
      "s above 709.78: +Infinity, counted in n_overflow"
    },
    source = "torch PoissonNLLLoss; full adds ln Γ(y + 1) itself, torch Stirling's approximation")
public record PoissonNll(
    @Parameter(doc = "whether the prediction is the logarithm of the mean") boolean logInput,
    @Parameter(doc = "whether to add ln Γ(y + 1), which no prediction can change") boolean full)
    implements PointLoss {

  /** Of logarithms, without the constant. */
  public PoissonNll() {
    this(true, false);
  }

  @Override
  public Domain domain() {
    return logInput ? Domains.COUNT_LABEL : Domains.COUNT;
  }

  @Override
  public double value(double label, double prediction) {
    double mean = logInput ? StrictMath.exp(prediction) : prediction;
    double log = logInput ? prediction : StrictMath.log(prediction);
    double loss = mean - label * log + (full ? LogFactorial.of(label) : 0);
    return Double.isNaN(loss) ? ofHuge(label, log) : loss;
  }

  /** Both the mean and the label's part overflowed: the larger of the two decides. */
  private double ofHuge(double label, double log) {
    double slope = log - (full ? StrictMath.log(label) - 1 : 0);
    return slope > 0 && StrictMath.log(label) + StrictMath.log(slope) > log
        ? Double.NEGATIVE_INFINITY
        : Double.POSITIVE_INFINITY;
  }

  @Override
  public double gradient(double label, double prediction) {
    return logInput ? StrictMath.exp(prediction) - label : 1 - label / prediction;
  }

  @Override
  public double hessian(double label, double prediction) {
    return logInput ? StrictMath.exp(prediction) : label / prediction / prediction;
  }
}
