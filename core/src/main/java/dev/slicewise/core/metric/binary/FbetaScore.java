package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.ClassInput;
import dev.slicewise.core.metric.multiclass.Task;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;

/**
 * (1+β²)·tp / ((1+β²)·tp + β²·fn + fp); everything else about it stands in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "fbeta_score",
    aliases = {"fbeta"},
    presets = {"f2 = beta: 2", "f0_5 = beta: 0.5"},
    summary = "F-beta: precision and recall in one number, recall counting beta times as much.",
    formula = "(1+β²)·tp / ((1+β²)·tp + β²·fn + fp)",
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
        "A beta is a price of a miss in false alarms only roughly; expected_cost says it outright.",
    source = "scikit-learn 1.2 fbeta_score")
public record FbetaScore(
    @Parameter(doc = "below 1 favours precision, above 1 recall", range = "(0, 1e6]") double beta,
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(doc = ZeroDivision.DOC) ZeroDivision zeroDivision,
    @Parameter(doc = Average.DOC, quiet = true) Average average,
    @Parameter(doc = Task.DOC, quiet = true) Task task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes,
    @Parameter(doc = ClassInput.LABELS, quiet = true) String labels)
    implements ConfusionRatio {
  /** F1. */
  public FbetaScore() {
    this(1.0, Confusion.DEFAULT_THRESHOLD, ZeroDivision.NULL, Average.BINARY, Task.BINARY, "", "");
  }

  @Override
  public double[] numerator() {
    return Confusion.cells(1 + beta * beta, 0, 0, 0);
  }

  @Override
  public double[] denominator() {
    return Confusion.cells(1 + beta * beta, 1, beta * beta, 0);
  }

  @Override
  public String whenZero() {
    return "no row is positive or predicted so";
  }
}
