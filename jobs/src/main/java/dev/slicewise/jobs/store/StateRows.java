package dev.slicewise.jobs.store;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.spark.SliceTable;
import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The slices of an evaluation as rows of a state table. */
public final class StateRows implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String model;
  private final String runId;
  private final String suite;
  private final HashMap<String, Window> windows;
  private transient EvaluationPlan plan;

  private StateRows(SliceTable table, String model, String runId, Map<String, Window> windows) {
    this.model = model;
    this.runId = runId;
    this.suite = table.plan().suite().text();
    this.windows = new HashMap<>(windows);
  }

  /**
   * All of a table as one window's.
   *
   * @param window null for data without a window
   */
  public static Dataset<Row> of(
      SliceTable table, SparkSession spark, String model, Window window, String runId) {
    StateRows rows = new StateRows(table, model, runId, Map.of());
    return table
        .states(spark)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>)
                states -> rows.map(states, state -> rows.whole(state, window)),
            Encoders.row(StateColumns.SCHEMA));
  }

  /**
   * A table whose every definition begins with the window: each window's slices without it. Rows of
   * no window are left out.
   *
   * @param windows by the dimension's values
   */
  public static Dataset<Row> byWindow(
      SliceTable table,
      SparkSession spark,
      String model,
      Map<String, Window> windows,
      String runId) {
    StateRows rows = new StateRows(table, model, runId, windows);
    return table
        .states(spark)
        .filter(
            (FilterFunction<Row>)
                state -> SliceKey.fromBytes(state.getAs("slice_key")).values().get(0) != null)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) states -> rows.map(states, rows::withoutWindow),
            Encoders.row(StateColumns.SCHEMA));
  }

  private interface Mapping {
    Row of(Row state);
  }

  private Iterator<Row> map(Iterator<Row> states, Mapping mapping) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return states.hasNext();
      }

      @Override
      public Row next() {
        return mapping.of(states.next());
      }
    };
  }

  private Row whole(Row state, Window window) {
    return row(
        state,
        window,
        state.getAs("definition"),
        state.getAs("slices"),
        state.getAs("slice"),
        state.getAs("slice_key"));
  }

  private Row withoutWindow(Row state) {
    SliceSpec spec = SliceSpec.parse(state.getAs("definition"));
    SliceSpec inner = new SliceSpec(spec.dimensions().subList(1, spec.dimensions().size()));
    SliceKey key = SliceKey.fromBytes(state.getAs("slice_key"));
    List<Object> values = key.values();
    Map<String, Object> slice = new HashMap<>(state.getJavaMap(state.fieldIndex("slice")));
    slice.remove(spec.names().get(0));
    return row(
        state,
        windows.get((String) values.get(0)),
        inner.text(),
        sequence(inner.names()),
        CollectionConverters.asScala(slice),
        new SliceKey(key.definition(), values.subList(1, values.size())).toBytes());
  }

  private Row row(
      Row state, Window window, String definition, Object slices, Object slice, byte[] key) {
    byte[] bytes = state.getAs("state");
    return RowFactory.create(
        model,
        window == null ? null : timestamp(window.start()),
        window == null ? null : timestamp(window.end()),
        definition,
        slices,
        slice,
        key,
        state.getAs("fingerprint"),
        StateCodec.VERSION,
        state.getAs("rows"),
        CollectionConverters.asScala(StateCodec.read(bytes, plan()).counters()),
        runId,
        bytes);
  }

  private EvaluationPlan plan() {
    if (plan == null) {
      plan = EvaluationPlan.of(Suite.parse(suite, MetricCatalog.standard()));
    }
    return plan;
  }

  private static Seq<String> sequence(List<String> texts) {
    return CollectionConverters.asScala(texts).toSeq();
  }

  private static Object timestamp(Instant instant) {
    return Timestamp.from(instant);
  }
}
