package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;
import dev.slicewise.core.term.Residual;
import java.util.List;

/** What over- and under-predictions cost; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "asymmetric_linear",
    aliases = {"business_cost"},
    summary = "Business cost: a price for every unit over-predicted, another for every unit under.",
    formula = "cost_over·max(e, 0) + cost_under·max(−e, 0)",
    gradient = "cost_over if e > 0, −cost_under if e < 0, 0 at e = 0",
    hessian = "0",
    units = "units of the costs times units of the label: money when costs are money per unit",
    noiseModel = "asymmetric Laplace",
    elicits = "quantile at cost_under/(cost_over + cost_under)",
    cost = "exactly what is stated: holding cost on one side, lost sales on the other",
    trap =
        "accuracy may improve while this grows: a forecast that is closer on average but falls short"
            + " more often loses money",
    edges = {"both costs 0: refused"},
    source = "(cost_over + cost_under) times scikit-learn 1.2 mean_pinball_loss")
public record AsymmetricLinear(
    @Parameter(doc = "price of one unit of over-prediction", range = "[0, inf)") double costOver,
    @Parameter(doc = "price of one unit of under-prediction", range = "[0, inf)") double costUnder)
    implements PointLoss {

  /** Refuses costs that are both 0. */
  public AsymmetricLinear {
    if (!(costOver + costUnder > 0)) {
      throw new IllegalArgumentException(
          "expected cost_over + cost_under above 0, found "
              + costOver
              + " and "
              + costUnder
              + "; give at least one side a price");
    }
  }

  /** With both costs 1: the absolute error. */
  public AsymmetricLinear() {
    this(1.0, 1.0);
  }

  @Override
  public double value(double label, double prediction) {
    double error = prediction - label;
    // A side that costs nothing costs nothing even where the error overflows.
    double cost = error > 0 ? costOver : costUnder;
    return cost == 0 ? 0 : cost * Math.abs(error);
  }

  @Override
  public double gradient(double label, double prediction) {
    double error = prediction - label;
    return error > 0 ? costOver : error < 0 ? -costUnder : 0;
  }

  @Override
  public double hessian(double label, double prediction) {
    return 0;
  }

  @Override
  public List<Part> parts() {
    return List.of(
        new Part(costOver, Residual.OVER, false), new Part(costUnder, Residual.UNDER, false));
  }
}
