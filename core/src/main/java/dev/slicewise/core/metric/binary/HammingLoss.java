package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.AveragedRatio;
import dev.slicewise.core.metric.multiclass.ClassInput;
import dev.slicewise.core.metric.multiclass.RightRows;
import dev.slicewise.core.metric.multiclass.Task;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;

/** Wrong decisions over all decisions; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "hamming_loss",
    presets = {"multilabel_hamming_loss = task: multilabel"},
    summary = "Hamming loss: the share of decisions that are wrong, each label of a row being one.",
    formula = "(fp + fn) / n; multilabel Σ over labels of (fp + fn) / (tp + fp + fn + tn)",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "one decision a row: the error rate",
      "no usable rows: undefined",
      "arrays of unequal length, or a label other than 0 or 1: row skipped, n_domain"
    },
    use =
        "With many labels of which few hold, saying none is nearly right: read macro recall or"
            + " f1_score beside it.",
    source = "scikit-learn 1.2 hamming_loss")
public record HammingLoss(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(doc = Task.DOC, quiet = true) Task task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements ConfusionRatio {
  /** Of one decision a row, at ½. */
  public HammingLoss() {
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
    ClassInput input = new ClassInput(task, classes, threshold);
    return switch (task) {
      case BINARY -> this;
      case MULTILABEL -> new AveragedRatio(input, Average.MICRO, "", this);
      default -> RightRows.of(input, true);
    };
  }
}
