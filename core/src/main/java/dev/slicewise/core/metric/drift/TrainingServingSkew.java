package dev.slicewise.core.metric.drift;

import dev.slicewise.core.interval.CellRatioInterval;
import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.Extremes;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Difference;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Magnitude;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Skip;
import java.util.List;

/** Mismatches of a feature's two values; everything else in its {@link MetricInfo}. */
@MetricInfo(
    id = "training_serving_skew",
    aliases = {"mismatch_rate"},
    summary =
        "Training–serving skew: the share of rows whose feature was another when served than when"
            + " trained on.",
    formula =
        "#{|online − offline| > tolerance} / n; details mean_difference, mean_absolute_difference,"
            + " rms_difference, max_absolute_difference, null_mismatch_rate",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "one of both NULL: row skipped, n_null; detail null_mismatch_rate is their share of all rows",
      "NaN or an infinity: row skipped, n_nan or n_inf",
      "a difference that overflows: a mismatch; its details are left out",
      "no usable rows: undefined"
    },
    use =
        "Logs of served requests joined with the features that training computes: what differs is a"
            + " bug in one of the two pipelines, long before it shows in the model's errors.",
    source = "TFX, rules of machine learning 29 to 32")
public record TrainingServingSkew(
    @Parameter(doc = "differences up to this are none, in units of the feature", range = "[0, inf)")
        double tolerance)
    implements Metric {
  private static final Domain BOTH = Domain.of(Role.OFFLINE, Role.ONLINE);
  private static final RowAudit OFFLINE = new RowAudit(Domain.of(Role.OFFLINE));
  private static final RowAudit ONLINE = new RowAudit(Domain.of(Role.ONLINE));
  private static final Difference DIFFERENCE = new Difference(BOTH, Role.ONLINE, Role.OFFLINE);
  private static final Magnitude MAGNITUDE = new Magnitude(DIFFERENCE);

  /** Any difference. */
  public TrainingServingSkew() {
    this(0.0);
  }

  private CellCounts mismatches() {
    return CellCounts.of(Compare.above(MAGNITUDE, tolerance));
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(
        mismatches(),
        Sum.of(DIFFERENCE),
        Sum.of(MAGNITUDE),
        ProductSum.square(DIFFERENCE),
        new Extremes(MAGNITUDE),
        OFFLINE,
        ONLINE);
  }

  @Override
  public MetricValue value(StateView states) {
    CellCounts.State cells = states.state(mismatches());
    Dyadic all = cells.mass(0).plus(cells.mass(1));
    if (all.signum() == 0) {
      return MetricValue.undefined("all weights vanished");
    }
    MetricValue.Scalar value =
        MetricValue.exact(cells.mass(1).over(all))
            .with("null_mismatch_rate", nullMismatches(states));
    ExactSum difference = states.sum(Sum.of(DIFFERENCE));
    ExactSum magnitude = states.sum(Sum.of(MAGNITUDE));
    ExactSum square = states.sum(ProductSum.square(DIFFERENCE));
    if (difference.overflows() + magnitude.overflows() + square.overflows() > 0) {
      return value;
    }
    Dyadic weight = states.rows(BOTH).exactWeight();
    return value
        .with("mean_difference", difference.toDyadic().over(weight) + 0.0)
        .with("mean_absolute_difference", magnitude.toDyadic().over(weight))
        .with("rms_difference", Math.sqrt(square.toDyadic().over(weight)))
        .with("max_absolute_difference", states.state(new Extremes(MAGNITUDE)).largest());
  }

  /** Rows with exactly one NULL: those with any, less those with two, which both sides count. */
  private static double nullMismatches(StateView states) {
    long any = states.rows(BOTH).skipped(Skip.NULL);
    long offline = states.state(OFFLINE).skipped(Skip.NULL);
    long online = states.state(ONLINE).skipped(Skip.NULL);
    return (2.0 * any - offline - online) / states.rows(BOTH).rows();
  }

  @Override
  public IntervalMethod interval() {
    return new CellRatioInterval(mismatches(), new double[] {0, 1}, new double[] {1, 1});
  }
}
