package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.ClassInput;
import dev.slicewise.core.metric.multiclass.Task;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;

/** fn / (fn + tp); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "fnr",
    aliases = {"false_negative_rate", "miss_rate"},
    summary = "False negative rate: of the positive rows, the share that is missed.",
    formula = "fn / (fn + tp)",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no row with label 1: undefined",
      "no usable rows: undefined",
      "average or task for several classes: a class with an undefined value is left out and counted"
          + " in undefined_classes",
      "more than 1,000 classes: undefined, micro apart",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use = "1 − recall, for those who count misses.",
    source = "fairlearn false_negative_rate")
public record FalseNegativeRate(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(doc = Average.DOC, quiet = true) Average average,
    @Parameter(doc = Task.DOC, quiet = true) Task task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes,
    @Parameter(doc = ClassInput.LABELS, quiet = true) String labels)
    implements ConfusionRatio {
  /** At ½. */
  public FalseNegativeRate() {
    this(Confusion.DEFAULT_THRESHOLD, Average.BINARY, Task.BINARY, "", "");
  }

  @Override
  public double[] numerator() {
    return Confusion.cells(0, 0, 1, 0);
  }

  @Override
  public double[] denominator() {
    return Confusion.cells(1, 0, 1, 0);
  }

  @Override
  public String whenZero() {
    return "no row has label 1";
  }
}
