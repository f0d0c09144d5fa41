package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;

/** (fp + fn) / n; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "zero_one_loss",
    aliases = {"error_rate", "misclassification_rate"},
    summary = "Error rate: the share of rows decided wrongly.",
    formula = "(fp + fn) / n",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {"no usable rows: undefined", "label other than 0 or 1: row skipped, n_domain"},
    use =
        "It elicits the likelier class; its gradient is 0 almost everywhere, hence a metric"
            + " and not a training loss.",
    source = "scikit-learn 1.2 zero_one_loss")
public record ZeroOneLoss(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements ConfusionRatio {
  /** At ½. */
  public ZeroOneLoss() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public double[] numerator() {
    return Confusion.cells(0, 1, 1, 0);
  }

  @Override
  public double[] denominator() {
    return Confusion.cells(1, 1, 1, 1);
  }

  @Override
  public String whenZero() {
    return "no rows";
  }
}
