package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.multiclass.ClassInput;
import dev.slicewise.core.metric.multiclass.RightRows;
import dev.slicewise.core.metric.multiclass.Task;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;

/** (tp + tn) / n; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "accuracy",
    aliases = {"accuracy_score", "binary_accuracy"},
    presets = {"subset_accuracy = task: multilabel"},
    summary = "Accuracy: the share of rows decided rightly.",
    formula = "(tp + tn) / n; of several labels a row, the share of rows with all of them right",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {"no usable rows: undefined", "label other than 0 or 1: row skipped, n_domain"},
    use =
        "With 1 % positives, always saying no is 99 % accurate: read balanced_accuracy or"
            + " matthews_corrcoef beside it.",
    source = "scikit-learn 1.2 accuracy_score")
public record Accuracy(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(doc = Task.DOC, quiet = true) Task task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements ConfusionRatio {
  /** At ½. */
  public Accuracy() {
    this(Confusion.DEFAULT_THRESHOLD, Task.BINARY, "");
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

  @Override
  public Metric resolved() {
    return task == Task.BINARY
        ? this
        : RightRows.of(new ClassInput(task, classes, threshold), false);
  }
}
