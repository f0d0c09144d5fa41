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
import java.util.List;

/** The gap between the classes' mean probabilities; all else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "tjur_r2",
    aliases = {"coefficient_of_discrimination", "tjur_r_squared"},
    summary = "Tjur's R²: how much higher the mean probability is where the label is 1.",
    formula = "mean(p | y = 1) − mean(p | y = 0)",
    range = "[-1, 1]",
    better = Direction.HIGHER,
    edges = {
      "one class only: undefined",
      "no usable rows: undefined",
      "label other than 0 or 1, or probability beyond tolerance: row skipped, n_domain"
    },
    use = "An R² that reads off a histogram of scores by class; over-confidence raises it.",
    source = "Tjur 2009, doi:10.1198/tast.2009.08210")
public record TjurR2() implements Metric {
  private static final Column LABEL = new Column(Domain.BINARY_PROBABILITY, Role.LABEL);
  private static final Column PREDICTION = new Column(Domain.BINARY_PROBABILITY, Role.PREDICTION);
  private static final Sum POSITIVES = Sum.of(LABEL);
  private static final Sum PREDICTIONS = Sum.of(PREDICTION);
  private static final ProductSum OF_POSITIVES = ProductSum.of(LABEL, PREDICTION);

  @Override
  public List<Statistic<?>> needs() {
    return List.of(POSITIVES, PREDICTIONS, OF_POSITIVES);
  }

  @Override
  public MetricValue value(StateView states) {
    Dyadic positives = states.sum(POSITIVES).toDyadic();
    Dyadic negatives = states.rows(Domain.BINARY_PROBABILITY).exactWeight().minus(positives);
    if (positives.signum() == 0 || negatives.signum() == 0) {
      return MetricValue.undefined(ScoreMetric.ONE_CLASS);
    }
    Dyadic ofPositives = states.sum(OF_POSITIVES).toDyadic();
    Dyadic ofNegatives = states.sum(PREDICTIONS).toDyadic().minus(ofPositives);
    Dyadic gap = ofPositives.times(negatives).minus(ofNegatives.times(positives));
    return MetricValue.exact(gap.over(positives.times(negatives)));
  }
}
