package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Parameter;
import java.math.BigInteger;

/** The share of positives among the top rows; all else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "gain",
    aliases = {"cumulative_gain", "cumulative_gains", "capture_rate"},
    summary = "Gain, or capture rate: the share of all positives that the top-scored rows hold.",
    formula = "tp_k/P in the k = ⌈fraction·n⌉ rows with the highest scores",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no row with label 1: undefined",
      "rows tied at the cut: positives in proportion",
      "weighted: the cut lies at fraction·W; equal weights count as rows do",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = ScoreCurve.EXACTNESS + ", what the bin at the cut leaves open",
    use = "Recall at a capacity instead of a threshold; the fraction itself is what chance gives.",
    source = "definition; ties in proportion, whereas sorted lists break them by accident")
public record Gain(@Parameter(doc = TopShare.FRACTION, range = "(0, 1]") double fraction)
    implements ScoreMetric {
  /** In the top tenth. */
  public Gain() {
    this(0.1);
  }

  @Override
  public MetricValue value(StateView states) {
    ScoreCurve curve = ScoreCurve.of(states);
    return value(curve, TopShare.row(states, curve));
  }

  @Override
  public MetricValue value(ScoreCurve curve) {
    return value(curve, BigInteger.ONE);
  }

  private MetricValue value(ScoreCurve curve, BigInteger row) {
    if (curve.positives() == 0) {
      return MetricValue.undefined(NO_POSITIVES);
    }
    TopShare top = TopShare.of(curve, fraction, row);
    return MetricValue.bounded(
        Rounding.ratio(top.positivesTimesSplit(), curve.exactTp(0).multiply(top.split())),
        curve.lossless() ? 0.0 : top.unknown() / curve.exactTp(0).doubleValue());
  }
}
