package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.loss.Brier;
import java.util.List;

/** 1 − Brier score / variance of the label; all else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "d2_brier_score",
    aliases = {"brier_skill_score", "bss"},
    summary = "Brier skill score: the share of the base rate's Brier score that the model removes.",
    formula = "1 − brier / var(y); var(y) = π(1−π) for labels 0 and 1, π the slice's mean label",
    range = "(-inf, 1]",
    better = Direction.HIGHER,
    edges = {
      "all labels equal: undefined",
      "no usable rows: undefined",
      "label outside [0, 1] or probability beyond tolerance: row skipped, n_domain"
    },
    use =
        "Comparable over slices with other base rates, where the Brier score is not: for rare"
            + " events that one is small for any model.",
    source = "scikit-learn 1.5 d2_brier_score")
public record D2BrierScore() implements Metric {
  private static final Column LABEL = new Column(Domain.SOFT_PROBABILITY, Role.LABEL);
  private static final Sum LOSS = Sum.of(new Brier());
  private static final Sum LABELS = Sum.of(LABEL);
  private static final ProductSum SQUARES = ProductSum.square(LABEL);

  @Override
  public List<Statistic<?>> needs() {
    return List.of(LOSS, LABELS, SQUARES);
  }

  @Override
  public MetricValue value(StateView states) {
    Dyadic weight = states.rows(Domain.SOFT_PROBABILITY).exactWeight();
    Dyadic squares = states.sum(SQUARES).toDyadic().times(weight);
    Dyadic baseline = squares.minus(states.sum(LABELS).toDyadic().squared());
    if (baseline.signum() == 0) {
      return MetricValue.undefined("all labels are equal");
    }
    Dyadic loss = states.sum(LOSS).toDyadic().times(weight);
    return MetricValue.exact(baseline.minus(loss).over(baseline));
  }
}
