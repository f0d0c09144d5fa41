package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** Mean distance between observed share and predicted probability over bins of equal mass. */
@MetricInfo(
    id = "adaptive_calibration_error",
    aliases = {"ace"},
    summary =
        "Adaptive calibration error: mean distance of predicted and observed over bins that"
            + " hold equal shares of the rows.",
    formula =
        "Σ_r |mean_r(p) − mean_r(y)| / R over the R non-empty groups (q_(r-1), q_r] between"
            + " the r/bins quantiles of p",
    units = "probability",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "all probabilities equal: one group, |p − mean(y)|",
      "many equal probabilities: never split, so fewer groups than asked for; their"
          + " number is the detail bins",
      "fewer rows than bins: one group a distinct probability",
      "all weights below 2^-61: undefined"
    },
    exactness =
        "exact up to 4,096 distinct probabilities; beyond, groups are cut between histogram"
            + " bins and the value is marked as estimated",
    use =
        "Sees miscalibration where the rows are, for instance below 0.05 for rare events,"
            + " where equal-width bins put everything into one bin. Every group counts the same,"
            + " so a group of one odd probability can dominate.",
    source = "Nixon et al. 2019, Measuring Calibration in Deep Learning, arXiv:1904.01685")
public record AdaptiveCalibrationError(
    @Parameter(doc = "number of equal-mass bins", range = "[1, 1000]") int bins) implements Metric {
  /** The default: 15 bins. */
  public AdaptiveCalibrationError() {
    this(15);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(ScoreHistogram.OF_PROBABILITIES);
  }

  @Override
  public MetricValue value(StateView states) {
    CalibrationBins groups = CalibrationBins.equalMass(states, bins);
    if (groups.vanished()) {
      return CalibrationBins.VANISHED;
    }
    double total = 0;
    for (CalibrationBin group : groups.bins()) {
      total += group.gap().abs().over(group.weight());
    }
    int count = groups.bins().size();
    return groups.scalar(total / count).with("bins", count);
  }
}
