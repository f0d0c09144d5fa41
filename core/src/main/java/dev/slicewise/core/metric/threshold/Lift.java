package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Parameter;
import java.math.BigInteger;

/** How much richer the top rows are; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "lift",
    aliases = {"lift_at"},
    summary = "Lift: how many times more positives the top-scored rows hold than any rows would.",
    formula = "(tp_k/k) / (P/n) in the k = ⌈fraction·n⌉ rows with the highest scores",
    range = "[0, inf)",
    better = Direction.HIGHER,
    edges = {
      "no row with label 1: undefined",
      "rows tied at the cut: positives in proportion",
      "weighted: the cut lies at fraction·W; equal weights count as rows do",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = ScoreCurve.EXACTNESS + ", what the bin at the cut leaves open",
    use =
        "For campaigns that can reach a fixed share. Its ceiling is min(n/k, n/P): a lift of 2 is"
            + " perfect where half the rows are positive.",
    source = "definition; ties in proportion, whereas sorted lists break them by accident")
public record Lift(@Parameter(doc = TopShare.FRACTION, range = "(0, 1]") double fraction)
    implements ScoreMetric {
  /** In the top tenth. */
  public Lift() {
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
    BigInteger all = curve.exactTp(0).add(curve.exactFp(0));
    BigInteger expected = top.rows().multiply(curve.exactTp(0));
    double perPositive = Rounding.ratio(all, expected);
    return MetricValue.bounded(
        Rounding.ratio(top.positivesTimesSplit().multiply(all), expected.multiply(top.split())),
        curve.lossless() ? 0.0 : top.unknown() * perPositive);
  }
}
