package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.ClassNames;
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
    @Parameter(doc = "number of equal-mass bins", range = "[1, 1000]") int bins,
    @Parameter(doc = ClassCalibration.DOC, quiet = true) ClassCalibration.Of task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements Metric, ClassCalibration.Measure<ScoreHistogram.State> {
  /** The default: 15 bins. */
  public AdaptiveCalibrationError() {
    this(15, ClassCalibration.Of.BINARY, "");
  }

  @Override
  public Metric resolved() {
    return task == ClassCalibration.Of.BINARY ? this : new ClassCalibration<>(this, task, classes);
  }

  @Override
  public ScoreHistogram remembered() {
    return ScoreHistogram.OF_PROBABILITIES;
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(remembered());
  }

  @Override
  public MetricValue value(StateView states) {
    return value(states.state(remembered()));
  }

  @Override
  public MetricValue value(ScoreHistogram.State state) {
    CalibrationBins groups = CalibrationBins.equalMass(state.bins(), bins);
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
