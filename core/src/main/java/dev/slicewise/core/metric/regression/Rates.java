package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.CellCounts;

/** Shares of rows, or of their weight, from tables of indicators. */
final class Rates {
  private Rates() {}

  /** The share of the mass that lies in these cells. */
  static MetricValue share(CellCounts.State table, int... cells) {
    Dyadic total = Dyadic.ZERO;
    for (int cell = 0; cell < table.cells(); cell++) {
      total = total.plus(table.mass(cell));
    }
    Dyadic part = Dyadic.ZERO;
    for (int cell : cells) {
      part = part.plus(table.mass(cell));
    }
    return Sums.ratio(part, total, "all weights are below 2^-60");
  }
}
