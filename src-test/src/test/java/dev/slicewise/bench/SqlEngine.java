package dev.slicewise.bench;

import java.util.List;

/** What answers SQL over the tables {@link #ROWS} and {@link #STORES}. */
interface SqlEngine {
  /** Name of the table of rows. */
  String ROWS = "bench_rows";

  /** Name of the table of stores and their states. */
  String STORES = "bench_stores";

  /** Every row of a query's result, as the boxes of the engine's driver. */
  List<Object[]> query(String sql);

  /** The aggregate that gives the 99th percentile of the absolute error in an own column. */
  String percentile();

  /** Whether {@link #percentile} is a value of the very rank. */
  boolean percentileIsExact();
}
