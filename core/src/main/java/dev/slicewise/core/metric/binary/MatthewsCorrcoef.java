package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.multiclass.ClassCorrelation;
import dev.slicewise.core.metric.multiclass.ClassInput;
import dev.slicewise.core.metric.multiclass.ClassTask;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;

/**
 * (tp·tn − fp·fn) / √((tp+fp)(tp+fn)(tn+fp)(tn+fn)); everything else about it stands in its {@link
 * MetricInfo}.
 */
@MetricInfo(
    id = "matthews_corrcoef",
    aliases = {"mcc", "phi_coefficient"},
    summary = "Matthews correlation: the correlation of label and decision.",
    formula = "(tp·tn − fp·fn) / √((tp+fp)(tp+fn)(tn+fp)(tn+fn))",
    range = "[-1, 1]",
    better = Direction.HIGHER,
    edges = {
      "one class, or all decided alike: undefined (scikit-learn says 0)",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use =
        "High only if all four cells are good relative to both margins; the one number to read"
            + " under imbalance.",
    source = "scikit-learn 1.2 matthews_corrcoef")
public record MatthewsCorrcoef(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(doc = ClassTask.DOC, quiet = true) ClassTask task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements ConfusionMetric {
  /** At ½. */
  public MatthewsCorrcoef() {
    this(Confusion.DEFAULT_THRESHOLD, ClassTask.BINARY, "");
  }

  @Override
  public MetricValue value(Confusion counts) {
    Dyadic margins =
        counts
            .predictedPositives()
            .times(counts.positives())
            .times(counts.negatives())
            .times(counts.predictedNegatives());
    if (margins.signum() == 0) {
      return MetricValue.undefined("one class only, or all rows decided alike");
    }
    Dyadic determinant = counts.determinant();
    double square = determinant.squared().over(margins);
    return MetricValue.exact(determinant.signum() * Math.sqrt(square));
  }

  @Override
  public Metric resolved() {
    return task == ClassTask.BINARY
        ? this
        : new ClassCorrelation(new ClassInput(task.task(), classes, threshold));
  }
}
