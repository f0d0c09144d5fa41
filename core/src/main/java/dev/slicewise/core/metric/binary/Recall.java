package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.ClassInput;
import dev.slicewise.core.metric.multiclass.Task;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;

/** tp / (tp + fn); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "recall",
    aliases = {"recall_score", "tpr", "sensitivity", "true_positive_rate", "hit_rate"},
    summary = "Recall: of the positive rows, the share that is predicted so.",
    formula = "tp / (tp + fn)",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no row with label 1: undefined, or zero_division",
      "no usable rows: undefined",
      "average or task for several classes: a class with an undefined value is left out and counted"
          + " in undefined_classes",
      "more than 1,000 classes: undefined, micro apart",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use = "Predicting everything positive makes it 1: read it with precision or fpr.",
    source = "scikit-learn 1.2 recall_score")
public record Recall(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(doc = ZeroDivision.DOC) ZeroDivision zeroDivision,
    @Parameter(doc = Average.DOC, quiet = true) Average average,
    @Parameter(doc = Task.DOC, quiet = true) Task task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes,
    @Parameter(doc = ClassInput.LABELS, quiet = true) String labels)
    implements ConfusionRatio {
  /** At ½. */
  public Recall() {
    this(Confusion.DEFAULT_THRESHOLD, ZeroDivision.NULL, Average.BINARY, Task.BINARY, "", "");
  }

  @Override
  public double[] numerator() {
    return Confusion.cells(1, 0, 0, 0);
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
