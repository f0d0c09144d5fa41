package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.interval.WilsonInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Curve;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Predicted probability against observed share, bin by bin. */
@MetricInfo(
    id = "reliability_curve",
    aliases = {"calibration_plot", "calibration_curve"},
    summary =
        "Reliability curve: per bin of the probability the rows, the mean prediction, the"
            + " mean label and its 95 % interval.",
    formula =
        "(n, mean p, mean y, Wilson interval of mean y) of each non-empty bin, in ascending"
            + " order of p",
    units = "probability",
    range = "[0, 1]",
    better = Direction.NONE,
    curve = true,
    edges = {
      "no usable rows: undefined",
      "an empty bin: left out",
      "one class: mean labels of 0 or 1",
      "all probabilities equal: one point",
      "strategy = quantile: a probability is never split between bins, so bins may be"
          + " uneven and fewer than asked for",
      "weighted rows: n is the bin's weight; the interval takes n·W/Σw² for the number of rows",
      "all weights below 2^-61: undefined"
    },
    exactness =
        "exact up to final rounding; probabilities below 2^-8 are kept to 2^-60. With"
            + " strategy = quantile and more than 4,096 distinct probabilities the cuts lie"
            + " between histogram bins",
    use =
        "Points below the diagonal mean over-prediction. uniform bins are easy to compare,"
            + " quantile bins show where the rows are. The interval is for the share at the bin's"
            + " mean prediction: wide intervals off the diagonal prove nothing.",
    source =
        "scikit-learn 1.2 calibration_curve, which has edges=right and 5 bins; Wilson 1927, doi:10.1080/01621459.1927.10502953")
public record ReliabilityCurve(
    @Parameter(doc = "uniform: bins of equal width; quantile: bins of equal mass")
        Strategy strategy,
    @Parameter(doc = "number of bins", range = "[1, 1000]") int nBins,
    @Parameter(doc = BinEdges.DOC, quiet = true) BinEdges edges)
    implements Metric {
  private static final List<String> COLUMNS =
      List.of("n", "mean_prediction", "mean_label", "wilson_low", "wilson_high");

  private static final double CONFIDENCE = 0.95;

  /** How bins are cut. */
  public enum Strategy {
    /** Equal width. */
    UNIFORM,
    /** Equal mass. */
    QUANTILE
  }

  /** Refuses more bins than the edges allow. */
  public ReliabilityCurve {
    edges.check(nBins);
  }

  /** The default: 15 bins of equal width. */
  public ReliabilityCurve() {
    this(Strategy.UNIFORM, 15, BinEdges.LEFT);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(
        strategy == Strategy.UNIFORM ? edges.statistic(nBins) : ScoreHistogram.OF_PROBABILITIES);
  }

  @Override
  public MetricValue value(StateView states) {
    CalibrationBins bins =
        strategy == Strategy.UNIFORM
            ? CalibrationBins.equalWidth(states, nBins, edges)
            : CalibrationBins.equalMass(states, nBins);
    if (bins.vanished()) {
      return CalibrationBins.VANISHED;
    }
    List<List<Double>> points = new ArrayList<>();
    for (CalibrationBin bin : bins.bins()) {
      double share = bin.meanLabel();
      double rows = CalibrationBins.effectiveRows(states, bin.weight());
      Interval interval = WilsonInterval.of(share * rows, rows, CONFIDENCE);
      points.add(
          List.of(
              bin.weight().toDouble(),
              bin.meanPrediction(),
              share,
              interval.low(),
              interval.high()));
    }
    return new Curve(COLUMNS, points);
  }
}
