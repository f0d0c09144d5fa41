package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.ClassInput;
import dev.slicewise.core.metric.multiclass.Task;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;

/** tn / (tn + fn); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "npv",
    aliases = {"negative_predictive_value"},
    summary = "Negative predictive value: of the rows predicted negative, the share that is.",
    formula = "tn / (tn + fn)",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no row predicted negative: undefined",
      "no usable rows: undefined",
      "average or task for several classes: a class with an undefined value is left out and counted"
          + " in undefined_classes",
      "more than 1,000 classes: undefined, micro apart",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use = "High for any model where positives are rare.",
    source = "scikit-learn 1.2 precision_score(pos_label=0)")
public record NegativePredictiveValue(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(doc = Average.DOC, quiet = true) Average average,
    @Parameter(doc = Task.DOC, quiet = true) Task task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes,
    @Parameter(doc = ClassInput.LABELS, quiet = true) String labels)
    implements ConfusionRatio {
  /** At ½. */
  public NegativePredictiveValue() {
    this(Confusion.DEFAULT_THRESHOLD, Average.BINARY, Task.BINARY, "", "");
  }

  @Override
  public double[] numerator() {
    return Confusion.cells(0, 0, 0, 1);
  }

  @Override
  public double[] denominator() {
    return Confusion.cells(0, 0, 1, 1);
  }

  @Override
  public String whenZero() {
    return "no row is predicted negative";
  }
}
