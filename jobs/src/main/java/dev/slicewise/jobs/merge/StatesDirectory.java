package dev.slicewise.jobs.merge;

import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.input.LiteralPath;
import dev.slicewise.jobs.output.OutputTarget;
import dev.slicewise.spark.Messages;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The states in an output directory.
 *
 * @param name as it was said
 * @param path the directory
 * @param rows its states
 * @param definitions in order
 */
record StatesDirectory(String name, Path path, Dataset<Row> rows, List<String> definitions) {
  static StatesDirectory open(SparkSession spark, String name) {
    try {
      Path given = new Path(name);
      FileSystem files = given.getFileSystem(spark.sparkContext().hadoopConfiguration());
      Path path = files.makeQualified(given);
      Path states = new Path(path, "states");
      if (!files.exists(states) || !files.exists(new Path(path, OutputTarget.RECORD))) {
        throw JobException.usage(
            "expected an output directory of evaluate or merge for --states, found no states/ and "
                + OutputTarget.RECORD
                + " in "
                + name
                + ".");
      }
      Dataset<Row> rows = spark.read().parquet(LiteralPath.of(states));
      List<String> definitions =
          rows.groupBy("definition")
              .agg(functions.expr("min(substring(slice_key, 1, 2))").as("number"))
              .orderBy("number", "definition")
              .select("definition")
              .as(Encoders.STRING())
              .collectAsList();
      return new StatesDirectory(name, path, rows, definitions);
    } catch (IOException | IllegalArgumentException e) {
      throw JobException.usage(
          "cannot read --states " + name + ": " + Failures.sentence(Messages.firstSentence(e)), e);
    }
  }
}
