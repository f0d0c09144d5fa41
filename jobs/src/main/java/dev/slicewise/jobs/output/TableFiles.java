package dev.slicewise.jobs.output;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The files of an output directory that hold a table of slices, however it came about. */
public final class TableFiles {
  /** Up to here one Parquet file is enough. */
  private static final long FEW_SLICES = 50_000;

  private TableFiles() {}

  /** Writes {@code metrics/}, {@code states/} and {@code metrics.json}. */
  public static void write(OutputDirectory output, SliceTable table, SparkSession spark)
      throws IOException {
    parquet(table.toDataFrame(spark), table, output, "metrics");
    parquet(table.states(spark), table, output, "states");
    try (Writer out = output.text("metrics.json")) {
      MetricsJson.write(out, table.iterator());
    }
  }

  private static void parquet(
      Dataset<Row> rows, SliceTable table, OutputDirectory output, String name) {
    Dataset<Row> files = table.sliceCount() <= FEW_SLICES ? rows.coalesce(1) : rows;
    files
        .write()
        .mode(SaveMode.ErrorIfExists)
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
        .parquet(output.path(name).toString());
  }

  /** What {@code run.json} says about a plan. */
  public static Map<String, Object> record(EvaluationPlan plan) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("fingerprint", plan.fingerprintText());
    said.put("roles", plan.roles());
    said.put("groups", plan.groups());
    said.put("statistics", plan.descriptors());
    return said;
  }
}
