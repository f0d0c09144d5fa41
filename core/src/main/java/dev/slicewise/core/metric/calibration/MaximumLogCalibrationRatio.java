package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** The worst relative miscalibration of any part of a regression's range. */
@MetricInfo(
    id = "max_log_calibration_ratio",
    summary =
        "Largest relative miscalibration: max |ln(total prediction / total label)| over"
            + " equal-mass bins of the prediction.",
    formula = "max_b |ln(Σ_b w·p / Σ_b w·y)|, bins between the i/bins quantiles of p",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "a bin whose total prediction or label is 0, or of opposite signs: undefined",
      "all predictions equal: one bin, |ln(calibration_ratio)|",
      "products with weights that overflow: undefined"
    },
    exactness =
        "exact up to final rounding for up to 1,024 distinct predictions; beyond, bins are"
            + " cut between histogram bins and the value is marked as estimated",
    use =
        "One number to gate on: 0.1 means no tenth of the predictions is off by more than"
            + " about 10 % in total. Meant for positive quantities. The detail ratio tells the"
            + " direction.",
    source = "our own; the points are those of calibration_by_bin")
public record MaximumLogCalibrationRatio(
    @Parameter(doc = "number of equal-mass bins", range = "[1, 1000]") int bins) implements Metric {
  /** The default: tenths. */
  public MaximumLogCalibrationRatio() {
    this(10);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(BinnedPredictions.STATISTIC);
  }

  @Override
  public MetricValue value(StateView states) {
    if (BinnedPredictions.overflowed(states)) {
      return MetricValue.undefined("sums overflowed");
    }
    CalibrationBins groups = BinnedPredictions.groups(states, bins);
    double largest = -1;
    double worst = 0;
    for (CalibrationBin bin : groups.bins()) {
      if (bin.prediction().signum() * bin.label().signum() <= 0) {
        return MetricValue.undefined(
            "the ratio of a bin is not positive: total prediction "
                + bin.prediction().toDouble()
                + ", total label "
                + bin.label().toDouble());
      }
      double ratio = bin.prediction().over(bin.label());
      double size = Math.abs(StrictMath.log(ratio));
      if (size > largest) {
        largest = size;
        worst = ratio;
      }
    }
    return groups.scalar(largest).with("ratio", worst);
  }
}
