package dev.slicewise.spark;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.SliceStates;
import dev.slicewise.spark.slice.SliceResults;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.api.java.function.ReduceFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * The results of an evaluation, one line per slice and metric, kept as states: sorted by
 * definition, then value by value. A table of few slices is held here, one of many stays with Spark
 * and is read as a stream; {@link #close} lets Spark forget it.
 */
public final class SliceTable implements AutoCloseable, Iterable<SliceResult> {
  /** Tables of at most this many slices and bytes are brought to the driver. */
  private static final long LOCAL_SLICES = 50_000;

  private static final long LOCAL_BYTES = 256L << 20;

  private final EvaluationPlan plan;
  private final List<NamedMetric> metrics;
  private final List<SliceSpec> definitions;
  private final Finish finish;
  private final Dataset<Tuple2<byte[], byte[]>> states;
  private final List<Tuple2<byte[], byte[]>> local;
  private final long slices;
  private long rows = -1;

  private SliceTable(
      EvaluationPlan plan,
      List<SliceSpec> definitions,
      Finish finish,
      Dataset<Tuple2<byte[], byte[]>> states,
      Row size) {
    this.plan = plan;
    this.metrics = plan.suite().metrics();
    this.definitions = definitions;
    this.finish = finish;
    this.states = states;
    this.slices = size.getLong(0);
    if (slices <= LOCAL_SLICES && size.getLong(1) <= LOCAL_BYTES) {
      this.local = new ArrayList<>(states.collectAsList());
      local.sort((a, b) -> Arrays.compareUnsigned(a._1, b._1));
    } else {
      this.local = null;
    }
  }

  private SliceTable(SliceTable table, List<NamedMetric> metrics, Finish finish) {
    this.plan = table.plan;
    this.metrics = List.copyOf(metrics);
    this.definitions = table.definitions;
    this.finish = finish;
    this.states = table.states;
    this.local = table.local;
    this.slices = table.slices;
    this.rows = table.rows;
  }

  /**
   * A table of stored states, such as {@link #states} wrote: columns {@code definition}, {@code
   * slice_key} and {@code state}, others are not looked at. States of equal slices are merged, so
   * windows or shards become a whole; results are those of evaluating all their rows at once, to
   * the bit.
   *
   * @throws EvaluationException when there are none, they belong to different plans, or are not
   *     states
   */
  public static SliceTable read(Dataset<Row> states, Finish finish) {
    return StoredSlices.read(states, finish);
  }

  /** Runs the job behind the states and holds its result. */
  static SliceTable of(
      EvaluationPlan plan,
      List<SliceSpec> definitions,
      Finish finish,
      Dataset<Tuple2<byte[], byte[]>> states) {
    try {
      Row size =
          states
              .toDF("key", "state")
              .selectExpr("count(*)", "coalesce(sum(length(state)), 0L)")
              .first();
      return new SliceTable(plan, definitions, finish, states, size);
    } catch (RuntimeException | Error e) {
      states.unpersist();
      throw e;
    }
  }

  /** The metrics and what they share. */
  public EvaluationPlan plan() {
    return plan;
  }

  /** The metrics of the results, in the order of the table. */
  public List<NamedMetric> metrics() {
    return metrics;
  }

  /**
   * Other questions to the same states; shares them, so that either table may be closed once.
   *
   * @throws EvaluationException when the states do not remember what a metric needs
   */
  public SliceTable select(List<NamedMetric> asked, Finish how) {
    try {
      asked.forEach(plan::expectRemembered);
    } catch (IllegalArgumentException e) {
      throw new EvaluationException(e.getMessage(), e);
    }
    return new SliceTable(this, asked, how);
  }

  /** The slice definitions, in the order of the table. */
  public List<SliceSpec> definitions() {
    return definitions;
  }

  /** How states become results. */
  public Finish finish() {
    return finish;
  }

  /** Number of slices. */
  public long sliceCount() {
    return slices;
  }

  /** Rows of the input, usable or not. */
  public long rowCount() {
    if (rows < 0) {
      SliceTableRows reader = new SliceTableRows(this);
      rows =
          local != null
              ? reader.firstDefinitionRows(local.iterator())
              : states
                  .mapPartitions(
                      (MapPartitionsFunction<Tuple2<byte[], byte[]>, Long>)
                          slices -> List.of(reader.firstDefinitionRows(slices)).iterator(),
                      Encoders.LONG())
                  .reduce((ReduceFunction<Long>) Long::sum);
    }
    return rows;
  }

  /** The slices in order; finished some ahead of the one that is asked for, on all cores. */
  @Override
  public Iterator<SliceResult> iterator() {
    return new InParallel<>(sorted(), slice -> result(slice._1, slice._2));
  }

  /** The slices in order with their states, read one by one as they are asked for. */
  public Iterator<SliceStates> sliceStates() {
    return map(sorted(), this::sliceStates);
  }

  /** The keys of the slices in order, without reading their states. */
  public Iterator<SliceKey> keys() {
    return map(sorted(), slice -> SliceKey.fromBytes(slice._1));
  }

  private Iterator<Tuple2<byte[], byte[]>> sorted() {
    return local != null ? local.iterator() : states.orderBy(states.col("_1")).toLocalIterator();
  }

  private static <T, U> Iterator<U> map(Iterator<T> items, Function<T, U> function) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public U next() {
        return function.apply(items.next());
      }
    };
  }

  private SliceStates sliceStates(Tuple2<byte[], byte[]> slice) {
    SliceKey key = SliceKey.fromBytes(slice._1);
    SliceState state = StateCodec.read(slice._2, plan);
    return new SliceStates(definitions.get(key.definition()), key.values(), state);
  }

  private SliceResult result(byte[] keyBytes, byte[] stateBytes) {
    SliceState state = StateCodec.read(stateBytes, plan);
    SliceKey key = SliceKey.fromBytes(keyBytes);
    return SliceResults.of(definitions.get(key.definition()), key, state, finish, metrics);
  }

  /** The results in long form, one row per slice and metric; see {@link SliceTableRows}. */
  public Dataset<Row> toDataFrame(SparkSession spark) {
    return frame(spark, SliceTableRows.METRICS, new SliceTableRows(this)::metricRows);
  }

  /** The states, one row per slice; any coarser question is answered by merging them. */
  public Dataset<Row> states(SparkSession spark) {
    return frame(spark, SliceTableRows.STATES, new SliceTableRows(this)::stateRows);
  }

  /** Makes rows of sorted slices, wherever they are. */
  private interface Rows extends Serializable {
    Iterator<Row> of(Iterator<Tuple2<byte[], byte[]>> slices);
  }

  private Dataset<Row> frame(SparkSession spark, StructType schema, Rows rows) {
    if (local != null) {
      List<Row> list = new ArrayList<>();
      rows.of(local.iterator()).forEachRemaining(list::add);
      return spark.createDataFrame(list, schema);
    }
    return states
        .orderBy(states.col("_1"))
        .mapPartitions(
            (MapPartitionsFunction<Tuple2<byte[], byte[]>, Row>) rows::of, Encoders.row(schema));
  }

  /** Prints the first slices to standard output. */
  public void show() {
    System.out.print(toText(20));
  }

  /** The first slices as an aligned table. */
  public String toText(int maxSlices) {
    return SliceTableText.text(this, maxSlices);
  }

  /** The first thousand slices as an HTML table, for notebooks; every name is escaped. */
  public String html() {
    return SliceTableText.html(this, 1000);
  }

  /** Lets Spark forget the states; the table cannot be read afterwards if it was not local. */
  @Override
  public void close() {
    states.unpersist();
  }
}
