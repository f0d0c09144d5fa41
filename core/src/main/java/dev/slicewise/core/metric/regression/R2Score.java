package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** 1 − SS_res/SS_tot; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "r2_score",
    aliases = {"r2"},
    summary = "Coefficient of determination: how much better than predicting the slice's mean.",
    formula = "1 − Σ w·e² / Σ w(y − ȳ)²",
    range = "(-inf, 1]",
    better = Direction.HIGHER,
    edges = {
      "fewer than 2 rows: undefined",
      "constant label: undefined; with force_finite 1 if all errors are 0, else 0",
      "total=unbiased with weights: changes when all weights double; undefined for W = 1",
      "an overflow: undefined"
    },
    use =
        "The share of the label's variance that the model explains. It compares with the mean of the"
            + " slice itself, so the same errors give another R² in a slice of less spread; and a"
            + " high R² can hide a bad tail.",
    source = "scikit-learn 1.2 r2_score (whose default is force_finite=true)")
public record R2Score(
    @Parameter(doc = "whether a constant label gives 1 or 0 instead of no value")
        boolean forceFinite,
    @Parameter(
            doc =
                "Σw(y − ȳ)² as it is (weighted), or times (W − 1)/(W − Σw²/W) (unbiased), as MLlib",
            quiet = true)
        Total total)
    implements Metric {
  /** What the errors are compared with; the two differ only for weighted rows. */
  public enum Total {
    /** Σw(y − ȳ)². */
    WEIGHTED,
    /** (W − 1) times the unbiased variance of the labels. */
    UNBIASED
  }

  static final List<Statistic<?>> NEEDS =
      List.of(Sums.SQUARED_OVER, Sums.SQUARED_UNDER, Sums.LABELS, Sums.SQUARED_LABELS);

  /** Undefined for a constant label. */
  public R2Score() {
    this(false, Total.WEIGHTED);
  }

  @Override
  public List<Statistic<?>> needs() {
    return NEEDS;
  }

  @Override
  public MetricValue value(StateView states) {
    long rows = states.count(Domain.REAL);
    if (rows < 2) {
      return Sums.tooFewRows(rows, 2);
    }
    if (Sums.overflowed(states, NEEDS)) {
      return Sums.overflowed();
    }
    // SS_tot = spread/W, all of it in exact integers.
    Dyadic spread = Sums.labels(states).spread();
    Dyadic residual = Sums.squaredErrors(states).times(states.rows(Domain.REAL).exactWeight());
    if (this.total == Total.WEIGHTED) {
      return explained(spread, residual, forceFinite);
    }
    // Both times W(W² − Σw²), so that nothing is rounded.
    RowAudit.State audit = states.rows(Domain.REAL);
    Dyadic weight = audit.exactWeight();
    Dyadic freedom = weight.squared().minus(audit.exactSquaredWeight());
    return explained(
        spread.times(weight).times(weight.minus(Dyadic.of(1))),
        residual.times(freedom),
        forceFinite);
  }

  /** 1 − unexplained/total. */
  static MetricValue explained(Dyadic total, Dyadic unexplained, boolean forceFinite) {
    if (total.signum() == 0 && forceFinite) {
      return MetricValue.exact(unexplained.signum() == 0 ? 1 : 0);
    }
    return Sums.ratio(total.minus(unexplained), total, "the label is constant");
  }
}
