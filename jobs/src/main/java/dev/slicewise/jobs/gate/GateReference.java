package dev.slicewise.jobs.gate;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.output.OutputTarget;
import dev.slicewise.spark.EvaluationException;
import dev.slicewise.spark.Messages;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** The earlier results that relative gates compare with. */
public final class GateReference {
  private GateReference() {}

  /**
   * Opens an output directory.
   *
   * @param plan of the run that is compared with it
   */
  public static SliceTable open(
      SparkSession spark, String directory, EvaluationPlan plan, Finish finish) {
    try {
      Path path = new Path(directory);
      FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
      Path states = new Path(path, "states");
      if (!files.exists(new Path(path, OutputTarget.RECORD)) || !files.exists(states)) {
        throw JobException.usage(
            "expected --gate-reference to be the output directory of a run, with "
                + OutputTarget.RECORD
                + " and states, found no such thing at "
                + directory
                + ".");
      }
      SliceTable table = SliceTable.read(spark.read().parquet(states.toString()), finish);
      if (table.plan().suite().weighted() != plan.suite().weighted()) {
        table.close();
        throw JobException.usage(
            "expected --gate-reference to be "
                + (plan.suite().weighted() ? "weighted" : "unweighted")
                + " as this run is, found "
                + directory
                + ", which is not; evaluate one of them again.");
      }
      return table;
    } catch (EvaluationException | IOException | IllegalArgumentException e) {
      throw JobException.usage(
          "cannot read --gate-reference "
              + directory
              + ": "
              + Failures.sentence(Messages.firstSentence(e)),
          e);
    }
  }
}
