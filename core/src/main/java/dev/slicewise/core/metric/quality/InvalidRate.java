package dev.slicewise.core.metric.quality;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Skip;
import java.util.List;

/** How many rows a metric cannot use; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "invalid_rate",
    aliases = {"skipped_rate"},
    summary = "Invalid rate: the share of all rows that a metric could not use.",
    formula = "1 − n_used / n_rows of the metric named by of; details say why: n_null, n_domain, …",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no rows, or no row of positive weight: undefined",
      "no row usable: 1",
      "rows of weight 0: not used, and so counted",
      "weighted rows: rows are counted, not weight"
    },
    use =
        "Rows that are skipped are not missing at random: a model looks best where its hardest rows"
            + " have no label yet.",
    source = "Catalogue A.5")
public record InvalidRate(
    @Parameter(doc = "a metric with its parameters, such as 'log_loss'") String of)
    implements Metric {
  /** Of rows that need a finite label and prediction. */
  public InvalidRate() {
    this("mean_absolute_error");
  }

  private RowAudit audit() {
    return new RowAudit(MetricCatalog.standard().parse(of).metric().needs().get(0).domain());
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(SkippedRate.ALL, audit());
  }

  @Override
  public MetricValue value(StateView states) {
    RowAudit.State rows = states.state(audit());
    long skipped = rows.rows() - rows.used();
    MetricValue.Scalar rate = MetricValue.exact(Dyadic.of(skipped).over(Dyadic.of(rows.rows())));
    for (Skip reason : Skip.values()) {
      if (rows.skipped(reason) > 0) {
        rate = rate.with(reason.counter(), rows.skipped(reason));
      }
    }
    return rate;
  }
}
