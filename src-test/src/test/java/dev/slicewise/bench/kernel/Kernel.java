package dev.slicewise.bench.kernel;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.statistic.BinnedSums;
import dev.slicewise.core.statistic.BitHistogram;
import dev.slicewise.core.statistic.CalibrationTable;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.Extremes;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.statistic.TopRows;

/** One statistic of each kind, as a metric of the catalogue asks for it. */
public enum Kernel {
  SUM("mean_error", Sum.class),
  PRODUCT_SUM("rmse", ProductSum.class),
  BIT_HISTOGRAM("quantile_abs_error", BitHistogram.class),
  SCORE_HISTOGRAM("roc_auc", ScoreHistogram.class),
  CALIBRATION_TABLE("expected_calibration_error", CalibrationTable.class),
  CELL_COUNTS("accuracy", CellCounts.class),
  EXTREMES("max_error", Extremes.class),
  BINNED_SUMS("calibration_by_bin", BinnedSums.class),
  TOP_ROWS("worst_rows", TopRows.class),
  ROW_AUDIT("mae", RowAudit.class);

  private final String metric;
  private final Class<?> kind;

  Kernel(String metric, Class<?> kind) {
    this.metric = metric;
    this.kind = kind;
  }

  /** The statistic. */
  Statistic<?> statistic() {
    return plan().statistics().stream().filter(kind::isInstance).findFirst().orElseThrow();
  }

  private EvaluationPlan plan() {
    return EvaluationPlan.of(
        new Suite(MetricCatalog.standard().parseList(metric), false, false, false));
  }
}
