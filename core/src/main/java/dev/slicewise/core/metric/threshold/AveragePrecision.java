package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.ScoreTask;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;

/** Precision averaged over the positives; all else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "average_precision",
    aliases = {"average_precision_score", "ap", "pr_auc", "auc_pr"},
    summary = "Average precision: the precision at each positive's score, averaged.",
    formula = "Σ_b (a_b/P)·TP_b/(TP_b + FP_b), one step for each distinct score",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no row with label 1: undefined (scikit-learn says 0)",
      "no row with label 0: 1",
      "average or task for several classes: one that no row has is left out and counted in"
          + " undefined_classes",
      "all scores equal: the prevalence",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness =
        ScoreCurve.EXACTNESS
            + ": the value is the middle of the bins' positives last and first, the certificate"
            + " reaches the farther extreme",
    use =
        "Chance is the prevalence, not 0.5: slices with other base rates have another scale. The"
            + " step form is not the optimistic trapezoid.",
    source = "scikit-learn 1.2 average_precision_score")
public record AveragePrecision(
    @Parameter(doc = Average.DOC, quiet = true) Average average,
    @Parameter(doc = ScoreTask.DOC, quiet = true) ScoreTask task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements ScoreMetric {
  /** Of label 1. */
  public AveragePrecision() {
    this(Average.BINARY, ScoreTask.BINARY, "");
  }

  @Override
  public Metric resolved() {
    return AveragedScore.resolve(this, average, task, classes);
  }

  /** From here on the midpoint series has all digits. */
  private static final double SERIES_FROM = 64;

  @Override
  public MetricValue value(ScoreCurve curve) {
    if (curve.positives() == 0) {
      return MetricValue.undefined(NO_POSITIVES);
    }
    return curve.lossless() ? exact(curve) : bounded(curve);
  }

  private static MetricValue exact(ScoreCurve curve) {
    ExactSum sum = new ExactSum();
    for (int b = 0; b < curve.last(); b++) {
      sum.add(curve.positives(b) * curve.precision(b));
    }
    return MetricValue.exact(sum.value() / curve.positives());
  }

  private static MetricValue bounded(ScoreCurve curve) {
    double least = 0;
    double middle = 0;
    double most = 0;
    for (int b = 0; b < curve.last(); b++) {
      double positives = curve.positives(b);
      if (positives > 0) {
        double above = curve.tp(b + 1);
        boolean weighted = curve.weighted();
        double last = sum(positives, above, curve.fp(b), weighted);
        double first = sum(positives, above, curve.fp(b + 1), weighted);
        least += last;
        middle += (last + first) / 2;
        most += positives * (curve.tp(b) / (curve.tp(b) + curve.fp(b + 1)));
      }
    }
    double bound = Math.max(most - middle, middle - least);
    return MetricValue.bounded(middle / curve.positives(), bound / curve.positives());
  }

  /** Σ over i = 1 … a of (t+i)/(t+i+F), or its integral for weights: a − F·Σ 1/(t+i+F). */
  private static double sum(double a, double t, double falsePositives, boolean weighted) {
    double f = falsePositives;
    if (f == 0) {
      return a;
    }
    return a - f * (weighted ? StrictMath.log1p(a / (t + f)) : reciprocals(t + f + 1, a));
  }

  /** Σ of 1/(x+j) for j = 0 … a−1: term by term while x is small, then by Euler and Maclaurin. */
  private static double reciprocals(double x, double a) {
    double sum = 0;
    double at = x;
    double end = x + a;
    while (at < end && at < SERIES_FROM) {
      sum += 1 / at;
      at += 1;
    }
    if (at == end) {
      return sum;
    }
    // Midpoint rule on [u, v]: ln(v/u) − f′/24 + 7f‴/5760 − 31f⁗′/967680 at the ends, f = 1/x.
    double u = at - 0.5;
    double v = end - 0.5;
    return sum + StrictMath.log1p((v - u) / u) + correction(v) - correction(u);
  }

  private static double correction(double x) {
    double square = 1 / (x * x);
    return square * (1 / 24.0 - square * (7 / 960.0 - square * (31 / 8064.0)));
  }
}
