package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.binary.ZeroDivision;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.term.Parameter;

/** The trapezoidal area under precision by recall; all else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "pr_auc_trapezoid",
    aliases = {"trapezoidal_pr_auc"},
    summary = "Area under the precision-recall curve by trapezoids.",
    formula =
        "Σ_b (R_b − R_{b+1})·(p_b + p_{b+1})/2, and precision 1 at recall 0, or that of the highest score",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no row with label 1: undefined, or zero_division",
      "no row with label 0: 1",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = ScoreCurve.EXACTNESS,
    use =
        "For comparison with tools that draw straight lines between points, which no threshold"
            + " reaches: it flatters. Prefer average_precision.",
    source = "scikit-learn 1.2 auc(recall, precision); Davis, Goadrich 2006 on why not")
public record PrAucTrapezoid(
    @Parameter(
            doc = "precision at recall 0: one, or highest_score, that of the highest score",
            quiet = true)
        Start start,
    @Parameter(doc = ZeroDivision.DOC, quiet = true) ZeroDivision zeroDivision)
    implements ScoreMetric {
  /** Where the curve starts. */
  public enum Start {
    /** At precision 1, as scikit-learn's curve does. */
    ONE,
    /** At the precision of the highest score, as MLlib's curve does. */
    HIGHEST_SCORE
  }

  /** From precision 1; undefined without positives. */
  public PrAucTrapezoid() {
    this(Start.ONE, ZeroDivision.NULL);
  }

  @Override
  public MetricValue value(ScoreCurve curve) {
    if (curve.positives() == 0) {
      return zeroDivision.value(NO_POSITIVES);
    }
    ExactSum area = new ExactSum();
    ExactSum least = new ExactSum();
    ExactSum most = new ExactSum();
    for (int b = 0; b < curve.last(); b++) {
      double positives = curve.positives(b);
      double above = b + 1 == curve.last() ? first(curve, b) : curve.precision(b + 1);
      area.add(positives * ((curve.precision(b) + above) / 2));
      if (!curve.lossless() && positives > 0) {
        // Somewhere in the bin no positive and all negatives may be counted, or the reverse.
        double before = curve.tp(b + 1);
        least.add(before == 0 ? 0.0 : positives * (before / (before + curve.fp(b))));
        most.add(positives * (curve.tp(b) / (curve.tp(b) + curve.fp(b + 1))));
      }
    }
    double value = area.value();
    double bound = curve.lossless() ? 0.0 : Math.max(most.value() - value, value - least.value());
    return MetricValue.bounded(value / curve.positives(), bound / curve.positives());
  }

  private double first(ScoreCurve curve, int highest) {
    return start == Start.ONE ? 1.0 : curve.precision(highest);
  }
}
