package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.util.ArrayList;
import java.util.List;

/** How far the coverage of predicted quantiles is from their levels. */
@MetricInfo(
    id = "quantile_calibration_error",
    summary =
        "Quantile calibration error: mean distance between the share of labels at or below"
            + " a predicted quantile and its level.",
    formula =
        "mean of |Σ w·1{y <= q} / W − tau| over the supplied quantiles: prediction at tau,"
            + " lower at lower_tau, upper at upper_tau",
    units = "probability",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "a level that is null: its column is neither needed nor read",
      "a label equal to the quantile: counts as covered",
      "all weights below 2^-61: undefined"
    },
    use =
        "For quantile regression: 0.02 reads as two points off on average. The details"
            + " coverage, coverage_lower and coverage_upper tell the direction. Right coverage"
            + " alone is cheap; compare models by the quantile loss.",
    source = "Kuleshov, Fenner, Ermon 2018, arXiv:1807.00263, with absolute distances")
public record QuantileCalibrationError(
    @Parameter(doc = "level of the quantile in the prediction column", range = "(0, 1)") double tau,
    @Parameter(doc = "level of the quantile in column lower; null without", range = "(0, 1)")
        Double lowerTau,
    @Parameter(doc = "level of the quantile in column upper; null without", range = "(0, 1)")
        Double upperTau,
    @Parameter(
            doc =
                "levels of the quantiles in the array column quantiles, 0.1;0.5;0.9; then the other"
                    + " columns and levels are not read",
            quiet = true)
        String levels)
    implements Metric {
  /** The default: the prediction is a median. */
  public QuantileCalibrationError() {
    this(0.5, null, null, "");
  }

  @Override
  public Metric resolved() {
    return levels.isEmpty() ? this : new QuantileArrayCalibration(levels);
  }

  /** 1 where the label is at most the value of a column. */
  record CoveredBy(Domain domain, Role quantile) implements Term {
    @Override
    public void fill(Admitted rows, double[] out) {
      double[] label = rows.column(Role.LABEL);
      double[] bound = rows.column(quantile);
      for (int i = 0; i < rows.size(); i++) {
        out[i] = label[i] <= bound[i] ? 1.0 : 0.0;
      }
    }
  }

  /** A supplied quantile: its column, its level and what its coverage is called. */
  private record Level(Role column, double tau, String detail) {}

  private List<Level> columns() {
    List<Level> levels = new ArrayList<>();
    levels.add(new Level(Role.PREDICTION, tau, "coverage"));
    if (lowerTau != null) {
      levels.add(new Level(Role.LOWER, lowerTau, "coverage_lower"));
    }
    if (upperTau != null) {
      levels.add(new Level(Role.UPPER, upperTau, "coverage_upper"));
    }
    return levels;
  }

  private CellCounts counts() {
    Domain domain = Domain.of(Role.LABEL);
    for (Level level : columns()) {
      domain = domain.and(level.column());
    }
    List<Term> covered = new ArrayList<>();
    for (Level level : columns()) {
      covered.add(new CoveredBy(domain, level.column()));
    }
    return new CellCounts(covered);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(counts());
  }

  @Override
  public MetricValue value(StateView states) {
    CellCounts.State counts = states.state(counts());
    Dyadic total = mass(counts, 0);
    if (total.signum() == 0) {
      return CalibrationBins.VANISHED;
    }
    List<Level> levels = columns();
    double[] coverage = new double[levels.size()];
    double sum = 0;
    for (int i = 0; i < coverage.length; i++) {
      coverage[i] = mass(counts, 1 << i).over(total);
      sum += Math.abs(coverage[i] - levels.get(i).tau());
    }
    MetricValue.Scalar value = MetricValue.exact(sum / coverage.length);
    for (int i = 0; i < coverage.length; i++) {
      value = value.with(levels.get(i).detail(), coverage[i]);
    }
    return value;
  }

  /** The mass of all cells that have the given bits. */
  private static Dyadic mass(CellCounts.State counts, int bits) {
    Dyadic mass = Dyadic.ZERO;
    for (int cell = 0; cell < counts.cells(); cell++) {
      if ((cell & bits) == bits) {
        mass = mass.plus(counts.mass(cell));
      }
    }
    return mass;
  }
}
