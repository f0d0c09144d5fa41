package dev.slicewise.spark.scan;

import static dev.slicewise.spark.scan.StateMerge.KEYED_STATE;

import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;
import scala.Tuple3;

/**
 * Runs an evaluation: scan to partial states, merge by slice of the finest grain, roll up to the
 * definitions, merge again. Every shuffle carries keys and bytes; merging is a sorted stream, so a
 * task holds one state at a time.
 */
public final class SliceJob implements AutoCloseable {
  /** Spark setting; {@code false} has rows read even where a scan delivers columnar batches. */
  public static final String COLUMNAR_SETTING = "spark.slicewise.scan.columnar";

  /**
   * Spark setting: how many tasks a core scans by where there are slices, 2 unless told; 0 leaves
   * the splits as Spark makes them. Every task sends a state for every slice it met.
   */
  public static final String TASKS_SETTING = "spark.slicewise.scan.tasksPerCore";

  private static final Logger LOG = LoggerFactory.getLogger(SliceJob.class);

  private static final Encoder<Tuple3<Integer, byte[], Long>> COUNTED_VALUE =
      Encoders.tuple(Encoders.INT(), Encoders.BINARY(), Encoders.LONG());

  private final org.apache.spark.sql.classic.Dataset<Row> prepared;
  private final SliceScan scan;
  private final List<Dimension> finest;
  private final BatchSource source;
  private Dataset<Tuple2<byte[], byte[]>> counted;

  /**
   * Prepares a job.
   *
   * @param prepared rows with the columns that the scan describes
   * @param scan what is asked
   * @param finest the dimensions of the finest grain
   */
  public SliceJob(
      org.apache.spark.sql.classic.Dataset<Row> prepared, SliceScan scan, List<Dimension> finest) {
    this.prepared = prepared;
    this.scan = scan;
    this.finest = finest;
    boolean columnar =
        Boolean.parseBoolean(prepared.sparkSession().conf().get(COLUMNAR_SETTING, "true"));
    this.source =
        !columnar
            ? BatchSource.rows(COLUMNAR_SETTING + " is false")
            : !scan.numbersOnly()
                ? BatchSource.rows("a role is an array or text")
                : BatchSource.of(
                    prepared.queryExecution().executedPlan(), scan.columnKinds(), scan.keyColumn());
  }

  /**
   * Runs jobs of some definitions each, in the order of the definitions.
   *
   * @return key and stored state of every slice of all of them, kept by Spark until unpersisted
   */
  public static Dataset<Tuple2<byte[], byte[]>> runAll(List<SliceJob> jobs) {
    if (jobs.size() == 1) {
      return jobs.get(0).run();
    }
    Dataset<Tuple2<byte[], byte[]>> all = null;
    int first = 0;
    for (SliceJob job : jobs) {
      int offset = first;
      Dataset<Tuple2<byte[], byte[]>> states =
          job.run()
              .map(
                  (MapFunction<Tuple2<byte[], byte[]>, Tuple2<byte[], byte[]>>)
                      slice -> new Tuple2<>(SliceKey.shifted(slice._1, offset), slice._2),
                  KEYED_STATE);
      all = all == null ? states : all.union(states);
      first += job.scan.definitions().size();
    }
    return keep(all);
  }

  /** Reads the rows once; key and stored state of every slice, kept by Spark until unpersisted. */
  public Dataset<Tuple2<byte[], byte[]>> run() {
    SliceScan asked = scan;
    Dataset<Tuple2<byte[], byte[]>> partial =
        prepared.sparkSession().createDataset(partials().rdd(), KEYED_STATE);
    if (!scan.needsRollUp() && !hasTop()) {
      return StateMerge.merged(partial, asked.suite());
    }
    Dataset<Tuple2<byte[], byte[]>> sorted = StateMerge.sortedByKey(partial);
    TopValues top = TopValues.NONE;
    if (hasTop()) {
      counted = keep(sorted);
      sorted = counted;
      top = topValues(sorted);
    }
    TopValues frequent = top;
    Dataset<Tuple2<byte[], byte[]>> rolledUp =
        sorted.mapPartitions(
            (MapPartitionsFunction<Tuple2<byte[], byte[]>, Tuple2<byte[], byte[]>>)
                states -> RollUp.of(new MergeSorted(states, asked.plan()), asked, frequent),
            KEYED_STATE);
    return StateMerge.merged(rolledUp, asked.suite());
  }

  private JavaRDD<Tuple2<byte[], byte[]>> partials() {
    SliceScan asked = scan;
    LOG.info("Evaluation reads {}", source.description());
    if (source.isColumnar()) {
      ArrayList<VectorColumn> columns = source.columns();
      return joined(source.plan().executeColumnar().toJavaRDD())
          .mapPartitions(batches -> BatchScan.of(batches, columns, asked));
    }
    return joined(prepared.queryExecution().toRdd().toJavaRDD())
        .mapPartitions(rows -> RowScan.of(rows, asked));
  }

  /** Several splits to a task, so that fewer partial states travel. */
  private <T> JavaRDD<T> joined(JavaRDD<T> splits) {
    String perCore = prepared.sparkSession().conf().get(TASKS_SETTING, "2");
    return finest.isEmpty() ? splits : JoinedSplits.joined(splits, perCore);
  }

  /** Names of the dimensions of the grains that tasks change over to where they must; or none. */
  public List<List<String>> coarserGrains() {
    return scan.coarserGrains(finest).stream()
        .map(grain -> grain.stream().map(Dimension::name).toList())
        .toList();
  }

  /** What the scan reads, columnar batches or rows, and for rows the reason. */
  public String scanKind() {
    return source.description();
  }

  /** Lets go of what only the job needed, once its result is held. */
  @Override
  public void close() {
    if (counted != null) {
      counted.unpersist();
    }
  }

  private static <T> Dataset<T> keep(Dataset<T> dataset) {
    return dataset.persist(StorageLevel.MEMORY_AND_DISK());
  }

  private boolean hasTop() {
    return finest.stream().anyMatch(Dimension.Top.class::isInstance);
  }

  /** Counts the rows of every value of the cut dimensions and keeps the most frequent ones. */
  private TopValues topValues(Dataset<Tuple2<byte[], byte[]>> sorted) {
    SliceScan asked = scan;
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < finest.size(); i++) {
      if (finest.get(i) instanceof Dimension.Top) {
        positions.add(i);
      }
    }
    Dataset<Row> counts =
        sorted
            .mapPartitions(
                (MapPartitionsFunction<Tuple2<byte[], byte[]>, Tuple3<Integer, byte[], Long>>)
                    states -> countValues(new MergeSorted(states, asked.plan()), positions),
                COUNTED_VALUE)
            .toDF("position", "value", "rows")
            .groupBy("position", "value")
            .sum("rows")
            .toDF("position", "value", "rows");
    Map<Integer, Set<Object>> kept = new HashMap<>();
    for (int position : positions) {
      int limit = ((Dimension.Top) finest.get(position)).limit();
      Set<Object> values = new java.util.HashSet<>();
      for (Row row :
          counts
              .where(counts.col("position").equalTo(position))
              .orderBy(counts.col("rows").desc(), counts.col("value").asc())
              .takeAsList(limit)) {
        values.add(SliceKey.fromBytes((byte[]) row.get(1)).values().get(0));
      }
      kept.put(position, values);
    }
    return new TopValues(kept);
  }

  private static Iterator<Tuple3<Integer, byte[], Long>> countValues(
      MergeSorted slices, List<Integer> positions) {
    Map<List<Object>, Long> counts = new HashMap<>();
    while (slices.hasNext()) {
      var slice = slices.next();
      List<Object> values = SliceKey.fromBytes(slice._1).values();
      for (int position : positions) {
        if (values.get(position) != null) {
          counts.merge(List.of(position, values.get(position)), slice._2.rows(), Long::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .map(
            entry ->
                new Tuple3<>(
                    (Integer) entry.getKey().get(0),
                    new SliceKey(0, List.of(entry.getKey().get(1))).toBytes(),
                    entry.getValue()))
        .iterator();
  }
}
