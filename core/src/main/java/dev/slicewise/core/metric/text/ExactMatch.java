package dev.slicewise.core.metric.text;

import dev.slicewise.core.interval.CellRatioInterval;
import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/** Share of texts that equal a reference; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "exact_match",
    summary = "Share of hypotheses whose tokens are those of a reference, in order.",
    formula = "Σw·1{hypothesis = a reference} / Σw; columns hypothesis, reference",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "an empty hypothesis and an empty reference: a match",
      "several references: any of them",
      "a row without a reference: n_domain"
    },
    use =
        "For short answers. Case, punctuation and articles count here; SQuAD's script removes them"
            + " first, so do the same to both columns before comparing with its numbers.",
    source = "Rajpurkar et al. 2016, without its normalisation of answers")
public record ExactMatch() implements Metric {
  private static final CellCounts TABLE =
      CellCounts.of(new BestReference(BestReference.Agreement.EXACT));

  @Override
  public List<Statistic<?>> needs() {
    return List.of(TABLE);
  }

  @Override
  public MetricValue value(StateView states) {
    CellCounts.State cells = states.state(TABLE);
    Dyadic total = cells.mass(0).plus(cells.mass(1));
    return total.signum() == 0
        ? MetricValue.undefined("all weights are below 2^-60")
        : MetricValue.exact(cells.mass(1).over(total));
  }

  @Override
  public IntervalMethod interval() {
    return new CellRatioInterval(TABLE, new double[] {0, 1}, new double[] {1, 1});
  }
}
