package dev.slicewise.spark.scan;

import dev.slicewise.spark.EvaluationException;
import java.io.Serializable;
import org.apache.spark.Partition;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.PartitionCoalescer;
import org.apache.spark.rdd.PartitionGroup;
import org.apache.spark.rdd.RDD;
import scala.Option;

/**
 * Puts several splits into a task, so that fewer partial states travel. The tasks of more splits
 * come first: while the last large one runs, the other cores still have small ones.
 */
final class JoinedSplits implements PartitionCoalescer, Serializable {
  private static final long serialVersionUID = 1L;

  /** A task reads no more splits than this, so that a lost one costs little and stragglers end. */
  private static final int MOST_SPLITS = 8;

  private JoinedSplits() {}

  /** The splits in so many tasks a core, or more where there are very many splits. */
  static <T> JavaRDD<T> joined(JavaRDD<T> splits, String tasksPerCore) {
    int perCore = tasksPerCore(tasksPerCore);
    int count = splits.getNumPartitions();
    int atLeast = (count + MOST_SPLITS - 1) / MOST_SPLITS;
    int tasks = Math.max(perCore * splits.context().defaultParallelism(), atLeast);
    if (perCore <= 0 || tasks >= count) {
      return splits;
    }
    if (hasPlaces(splits.rdd())) {
      // Spark puts splits together that lie on the same machine.
      return splits.coalesce(tasks);
    }
    return splits.rdd().coalesce(tasks, false, Option.apply(new JoinedSplits()), null).toJavaRDD();
  }

  private static boolean hasPlaces(RDD<?> splits) {
    for (Partition split : splits.partitions()) {
      if (!splits.preferredLocations(split).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static int tasksPerCore(String said) {
    try {
      return Integer.parseInt(said.trim());
    } catch (NumberFormatException e) {
      throw new EvaluationException(
          "expected a whole number in " + SliceJob.TASKS_SETTING + ", found '" + said + "'", e);
    }
  }

  @Override
  public PartitionGroup[] coalesce(int tasks, RDD<?> splits) {
    Partition[] all = splits.partitions();
    PartitionGroup[] groups = new PartitionGroup[Math.min(tasks, all.length)];
    int next = 0;
    for (int task = 0; task < groups.length; task++) {
      groups[task] = new PartitionGroup(Option.empty());
      // Rounded up: the first tasks get one more where the splits do not come out even.
      int left = groups.length - task;
      int end = next + (all.length - next + left - 1) / left;
      while (next < end) {
        groups[task].partitions().addOne(all[next++]);
      }
    }
    return groups;
  }
}
