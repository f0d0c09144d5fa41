package dev.slicewise.core.metric.quality;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Skip;
import java.util.List;

/**
 * A metric that is the share of all rows in which a column is missing for one reason. It counts
 * rows, not weight, since an unusable row's weight is not remembered; and it is defined where every
 * row is unusable, since the rows it is a share of need no column.
 */
interface SkippedRate extends Metric {
  /** Every row, whatever its columns hold. */
  RowAudit ALL = new RowAudit(Domain.of());

  /** The column's name. */
  String column();

  /** Why rows are counted. */
  Skip reason();

  private RowAudit audit() {
    return new RowAudit(NamedColumn.of(column()).domain());
  }

  @Override
  default List<Statistic<?>> needs() {
    return List.of(ALL, audit());
  }

  @Override
  default MetricValue value(StateView states) {
    RowAudit.State rows = states.state(audit());
    long skipped = rows.skipped(reason());
    return MetricValue.exact(Dyadic.of(skipped).over(Dyadic.of(rows.rows()))).with("n", skipped);
  }
}
