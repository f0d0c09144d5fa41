package dev.slicewise.jobs.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * States that somebody computed, on their way into a table: of each slice of each window one whole
 * state, under one plan. Needed are the columns {@code definition}, {@code slice_key} and {@code
 * state}; {@code model}, unless it is said for all; {@code window_start} and {@code window_end}
 * where there are windows; {@code run_id} if it shall not be made up. The others of a state table
 * are read from these, whatever the frame says. Nothing is written unless everything fits.
 */
final class WrittenStates {
  private static final List<String> NEEDED = List.of("definition", "slice_key", "state");
  private static final List<String> KNOWN = List.of(StateColumns.SCHEMA.fieldNames());
  private static final String WINDOWS = "unix_micros(window_start), unix_micros(window_end)";

  private final String model;
  private final String runId;
  private final boolean dropsSlices;

  /**
   * States to publish.
   *
   * @param model of all rows, or null where a column says it
   * @param runId of all rows, or null
   * @param dropsSlices whether a window may lose slices that the table has
   */
  WrittenStates(String model, String runId, boolean dropsSlices) {
    this.model = model;
    this.runId = runId;
    this.dropsSlices = dropsSlices;
  }

  /** Checks them and publishes them; a frame without rows changes nothing. */
  void publish(Dataset<Row> frame, StateTable table) {
    Dataset<Row> rows = WrittenRows.complete(read(frame)).persist();
    try {
      if (expectOnePlan(rows)) {
        List<Publication> publications = publications(rows);
        if (!dropsSlices) {
          expectAllSlices(rows, publications, table);
        }
        table.publish(rows.drop(WrittenRows.PROBLEM));
      }
    } finally {
      rows.unpersist();
    }
  }

  /** Refuses names that are not known, saying which one was probably meant. */
  static void expectKnown(String what, List<String> found, List<String> known) {
    for (String name : found) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "expected "
                + what
                + ", "
                + String.join(", ", known)
                + ", found '"
                + name
                + "'."
                + Nearest.hint(name, known));
      }
    }
  }

  private Dataset<Row> read(Dataset<Row> frame) {
    List<String> columns = List.of(frame.columns());
    expectKnown("the columns of a state table", columns, KNOWN);
    List<String> needed = new ArrayList<>(NEEDED);
    if (columns.contains("window_start") || columns.contains("window_end")) {
      needed.addAll(List.of("window_start", "window_end"));
    }
    for (String column : needed) {
      if (!columns.contains(column)) {
        throw new IllegalArgumentException(
            "expected a column " + column + " of states, found " + String.join(", ", columns));
      }
    }
    if ((model == null) != columns.contains("model")) {
      throw new IllegalArgumentException(
          "expected the model's name in option model or in a column of that name, found "
              + (model == null ? "neither" : "both"));
    }
    String run = runId == null ? UUID.randomUUID().toString() : runId;
    Dataset<Row> typed =
        frame.select(
            given(frame, "model", lit(model)),
            given(frame, "window_start", lit(null)),
            given(frame, "window_end", lit(null)),
            given(frame, "definition", null),
            given(frame, "slice_key", null),
            runId == null ? given(frame, "run_id", lit(run)) : lit(run).as("run_id"),
            given(frame, "state", null));
    return typed
        .withColumn("start_micros", expr("unix_micros(window_start)"))
        .withColumn("end_micros", expr("unix_micros(window_end)"));
  }

  private static Column given(Dataset<Row> frame, String name, Column absent) {
    DataType wanted = WrittenRows.READ.apply(name).dataType();
    if (!List.of(frame.columns()).contains(name)) {
      return absent.cast(wanted).as(name);
    }
    DataType found = frame.schema().apply(name).dataType();
    List<DataType> fitting = new ArrayList<>(List.of(wanted, DataTypes.NullType));
    if (wanted.equals(DataTypes.TimestampType)) {
      fitting.addAll(List.of(DataTypes.DateType, DataTypes.TimestampNTZType));
    }
    // A client of Connect sends types that are equal, not the same.
    if (!fitting.contains(found)) {
      throw new IllegalArgumentException(
          "expected "
              + wanted.simpleString()
              + " in column "
              + name
              + ", found "
              + found.simpleString());
    }
    return col(name).cast(wanted);
  }

  /** Whether there are any; refuses rows that are none of a table, and states of several plans. */
  private static boolean expectOnePlan(Dataset<Row> rows) {
    List<Row> plans =
        rows.groupBy("fingerprint")
            .agg(min(WrittenRows.PROBLEM), first("state"))
            .orderBy("fingerprint")
            .collectAsList();
    for (Row plan : plans) {
      if (!plan.isNullAt(1)) {
        throw new IllegalArgumentException(plan.getString(1));
      }
    }
    for (Row other : plans.subList(Math.min(1, plans.size()), plans.size())) {
      plan(plans.get(0)).expectSame(plan(other));
    }
    return !plans.isEmpty();
  }

  private static EvaluationPlan plan(Row row) {
    String suite = StateCodec.storedSuite((byte[]) row.get(2));
    return EvaluationPlan.of(Suite.parse(suite, MetricCatalog.standard()));
  }

  /** What the rows hold; refuses slices that are there twice, and numbers that do not fit. */
  private static List<Publication> publications(Dataset<Row> rows) {
    List<Publication> publications = StateColumns.publications(rows);
    Dataset<Row> twice =
        rows.groupBy(
                col("model"),
                col("window_start"),
                col("window_end"),
                expr("substring(slice_key,3)"),
                col("definition"))
            .agg(first("slice").as("slice"), expr("count(*)").as("times"))
            .filter("times > 1");
    for (Row row : twice.limit(1).collectAsList()) {
      throw new IllegalArgumentException(
          "expected one state of each slice in a window, found "
              + row.getAs("times")
              + " of "
              + shown(row)
              + "; merge them with eval_merge(state) first");
    }
    Dataset<Row> numbers =
        rows.groupBy("model", "window_start", "window_end")
            .agg(
                expr("count(DISTINCT definition)").as("definitions"),
                expr("count(DISTINCT substring(slice_key, 1, 2))").as("numbers"),
                expr("count(DISTINCT definition, substring(slice_key, 1, 2))").as("pairs"),
                expr("hex(min(substring(slice_key, 1, 2)))").as("lowest"))
            .filter("definitions <> pairs OR numbers <> pairs OR lowest <> '0000'");
    for (Row row : numbers.limit(1).collectAsList()) {
      throw new IllegalArgumentException(
          "expected slice keys whose definitions are numbered from 0, each by a number of its own,"
              + " found "
              + row.getAs("numbers")
              + " numbers for "
              + row.getAs("definitions")
              + " definitions; make them with slice_key(number, …)");
    }
    return publications;
  }

  /** A stream in update mode puts out the slices that changed; published, the others were lost. */
  private static void expectAllSlices(
      Dataset<Row> rows, List<Publication> publications, StateTable table) {
    List<String> keys = publications.stream().map(Publication::key).toList();
    List<Publication> replaced =
        table.publications().stream().filter(old -> keys.contains(old.key())).toList();
    if (replaced.isEmpty()) {
      return;
    }
    String slice = "model, " + WINDOWS + ", definition, substring(slice_key, 3)";
    Column same = expr("before <=> now");
    Dataset<Row> lost =
        table
            .rows(replaced)
            .selectExpr("struct(" + slice + ") AS before", "slice", "window_start", "window_end")
            .join(rows.selectExpr("struct(" + slice + ") AS now"), same, "left_anti");
    for (Row row : lost.orderBy("before").limit(1).collectAsList()) {
      throw new IllegalArgumentException(
          "expected whole windows, found the one from "
              + row.getAs("window_start")
              + " to "
              + row.getAs("window_end")
              + " without slices that the table has, such as "
              + shown(row)
              + "; a stream in update mode puts out only slices that changed, one in append mode"
              + " whole windows; where they shall go, say option missing_slices drop");
    }
  }

  private static String shown(Row row) {
    List<String> values = new ArrayList<>();
    row.<String, String>getJavaMap(row.fieldIndex("slice"))
        .forEach((name, value) -> values.add(name + "=" + value));
    return values.isEmpty() ? "all rows" : String.join(", ", values);
  }
}
