package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Curve;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.statistic.ScoreBins;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The isotonic recalibration; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "corp_reliability_curve",
    aliases = {"isotonic_calibration_curve", "corp_reliability_diagram"},
    summary =
        "CORP reliability curve: what happened at each predicted probability, by isotonic"
            + " regression instead of bins.",
    formula =
        "(low, high, n, mean p, mean y) of each level of the isotonic regression of y on p, in"
            + " ascending order; mean y is the recalibrated probability of every p in [low, high]",
    units = "probability",
    range = "[0, 1]",
    better = Direction.NONE,
    curve = true,
    edges = {
      "no usable rows: undefined",
      "one class, or predictions in the wrong order: one level",
      "all weights below 2^-61: undefined"
    },
    exactness =
        "exact up to 4,096 distinct probabilities; beyond, the regression on the histogram's bins,"
            + " which no level cuts",
    use =
        "Stable where binned curves jump with the number of bins. Its levels are the recalibrated"
            + " model: use them as a lookup only on other rows than these.",
    source = "Dimitriadis, Gneiting, Jordan 2021, doi:10.1073/pnas.2016191118")
public record CorpReliabilityCurve() implements Metric {
  private static final List<String> COLUMNS =
      List.of("low", "high", "n", "mean_prediction", "mean_label");

  @Override
  public List<Statistic<?>> needs() {
    return List.of(ScoreHistogram.OF_PROBABILITIES);
  }

  @Override
  public MetricValue value(StateView states) {
    ScoreBins bins = states.state(ScoreHistogram.OF_PROBABILITIES).bins();
    List<List<Double>> points = new ArrayList<>();
    for (CorpDecomposition.Block block : CorpDecomposition.isotonic(bins)) {
      points.add(
          List.of(
              bins.score()[block.from()],
              bins.score()[block.to()],
              new Dyadic(block.rows(), -bins.unitBits()).toDouble(),
              meanPrediction(bins, block),
              Rounding.ratio(block.positives(), block.rows())));
    }
    return points.isEmpty() ? CalibrationBins.VANISHED : new Curve(COLUMNS, points);
  }

  private static double meanPrediction(ScoreBins bins, CorpDecomposition.Block block) {
    Dyadic rows = new Dyadic(block.rows(), -bins.unitBits());
    Dyadic sum = Dyadic.ZERO;
    for (int i = block.from(); i <= block.to(); i++) {
      BigInteger inBin = bins.positives()[i].add(bins.negatives()[i]);
      // One score a bin: the product keeps the digits of tiny probabilities that Σp rounds away.
      sum =
          sum.plus(
              bins.lossless()
                  ? new Dyadic(inBin, -bins.unitBits()).times(Dyadic.of(bins.score()[i]))
                  : new Dyadic(bins.scoreSums()[i], -bins.unitBits()));
    }
    return sum.over(rows) + 0.0;
  }
}
