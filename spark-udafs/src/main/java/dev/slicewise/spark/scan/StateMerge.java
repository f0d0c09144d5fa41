package dev.slicewise.spark.scan;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** Merges the states of equal slices, wherever they come from: a shuffle, then a sorted stream. */
public final class StateMerge {
  /** A slice's key and the bytes of its state. */
  public static final Encoder<Tuple2<byte[], byte[]>> KEYED_STATE =
      Encoders.tuple(Encoders.BINARY(), Encoders.BINARY());

  private static final Map<String, EvaluationPlan> PLANS = new ConcurrentHashMap<>();

  private StateMerge() {}

  /** The plan of a suite, made once per process. */
  public static EvaluationPlan plan(String suite) {
    return PLANS.computeIfAbsent(
        suite, text -> EvaluationPlan.of(Suite.parse(text, MetricCatalog.standard())));
  }

  /**
   * One stored state for every key, kept by Spark until unpersisted.
   *
   * @param states of the suite's plan, in either form
   * @param suite as {@link Suite#text}
   */
  public static Dataset<Tuple2<byte[], byte[]>> merged(
      Dataset<Tuple2<byte[], byte[]>> states, String suite) {
    return sortedByKey(states)
        .mapPartitions(stored(suite), KEYED_STATE)
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Equal keys side by side: sorted by hash first, a number that is compared without the key. */
  static Dataset<Tuple2<byte[], byte[]>> sortedByKey(Dataset<Tuple2<byte[], byte[]>> states) {
    Column key = states.col("_1");
    return states.repartition(key).sortWithinPartitions(functions.xxhash64(key), key);
  }

  private static MapPartitionsFunction<Tuple2<byte[], byte[]>, Tuple2<byte[], byte[]>> stored(
      String suite) {
    return states -> {
      MergeSorted merged = new MergeSorted(states, plan(suite));
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return merged.hasNext();
        }

        @Override
        public Tuple2<byte[], byte[]> next() {
          var slice = merged.next();
          return new Tuple2<>(slice._1, StateCodec.toStored(slice._2));
        }
      };
    };
  }
}
