package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.multiclass.ClassInput;
import dev.slicewise.core.metric.multiclass.ClassTask;
import dev.slicewise.core.metric.multiclass.MeanRecall;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;

/**
 * The mean of recall and specificity; everything else about it stands in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "balanced_accuracy",
    aliases = {"balanced_accuracy_score"},
    summary = "Balanced accuracy: the mean of recall and specificity.",
    formula = "(tp/P + tn/N) / 2; adjusted: that times 2, minus 1",
    range = "[0, 1]; [-1, 1] adjusted",
    better = Direction.HIGHER,
    edges = {
      "one class only: the rate of that class; undefined when adjusted",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use = "A useless model scores ½ whatever the base rate (0 when adjusted).",
    source = "scikit-learn 1.2 balanced_accuracy_score")
public record BalancedAccuracy(
    @Parameter(doc = "rescale so that chance is 0 and perfect 1") boolean adjusted,
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(doc = ClassTask.DOC, quiet = true) ClassTask task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements ConfusionMetric {
  /** Unadjusted, at ½. */
  public BalancedAccuracy() {
    this(false, Confusion.DEFAULT_THRESHOLD, ClassTask.BINARY, "");
  }

  @Override
  public MetricValue value(Confusion counts) {
    Dyadic positives = counts.positives();
    Dyadic negatives = counts.negatives();
    if (adjusted) {
      return Confusion.ratio(
          counts.determinant(), positives.times(negatives), "only one class has rows");
    }
    if (positives.signum() == 0 || negatives.signum() == 0) {
      return Confusion.ratio(counts.tp().plus(counts.tn()), counts.total(), "no rows");
    }
    return MetricValue.exact(
        counts
            .tp()
            .times(negatives)
            .plus(counts.tn().times(positives))
            .over(positives.times(negatives).scaled(1)));
  }

  @Override
  public Metric resolved() {
    return task == ClassTask.BINARY
        ? this
        : new MeanRecall(new ClassInput(task.task(), classes, threshold), adjusted);
  }
}
