package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
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
      "definition=about_mean_label: Σ w(p − ȳ)²/W in squared units of the label, from one row on",
      "an overflow: undefined"
    },
    use =
        "Its distance from r2_score is what the bias costs. Alone it praises a model that is off by a"
            + " constant.",
    source = "scikit-learn 1.2 explained_variance_score (whose default is force_finite=true)")
public record ExplainedVarianceScore(
    @Parameter(doc = "whether a constant label gives 1 or 0 instead of no value")
        boolean forceFinite,
    @Parameter(
            doc = "share: 1 − Var(e)/Var(y); about_mean_label: the mean of (p − ȳ)², as in MLlib",
            quiet = true)
        Definition definition)
    implements Metric {
  /** What is called the explained variance. */
  public enum Definition {
    /** 1 − Var(e)/Var(y). */
    SHARE,
    /** Σw(p − ȳ)²/W. */
    ABOUT_MEAN_LABEL
  }

  /** The share, undefined for a constant label. */
  public ExplainedVarianceScore() {
    this(false, Definition.SHARE);
  }

  @Override
  public List<Statistic<?>> needs() {
    if (definition == Definition.ABOUT_MEAN_LABEL) {
      return List.of(Sums.LABELS, Sums.PREDICTIONS, Sums.SQUARED_PREDICTIONS);
    }
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
    if (definition == Definition.ABOUT_MEAN_LABEL) {
      return aboutMeanLabel(states);
    }
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

  /** Σw(p − ȳ)² = W·Σwp² − 2Σwp·Σwy + (Σwy)², over W. */
  private MetricValue aboutMeanLabel(StateView states) {
    if (Sums.overflowed(states, needs())) {
      return Sums.overflowed();
    }
    Dyadic weight = states.rows(Domain.REAL).exactWeight();
    Dyadic labels = states.sum(Sums.LABELS).toDyadic();
    Dyadic predictions = states.sum(Sums.PREDICTIONS).toDyadic();
    Dyadic squares = states.sum(Sums.SQUARED_PREDICTIONS).toDyadic();
    Dyadic spread =
        weight.times(squares).minus(predictions.times(labels).scaled(1)).plus(labels.squared());
    return MetricValue.exact(spread.over(weight.squared()));
  }
}
