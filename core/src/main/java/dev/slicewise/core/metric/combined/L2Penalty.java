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

/** λ‖w‖₂²; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "l2_penalty",
    aliases = {"ridge_penalty", "weight_decay"},
    summary = "L2 penalty of a model's weights: minus the log of a Gaussian prior.",
    formula = "λ·Σ w_i², halved with half=true; derivative 2λ·w_i, or λ·w_i",
    units = "units of the loss it is added to",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "all weights 0: 0",
      "a weight that is no number: refused"
    },
    use = "Shrinks all weights, none to 0. Libraries differ by the factor ½ that half=true gives.",
    source = "Hoerl, Kennard 1970; scikit-learn Ridge without, LogisticRegression with the half")
public record L2Penalty(
    @Parameter(doc = ModelWeights.DOC) String weights,
    @Parameter(doc = "strength of the penalty", range = "[0, inf)") double lambda,
    @Parameter(doc = "whether the penalty is halved") boolean half)
    implements Metric {
  /** Of one weight of 0, with λ = 1, not halved. */
  public L2Penalty() {
    this("0", 1.0, false);
  }

  /** Refuses what are no weights. */
  public L2Penalty {
    ModelWeights.of(weights);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(ModelWeights.ROWS);
  }

  @Override
  public MetricValue value(StateView states) {
    Dyadic penalty = ModelWeights.squared(weights).times(Dyadic.of(lambda));
    return MetricValue.exact(penalty.scaled(half ? -1 : 0).toDouble());
  }
}
