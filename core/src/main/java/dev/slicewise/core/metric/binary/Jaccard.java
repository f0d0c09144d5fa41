package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.ClassInput;
import dev.slicewise.core.metric.multiclass.Task;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;

/** tp / (tp + fp + fn); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "jaccard",
    aliases = {"jaccard_score", "threat_score", "critical_success_index", "csi", "iou"},
    summary =
        "Jaccard index: of the rows that are positive or predicted so, the share that is both.",
    formula = "tp / (tp + fp + fn)",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "tp = fp = fn = 0: undefined, or zero_division",
      "no usable rows: undefined",
      "average or task for several classes: a class with an undefined value is left out and counted"
          + " in undefined_classes",
      "more than 1,000 classes: undefined, micro apart",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use =
        "A monotone function of F1, J = F1/(2 − F1): it ranks models the same way and looks worse.",
    source = "scikit-learn 1.2 jaccard_score")
public record Jaccard(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(doc = ZeroDivision.DOC) ZeroDivision zeroDivision,
    @Parameter(doc = Average.DOC, quiet = true) Average average,
    @Parameter(doc = Task.DOC, quiet = true) Task task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes,
    @Parameter(doc = ClassInput.LABELS, quiet = true) String labels)
    implements ConfusionRatio {
  /** At ½. */
  public Jaccard() {
    this(Confusion.DEFAULT_THRESHOLD, ZeroDivision.NULL, Average.BINARY, Task.BINARY, "", "");
  }

  @Override
  public double[] numerator() {
    return Confusion.cells(1, 0, 0, 0);
  }

  @Override
  public double[] denominator() {
    return Confusion.cells(1, 1, 1, 0);
  }

  @Override
  public String whenZero() {
    return "no row is positive or predicted so";
  }
}
