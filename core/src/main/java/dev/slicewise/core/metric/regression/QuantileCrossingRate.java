package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.RateOfRows;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Difference;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;

/** Share of rows whose quantiles are in the wrong order; the rest in its {@link MetricInfo}. */
@MetricInfo(
    id = "quantile_crossing_rate",
    summary = "Share of rows whose lower quantile (column lower) exceeds the upper one (upper).",
    formula = "Σ w·1{lower > upper} / W; of an array Σ w·1{some q_k > q_(k+1)} / W",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {"no usable rows: undefined", "lower = upper does not cross"},
    use =
        "Quantile models fitted one by one may contradict each other; anything above 0 is a defect."
            + " Interval metrics skip crossed rows (n_domain), so look here first.")
public record QuantileCrossingRate(
    @Parameter(
            doc =
                "bounds: columns lower and upper; quantiles: an array in ascending order of level",
            quiet = true)
        Given given)
    implements RateOfRows {
  /** How quantiles are given. */
  public enum Given {
    /** As lower and upper ends. */
    BOUNDS,
    /** As an array. */
    QUANTILES
  }

  /** Of lower and upper ends. */
  public QuantileCrossingRate() {
    this(Given.BOUNDS);
  }

  @Override
  public Metric resolved() {
    return given == Given.BOUNDS ? this : new QuantileArrayCrossing();
  }

  private static final Domain DOMAIN = Domain.of(Role.LOWER, Role.UPPER);
  private static final CellCounts TABLE =
      CellCounts.of(Compare.above(new Difference(DOMAIN, Role.LOWER, Role.UPPER), 0));

  @Override
  public CellCounts table() {
    return TABLE;
  }

  @Override
  public double[] counted() {
    return new double[] {0, 1};
  }
}
