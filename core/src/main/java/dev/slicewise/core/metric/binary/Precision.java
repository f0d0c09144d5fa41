package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.ClassInput;
import dev.slicewise.core.metric.multiclass.Task;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;

/** tp / (tp + fp); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "precision",
    aliases = {"precision_score", "ppv", "positive_predictive_value"},
    summary = "Precision: of the rows predicted positive, the share that is.",
    formula = "tp / (tp + fp)",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no row predicted positive: undefined, or zero_division",
      "no usable rows: undefined",
      "average or task for several classes: a class with an undefined value is left out and counted"
          + " in undefined_classes",
      "more than 1,000 classes: undefined, micro apart",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use =
        "It depends on the base rate: the same model is less precise where positives are"
            + " rarer, so compare slices with care.",
    source = "scikit-learn 1.2 precision_score")
public record Precision(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(doc = ZeroDivision.DOC) ZeroDivision zeroDivision,
    @Parameter(doc = Average.DOC, quiet = true) Average average,
    @Parameter(doc = Task.DOC, quiet = true) Task task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes,
    @Parameter(doc = ClassInput.LABELS, quiet = true) String labels)
    implements ConfusionRatio {
  /** At ½. */
  public Precision() {
    this(Confusion.DEFAULT_THRESHOLD, ZeroDivision.NULL, Average.BINARY, Task.BINARY, "", "");
  }

  @Override
  public double[] numerator() {
    return Confusion.cells(1, 0, 0, 0);
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
