package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.loss.AsymmetricLinear;

/** Mean business cost; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "asymmetric_cost",
    aliases = {"mean_asymmetric_cost"},
    summary = "Mean cost per row, with one price for over- and another for under-prediction.",
    formula = "Σ w[cost_over·max(e, 0) + cost_under·max(−e, 0)] / W",
    units = "units of the costs times units of the label: money when costs are money per unit",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "both costs 0: refused",
      "an error that overflows: +Infinity, counted in n_overflow"
    },
    use =
        "What the errors cost, in money. Any costs can be asked after the fact, from the same states; the"
            + " best forecast is the quantile cost_under/(cost_over + cost_under), not the mean.",
    source = "(cost_over + cost_under) times scikit-learn 1.2 mean_pinball_loss")
public record AsymmetricCost(
    @Parameter(doc = "price of one unit of over-prediction", range = "[0, inf)") double costOver,
    @Parameter(doc = "price of one unit of under-prediction", range = "[0, inf)") double costUnder)
    implements MeanOfLoss {

  /** Refuses costs that are both 0. */
  public AsymmetricCost {
    new AsymmetricLinear(costOver, costUnder);
  }

  /** With both costs 1: the mean absolute error. */
  public AsymmetricCost() {
    this(1.0, 1.0);
  }

  @Override
  public Loss loss() {
    return new AsymmetricLinear(costOver, costUnder);
  }
}
