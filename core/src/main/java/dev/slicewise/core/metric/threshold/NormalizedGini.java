package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.BinnedSums;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import java.util.List;

/** A Lorenz curve by prediction against the best one; all else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "normalized_gini",
    aliases = {"normalized_gini_coefficient"},
    summary = "Normalized Gini: how well predictions order real labels, 1 for their own order.",
    formula =
        "G(order by p) / G(order by y), G = W·Y − Σ_b w_b·(2·Y_<b + Y_b) over ties b in ascending"
            + " order, Y = Σ w·y",
    range = "[-1, 1]",
    better = Direction.HIGHER,
    edges = {
      "labels sum to 0: undefined",
      "all labels equal: undefined",
      "all predictions equal: 0",
      "no usable rows: undefined"
    },
    exactness =
        "exact up to final rounding for at most 1,024 distinct predictions and labels, else with a"
            + " certificate from the mass of the largest bin",
    use =
        "Ranks risks whose size matters, such as claims; monotone changes of the prediction leave"
            + " it alone, so it says nothing of bias. Meant for labels of one sign.",
    source = "the Kaggle definition; ties share their mass instead of being broken by row order")
public record NormalizedGini() implements Metric {
  private static final BinnedSums BY_PREDICTION =
      new BinnedSums(Column.PREDICTION, List.of(Column.LABEL), BinnedSums.DEFAULT_BINS);
  private static final BinnedSums BY_LABEL =
      new BinnedSums(Column.LABEL, List.of(Column.LABEL), BinnedSums.DEFAULT_BINS);

  @Override
  public List<Statistic<?>> needs() {
    return List.of(BY_PREDICTION, BY_LABEL);
  }

  @Override
  public MetricValue value(StateView states) {
    BinnedSums.State byPrediction = states.state(BY_PREDICTION);
    BinnedSums.State byLabel = states.state(BY_LABEL);
    Dyadic weight = states.rows(Domain.REAL).exactWeight();
    if (overflowed(byLabel)) {
      return MetricValue.undefined("sums overflowed");
    }
    Dyadic total = total(byLabel);
    if (total.signum() == 0) {
      return MetricValue.undefined("the labels sum to 0");
    }
    Dyadic best = gini(byLabel, weight, total);
    Dyadic achieved = gini(byPrediction, weight, total);
    double unsureBest = unsureOfLabels(byLabel);
    double size = Math.abs(best.toDouble());
    if (best.signum() == 0 || (unsureBest > 0 && unsureBest >= size)) {
      return MetricValue.undefined("the labels are equal, or as good as equal");
    }
    double value = achieved.over(best);
    double unsure = unsureOfPredictions(byPrediction, byLabel) + Math.abs(value) * unsureBest;
    double bound = unsure == 0.0 ? 0.0 : unsure / (size - unsureBest);
    return Double.isNaN(bound)
        ? MetricValue.undefined("sums beyond the range of doubles")
        : MetricValue.bounded(value, bound);
  }

  private static boolean overflowed(BinnedSums.State state) {
    for (long key : state.keys()) {
      if (state.sums(key)[0].overflows() > 0) {
        return true;
      }
    }
    return false;
  }

  private static Dyadic total(BinnedSums.State state) {
    Dyadic total = Dyadic.ZERO;
    for (long key : state.keys()) {
      total = total.plus(state.sums(key)[0].toDyadic());
    }
    return total;
  }

  /** Twice the area between the diagonal and the Lorenz curve, times W·Y. */
  private static Dyadic gini(BinnedSums.State state, Dyadic weight, Dyadic total) {
    Dyadic below = Dyadic.ZERO;
    Dyadic area = Dyadic.ZERO;
    for (long key : state.keys()) {
      ExactSum[] sums = state.sums(key);
      Dyadic labels = sums[0].toDyadic();
      area = area.plus(sums[1].toDyadic().times(below.scaled(1).plus(labels)));
      below = below.plus(labels);
    }
    return weight.times(total).minus(area);
  }

  /** How far the order inside bins can move G: at most the largest bin's weight times Σ w·|y|. */
  private static double unsureOfPredictions(BinnedSums.State bins, BinnedSums.State byLabel) {
    if (bins.relativeBound() == 0.0) {
      return 0.0;
    }
    double largest = 0;
    for (long key : bins.keys()) {
      largest = Math.max(largest, bins.sums(key)[1].value());
    }
    double magnitudes = 0;
    for (long key : byLabel.keys()) {
      // A bin of labels never holds both signs.
      magnitudes += Math.abs(byLabel.sums(key)[0].value());
    }
    return largest * magnitudes;
  }

  /** The same where a bin's labels themselves are all but equal, unless the bin reaches to 0. */
  private static double unsureOfLabels(BinnedSums.State bins) {
    double relative = Math.min(1.0, bins.relativeBound());
    double unsure = 0;
    for (long key : bins.keys()) {
      boolean reachesZero = relative > 0 && (key == 0 || key == -1);
      ExactSum[] sums = bins.sums(key);
      unsure += (reachesZero ? 1.0 : relative) * sums[1].value() * Math.abs(sums[0].value());
    }
    return unsure;
  }
}
