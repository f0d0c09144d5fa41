package dev.slicewise.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.slice.Slices;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Reports of the flights, as a person would ask for them; left in target/ to be looked at. */
class FlightsReportTest {
  private static final int NORMAL_BYTES = 300_000;

  @Test
  void delays() throws IOException {
    SliceTable table =
        Evaluation.of(flights())
            .label("arr_delay")
            .prediction("predicted_delay")
            .metrics(
                "mean_absolute_error",
                "mean_error",
                "root_mean_squared_error",
                "quantile_abs_error(q=0.99)",
                "r2_score",
                "max_error",
                "calibration_by_bin")
            .slices(
                Slices.all(),
                Slices.by("carrier"),
                Slices.by("origin"),
                Slices.by("time(time, month)"),
                Slices.by("bucket(distance, 250, 500, 1000, 2000)"),
                Slices.by("carrier", "origin"),
                Slices.by("dest"))
            .run();
    String report = report("Arrival delay, boosting, 2013", "arr_delay, predicted_delay", table);
    assertThat(report).contains("mean_<wbr/>absolute_<wbr/>error", "336\u202f776");
    assertThat(report.length()).isLessThan(NORMAL_BYTES);
  }

  @Test
  void lateness() throws IOException {
    SliceTable table =
        Evaluation.of(flights())
            .label("late")
            .prediction("p_late")
            .metrics(
                "log_loss",
                "brier",
                "expected_calibration_error",
                "calibration_slope",
                "signed_calibration_error",
                "recall",
                "precision",
                "reliability_curve")
            .slices(Slices.all(), Slices.by("carrier"), Slices.by("carrier", "origin", "dest"))
            .run();
    String report = report("Late arrival, boosting, 2013", "late, p_late", table);
    assertThat(report.length()).isLessThan(3 * NORMAL_BYTES);
  }

  private static String report(String title, String columns, SliceTable table) throws IOException {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("plan_fingerprint", table.plan().fingerprintText());
    run.put("conventions", Map.of("error", "prediction − label"));
    run.put("statistics", table.plan().descriptors());
    ReportInput input =
        new ReportInput(
            title,
            List.of("input examples/flights/flights.parquet", "columns " + columns),
            table::iterator,
            table.definitions(),
            table.plan().suite().metrics(),
            table.finish().confidence(),
            run);
    String report = Reports.write(input);
    Files.writeString(Path.of("target", columns.split(",")[0] + ".html"), report);
    return report;
  }

  private static Dataset<Row> flights() {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("slicewise-report-tests")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.sql.warehouse.dir", "target/spark-warehouse")
            .getOrCreate();
    return spark.read().parquet(Path.of("..", "examples", "flights", "flights.parquet").toString());
  }
}
