package dev.slicewise.test;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.Slices;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.SliceTable;
import org.apache.spark.sql.SparkSession;

/**
 * A program that evaluates a million slices of two rows each, whose mean absolute error is the
 * slice's own number, and says how many came out right.
 */
final class MillionSlices {
  static final long SLICES = 1_000_000;

  private MillionSlices() {}

  public static void main(String[] arguments) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "8")
            .getOrCreate();
    var rows =
        spark
            .range(0, 2 * SLICES, 1, 4)
            .selectExpr(
                "id % " + SLICES + " AS slice",
                "CAST(id % 7 AS DOUBLE) AS label",
                "CAST(id % 7 + id % " + SLICES + " AS DOUBLE) AS prediction");
    Evaluation evaluation =
        Evaluation.of(rows)
            .label("label")
            .prediction("prediction")
            .metrics("mae")
            .slices(Slices.by("slice"))
            .memoryBudget(16 << 20);
    long right = 0;
    try (SliceTable table = evaluation.run()) {
      long expected = 0;
      for (SliceResult slice : table) {
        boolean same =
            slice.key().values().get(0).equals(expected)
                && slice.rows() == 2
                && slice.metrics().get(0).value() instanceof MetricValue.Scalar scalar
                && scalar.value() == expected;
        right += same ? 1 : 0;
        expected++;
      }
      System.out.println(right + " of " + table.sliceCount() + " slices are right");
    }
    spark.stop();
  }
}
