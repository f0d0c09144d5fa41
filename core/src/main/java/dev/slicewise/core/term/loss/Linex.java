package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;

/** Exponential on one side, linear on the other; the rest stands in its {@link LossInfo}. */
@LossInfo(
    id = "linex",
    aliases = {"linex_loss"},
    summary = "LINEX loss: exponentially dear on one side, nearly linear on the other.",
    formula = "b(e^(ae) − ae − 1)",
    gradient = "ab(e^(ae) − 1)",
    hessian = "a²b·e^(ae)",
    units = "units of b",
    noiseModel = "a Gumbel-like law of the error",
    elicits = "−ln E[e^(−aY)]/a",
    cost = "a > 0: over-prediction costs exponentially, under-prediction linearly; a < 0: reversed",
    trap = "a has the unit 1/label: errors of a few tens at a = 1 already dwarf everything else",
    edges = {"ae above 709.78: +Infinity, counted in n_overflow"},
    source = "Varian 1975; Zellner 1986, doi:10.1080/01621459.1986.10478289")
public record Linex(
    @Parameter(
            doc = "steepness and side, per unit of the label; positive punishes over-prediction",
            range = "(-inf, 0) or (0, inf)")
        double a,
    @Parameter(doc = "price of the whole", range = "(0, inf)") double b)
    implements PointLoss {

  /** With a and b 1. */
  public Linex() {
    this(1.0, 1.0);
  }

  @Override
  public double value(double label, double prediction) {
    return b * Remainders.ofExpm1(a * (prediction - label));
  }

  @Override
  public double gradient(double label, double prediction) {
    return a * b * StrictMath.expm1(a * (prediction - label));
  }

  @Override
  public double hessian(double label, double prediction) {
    return a * a * b * StrictMath.exp(a * (prediction - label));
  }
}
