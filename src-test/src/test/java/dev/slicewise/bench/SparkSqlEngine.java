package dev.slicewise.bench;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Spark's own SQL: generated code over columnar scans. */
record SparkSqlEngine(SparkSession spark) implements SqlEngine {
  /** The table of a scenario, joined to what its slices need. */
  static Dataset<Row> table(SparkSession spark, Scenario scenario) {
    return spark.sql("SELECT * FROM " + new SumsSql(scenario, ROWS, STORES).table());
  }

  /** The columns of a scenario's finest definition. */
  static Column[] sliceColumns(Scenario scenario) {
    return scenario.sliceColumns().stream().map(functions::col).toArray(Column[]::new);
  }

  @Override
  public List<Object[]> query(String sql) {
    List<Object[]> lines = new ArrayList<>();
    for (Row row : spark.sql(sql).collectAsList()) {
      Object[] line = new Object[row.size()];
      for (int c = 0; c < line.length; c++) {
        line[c] = row.get(c);
      }
      lines.add(line);
    }
    return lines;
  }

  @Override
  public String percentile() {
    return "percentile_approx(abs(e), 0.99)";
  }

  @Override
  public boolean percentileIsExact() {
    return false;
  }
}
