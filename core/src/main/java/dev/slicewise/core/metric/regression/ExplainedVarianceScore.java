package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** 1 − Var(e)/Var(y); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "explained_variance_score",
    aliases = {"explained_variance"},
    summary = "Explained variance: R² of a model whose constant bias is forgiven.",
    formula = "1 − Var(e)/Var(y)",
    range = "(-inf, 1]",
    better = Direction.HIGHER,
    edges = {
      "fewer than 2 rows: undefined",
      "constant label: undefined; with force_finite 1 if all errors are equal, else 0",
      "an overflow: undefined"
    },
    use =
        "Its distance from r2_score is what the bias costs. Alone it praises a model that is off by a"
            + " constant.",
    source = "scikit-learn 1.2 explained_variance_score (whose default is force_finite=true)")
public record ExplainedVarianceScore(
    @Parameter(doc = "whether a constant label gives 1 or 0 instead of no value")
        boolean forceFinite)
    implements Metric {

  /** Undefined for a constant label. */
  public ExplainedVarianceScore() {
    this(false);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(
        Sums.OVER,
        Sums.UNDER,
        Sums.SQUARED_OVER,
        Sums.SQUARED_UNDER,
        Sums.LABELS,
        Sums.SQUARED_LABELS);
  }

  @Override
  public MetricValue value(StateView states) {
    long rows = states.count(Domain.REAL);
    if (rows < 2) {
      return Sums.tooFewRows(rows, 2);
    }
    if (Sums.overflowed(states, needs())) {
      return Sums.overflowed();
    }
    return R2Score.explained(
        Sums.labels(states).spread(), Sums.errors(states).spread(), forceFinite);
  }
}
