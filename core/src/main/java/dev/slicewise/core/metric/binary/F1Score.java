package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.ClassInput;
import dev.slicewise.core.metric.multiclass.Task;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;

/** 2tp / (2tp + fp + fn); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "f1_score",
    aliases = {"f1"},
    summary = "F1: the harmonic mean of precision and recall.",
    formula = "2tp / (2tp + fp + fn)",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "tp = fp = fn = 0: undefined, or zero_division",
      "positives but none predicted: 0",
      "no usable rows: undefined",
      "average or task for several classes: a class with an undefined value is left out and counted"
          + " in undefined_classes",
      "more than 1,000 classes: undefined, micro apart",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use =
        "It ignores true negatives and rises with the base rate: two slices with different"
            + " base rates cannot be compared by it.",
    source = "scikit-learn 1.2 f1_score")
public record F1Score(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(doc = ZeroDivision.DOC) ZeroDivision zeroDivision,
    @Parameter(doc = Average.DOC, quiet = true) Average average,
    @Parameter(doc = Task.DOC, quiet = true) Task task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes,
    @Parameter(doc = ClassInput.LABELS, quiet = true) String labels)
    implements ConfusionRatio {
  /** At ½. */
  public F1Score() {
    this(Confusion.DEFAULT_THRESHOLD, ZeroDivision.NULL, Average.BINARY, Task.BINARY, "", "");
  }

  @Override
  public double[] numerator() {
    return Confusion.cells(2, 0, 0, 0);
  }

  @Override
  public double[] denominator() {
    return Confusion.cells(2, 1, 1, 0);
  }

  @Override
  public String whenZero() {
    return "no row is positive or predicted so";
  }
}
