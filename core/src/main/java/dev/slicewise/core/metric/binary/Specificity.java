package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.ClassInput;
import dev.slicewise.core.metric.multiclass.Task;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;

/** tn / (tn + fp); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "specificity",
    aliases = {"tnr", "true_negative_rate", "selectivity"},
    summary = "Specificity: of the negative rows, the share that is predicted so.",
    formula = "tn / (tn + fp)",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no row with label 0: undefined",
      "no usable rows: undefined",
      "average or task for several classes: a class with an undefined value is left out and counted"
          + " in undefined_classes",
      "more than 1,000 classes: undefined, micro apart",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use =
        "Where negatives abound, 99.9 % may still mean more false alarms than hits: read"
            + " precision too.",
    source = "scikit-learn 1.2 recall_score(pos_label=0)")
public record Specificity(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(doc = Average.DOC, quiet = true) Average average,
    @Parameter(doc = Task.DOC, quiet = true) Task task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes,
    @Parameter(doc = ClassInput.LABELS, quiet = true) String labels)
    implements ConfusionRatio {
  /** At ½. */
  public Specificity() {
    this(Confusion.DEFAULT_THRESHOLD, Average.BINARY, Task.BINARY, "", "");
  }

  @Override
  public double[] numerator() {
    return Confusion.cells(0, 0, 0, 1);
  }

  @Override
  public double[] denominator() {
    return Confusion.cells(0, 1, 0, 1);
  }

  @Override
  public String whenZero() {
    return "no row has label 0";
  }
}
