package dev.slicewise.core.metric.regression;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.interval.MeanInterval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.Extremes;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import java.util.ArrayList;
import java.util.List;

/** Mean width of the intervals; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_interval_width",
    aliases = {"mpiw", "mean_prediction_interval_width"},
    summary = "Mean width of the prediction intervals (columns lower and upper).",
    formula = "Σ w(upper − lower) / W, over max y − min y with normalize=range",
    units = "units of the label; none with normalize=range",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "lower > upper: the row is skipped, n_domain",
      "a width that overflows: +Infinity",
      "normalize=range and a constant label: undefined"
    },
    use =
        "Sharpness, to be compared only at equal coverage: a width of 0 is the narrowest interval and"
            + " covers nothing.",
    source = "MAPIE 0.8 regression_mean_width_score")
public record MeanIntervalWidth(
    @Parameter(doc = "what the width is divided by: none, or the range of the label")
        Normalization normalize)
    implements Metric {
  private static final Sum WIDTHS = Sum.of(PredictionIntervals.WIDTH);
  private static final Extremes LABELS =
      new Extremes(new Column(PredictionIntervals.DOMAIN, Role.LABEL));

  /** What the width is divided by. */
  public enum Normalization {
    /** Nothing. */
    NONE,
    /** max y − min y. */
    RANGE
  }

  /** In units of the label. */
  public MeanIntervalWidth() {
    this(Normalization.NONE);
  }

  @Override
  public List<Statistic<?>> needs() {
    List<Statistic<?>> needs = new ArrayList<>(List.of(WIDTHS));
    if (normalize == Normalization.RANGE) {
      needs.add(LABELS);
    }
    return needs;
  }

  @Override
  public MetricValue value(StateView states) {
    if (normalize == Normalization.NONE) {
      return Sums.mean(states, PredictionIntervals.WIDTH);
    }
    if (Sums.overflowed(states, needs())) {
      return Sums.overflowed();
    }
    Extremes.State labels = states.state(LABELS);
    Dyadic range = Dyadic.of(labels.largest()).minus(Dyadic.of(labels.smallest()));
    return Sums.ratio(
        states.sum(WIDTHS).toDyadic(),
        range.times(states.rows(PredictionIntervals.DOMAIN).exactWeight()),
        "the label is constant");
  }

  @Override
  public IntervalMethod interval() {
    return normalize == Normalization.NONE
        ? MeanInterval.of(PredictionIntervals.WIDTH)
        : IntervalMethod.NONE;
  }
}
