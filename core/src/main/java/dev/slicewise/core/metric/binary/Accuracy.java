package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;

/** (tp + tn) / n; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "accuracy",
    aliases = {"accuracy_score", "binary_accuracy"},
    summary = "Accuracy: the share of rows decided rightly.",
    formula = "(tp + tn) / n",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {"no usable rows: undefined", "label other than 0 or 1: row skipped, n_domain"},
    use =
        "With 1 % positives, always saying no is 99 % accurate: read balanced_accuracy or"
            + " matthews_corrcoef beside it.",
    source = "scikit-learn 1.2 accuracy_score")
public record Accuracy(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements ConfusionRatio {
  /** At ½. */
  public Accuracy() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public double[] numerator() {
    return Confusion.cells(1, 0, 0, 1);
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
