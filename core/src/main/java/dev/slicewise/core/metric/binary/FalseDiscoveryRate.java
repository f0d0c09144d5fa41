package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.ClassInput;
import dev.slicewise.core.metric.multiclass.Task;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;

/** fp / (fp + tp); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "false_discovery_rate",
    aliases = {"fdr"},
    summary = "False discovery rate: of the rows predicted positive, the share that is not.",
    formula = "fp / (fp + tp)",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no row predicted positive: undefined",
      "no usable rows: undefined",
      "average or task for several classes: a class with an undefined value is left out and counted"
          + " in undefined_classes",
      "more than 1,000 classes: undefined, micro apart",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use = "1 − precision: the share of alarms that are false.",
    source = "1 − scikit-learn 1.2 precision_score")
public record FalseDiscoveryRate(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(doc = Average.DOC, quiet = true) Average average,
    @Parameter(doc = Task.DOC, quiet = true) Task task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes,
    @Parameter(doc = ClassInput.LABELS, quiet = true) String labels)
    implements ConfusionRatio {
  /** At ½. */
  public FalseDiscoveryRate() {
    this(Confusion.DEFAULT_THRESHOLD, Average.BINARY, Task.BINARY, "", "");
  }

  @Override
  public double[] numerator() {
    return Confusion.cells(0, 1, 0, 0);
  }

  @Override
  public double[] denominator() {
    return Confusion.cells(1, 1, 0, 0);
  }

  @Override
  public String whenZero() {
    return "no row is predicted positive";
  }
}
