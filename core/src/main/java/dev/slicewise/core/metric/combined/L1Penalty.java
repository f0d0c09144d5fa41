package dev.slicewise.core.metric.combined;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** λ‖w‖₁; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "l1_penalty",
    aliases = {"lasso_penalty"},
    summary = "L1 penalty of a model's weights: minus the log of a Laplace prior.",
    formula = "λ·Σ|w_i|; derivative λ·sign(w_i)",
    units = "units of the loss it is added to",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "all weights 0: 0",
      "a weight that is no number: refused"
    },
    use =
        "Drives weights to exactly 0, one after the other. It depends on the units of the inputs: standardise them first.",
    source = "Tibshirani 1996")
public record L1Penalty(
    @Parameter(doc = ModelWeights.DOC) String weights,
    @Parameter(doc = "strength of the penalty", range = "[0, inf)") double lambda)
    implements Metric {
  /** Of one weight of 0, with λ = 1. */
  public L1Penalty() {
    this("0", 1.0);
  }

  /** Refuses what are no weights. */
  public L1Penalty {
    ModelWeights.of(weights);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(ModelWeights.ROWS);
  }

  @Override
  public MetricValue value(StateView states) {
    return MetricValue.exact(ModelWeights.absolute(weights).times(Dyadic.of(lambda)).toDouble());
  }
}
