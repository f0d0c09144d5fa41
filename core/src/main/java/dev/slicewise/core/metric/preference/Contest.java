package dev.slicewise.core.metric.preference;

import dev.slicewise.core.interval.CellRatioInterval;
import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Term;
import java.util.List;

/** A metric that is the share of rows won, ties counting half: (wins + ½·ties) / n. */
interface Contest extends Metric {
  /** Cell 0 holds the losses, 1 the wins, 2 the ties; no row is both. */
  double[] POINTS = {0.0, 1.0, 0.5, 0.0};

  /** Every row. */
  double[] ROWS = {1.0, 1.0, 1.0, 1.0};

  /** By how much a row is won; negative when it is lost. */
  Term lead();

  private CellCounts table() {
    return CellCounts.of(Compare.above(lead(), 0), new Compare(lead(), Compare.Relation.EQUAL, 0));
  }

  @Override
  default List<Statistic<?>> needs() {
    return List.of(table());
  }

  @Override
  default MetricValue value(StateView states) {
    CellCounts.State table = states.state(table());
    Dyadic rows = table.sum(ROWS);
    if (rows.signum() == 0) {
      return MetricValue.undefined("all weights are below 2^-60");
    }
    return MetricValue.exact(table.sum(POINTS).over(rows)).with("ties", table.mass(2).over(rows));
  }

  @Override
  default IntervalMethod interval() {
    return new CellRatioInterval(table(), POINTS, ROWS);
  }
}
