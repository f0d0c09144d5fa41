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

/** λ(r‖w‖₁ + ½(1 − r)‖w‖₂²); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "elastic_net_penalty",
    aliases = {"elastic_net"},
    summary = "Elastic-net penalty of a model's weights: the L1 and half the L2 penalty, mixed.",
    formula = "λ·(r·Σ|w_i| + ½(1 − r)·Σ w_i²), r = l1_ratio",
    units = "units of the loss it is added to",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "all weights 0: 0",
      "a weight that is no number: refused"
    },
    use =
        "Of inputs that say the same the L1 penalty keeps one by chance; some L2 keeps them together.",
    source = "Zou, Hastie 2005; scikit-learn ElasticNet")
public record ElasticNetPenalty(
    @Parameter(doc = ModelWeights.DOC) String weights,
    @Parameter(doc = "strength of the penalty", range = "[0, inf)") double lambda,
    @Parameter(doc = "share of the L1 penalty", range = "[0, 1]") double l1Ratio)
    implements Metric {
  /** Of one weight of 0, with λ = 1, half and half. */
  public ElasticNetPenalty() {
    this("0", 1.0, 0.5);
  }

  /** Refuses what are no weights. */
  public ElasticNetPenalty {
    ModelWeights.of(weights);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(ModelWeights.ROWS);
  }

  @Override
  public MetricValue value(StateView states) {
    Dyadic share = Dyadic.of(l1Ratio);
    Dyadic penalty =
        ModelWeights.absolute(weights)
            .times(share)
            .plus(ModelWeights.squared(weights).times(Dyadic.ONE.minus(share)).scaled(-1));
    return MetricValue.exact(penalty.times(Dyadic.of(lambda)).toDouble());
  }
}
