package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.multiclass.ClassInput;
import dev.slicewise.core.metric.multiclass.RightRows;
import dev.slicewise.core.metric.multiclass.Task;
import dev.slicewise.core.term.ClassNames;
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
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(doc = Task.DOC, quiet = true) Task task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements ConfusionRatio {
  /** At ½. */
  public ZeroOneLoss() {
    this(Confusion.DEFAULT_THRESHOLD, Task.BINARY, "");
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

  @Override
  public Metric resolved() {
    return task == Task.BINARY
        ? this
        : RightRows.of(new ClassInput(task, classes, threshold), true);
  }
}
