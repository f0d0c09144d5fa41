package dev.slicewise.jobs.store;

import dev.slicewise.jobs.failure.JobException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.CreatableRelationProvider;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.sources.PrunedScan;
import org.apache.spark.sql.sources.RelationProvider;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * State tables by Spark's own readers and writers, so from Python, SQL and Spark Connect too:
 *
 * <pre>{@code
 * states.write().format("slicewise").option("model", "boosted").mode("append").save("states")
 * spark.read().format("slicewise").load("states")
 * }</pre>
 *
 * <p>A write publishes: each model and window in it takes the place of the same one under the same
 * plan, all of them at once, so a write that is done again changes nothing. {@link WrittenStates}
 * says what a frame must hold. What is wrong is an {@link IllegalArgumentException}, the one that
 * every client of Spark understands.
 */
public final class StateTableSource
    implements CreatableRelationProvider, DataSourceRegister, RelationProvider {
  private static final String PATH = "path";
  private static final String MODEL = "model";
  private static final String RUN_ID = "run_id";
  private static final String MISSING_SLICES = "missing_slices";
  private static final List<String> WRITING = List.of(PATH, MODEL, RUN_ID, MISSING_SLICES);
  private static final List<String> READING = List.of(PATH);

  /** Called by Spark. */
  public StateTableSource() {}

  @Override
  public String shortName() {
    return "slicewise";
  }

  @Override
  public BaseRelation createRelation(
      SQLContext context, scala.collection.immutable.Map<String, String> said) {
    Map<String, String> options = options(said, READING);
    return told(
        () -> new Relation(context, StateTable.open(context.sparkSession(), path(options))));
  }

  @Override
  public BaseRelation createRelation(
      SQLContext context,
      SaveMode mode,
      scala.collection.immutable.Map<String, String> said,
      Dataset<Row> data) {
    Map<String, String> options = options(said, WRITING);
    if (mode != SaveMode.Append) {
      throw new IllegalArgumentException(
          "expected mode append for a state table, where a window takes the place of the same"
              + " window and nothing else changes, found mode "
              + mode
              + "; write with .mode(\"append\")");
    }
    WrittenStates states =
        new WrittenStates(
            options.get(MODEL), options.get(RUN_ID), dropsSlices(options.get(MISSING_SLICES)));
    return told(
        () -> {
          StateTable table = StateTable.openOrNew(context.sparkSession(), path(options));
          states.publish(data, table);
          return new Relation(
              context, StateTable.openOrNew(context.sparkSession(), table.location()));
        });
  }

  /** Options come with the names that Spark's readers and writers were given, in any case. */
  private static Map<String, String> options(
      scala.collection.immutable.Map<String, String> said, List<String> known) {
    Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    options.putAll(CollectionConverters.asJava(said));
    WrittenStates.expectKnown(
        "an option of a state table",
        options.keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList(),
        known);
    return options;
  }

  private static String path(Map<String, String> options) {
    String path = options.get(PATH);
    if (path == null || path.isBlank()) {
      throw new IllegalArgumentException(
          "expected where the state table is, found no path; give it to save or load");
    }
    return path;
  }

  private static boolean dropsSlices(String said) {
    if (said == null || said.equalsIgnoreCase("fail")) {
      return false;
    }
    if (said.equalsIgnoreCase("drop")) {
      return true;
    }
    throw new IllegalArgumentException(
        "expected option " + MISSING_SLICES + " to be fail or drop, found '" + said + "'");
  }

  private interface Work {
    BaseRelation done();
  }

  private static BaseRelation told(Work work) {
    try {
      return work.done();
    } catch (JobException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** A table as it was when it was opened. */
  private static final class Relation extends BaseRelation implements PrunedScan {
    private final SQLContext context;
    private final StateTable table;

    Relation(SQLContext context, StateTable table) {
      this.context = context;
      this.table = table;
    }

    @Override
    public SQLContext sqlContext() {
      return context;
    }

    @Override
    public StructType schema() {
      return StateColumns.SCHEMA;
    }

    @Override
    public RDD<Row> buildScan(String[] columns) {
      return table
          .rows()
          .select(Arrays.stream(columns).map(functions::col).toArray(Column[]::new))
          .rdd();
    }
  }
}
