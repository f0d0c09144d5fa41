package dev.slicewise.jobs.store;

import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.spark.Messages;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** A state table kept by Delta Lake in a directory; a publish is one commit of its log. */
final class DeltaTable implements StateTable {
  static final String PREFIX = "delta:";

  private static final String EXTENSION = "io.delta.sql.DeltaSparkSessionExtension";
  private static final String ARTIFACT = "io.delta:delta-spark_4.1_2.13:4.4.0";
  private static final String LOG = "_delta_log";

  /** Delta refuses some writers that do not disturb each other, such as two that are first. */
  private static final int ATTEMPTS = 20;

  private final SparkSession spark;
  private final String location;
  private final String path;
  private final Dataset<Row> stored;
  private final List<Publication> publications;

  private DeltaTable(SparkSession spark, String location, String path, boolean exists) {
    this.spark = spark;
    this.location = location;
    this.path = path;
    this.stored = exists ? TableFormats.expectStates(newest(), location) : null;
    this.publications = exists ? StateColumns.publications(stored) : List.of();
  }

  static DeltaTable open(SparkSession spark, String location) {
    TableFormats.expectJar(EXTENSION, "Delta Lake", ARTIFACT, location);
    if (!spark.conf().get("spark.sql.extensions", "").contains(EXTENSION)) {
      throw JobException.usage(
          "expected Spark to be started with Delta Lake's extension for "
              + location
              + ", found none; say --spark spark.sql.extensions="
              + EXTENSION
              + " --spark spark.sql.catalog.spark_catalog="
              + "org.apache.spark.sql.delta.catalog.DeltaCatalog.");
    }
    String path = location.substring(PREFIX.length());
    try {
      Path directory = new Path(path);
      FileSystem files = directory.getFileSystem(spark.sparkContext().hadoopConfiguration());
      boolean exists = files.exists(new Path(directory, LOG));
      if (!exists && files.exists(directory)) {
        refuseForeign(files.listStatus(directory), location);
      }
      return new DeltaTable(spark, location, files.makeQualified(directory).toString(), exists);
    } catch (IOException | IllegalArgumentException e) {
      throw JobException.usage(
          "cannot open the state table "
              + location
              + ": "
              + Failures.sentence(Messages.firstSentence(e)),
          e);
    }
  }

  private static void refuseForeign(FileStatus[] content, String location) {
    if (content.length > 0) {
      throw JobException.usage(
          "expected a Delta table or a new directory, found "
              + location
              + " with "
              + content[0].getPath().getName()
              + " and no "
              + LOG
              + " in it; nothing there is touched, so name another.");
    }
  }

  /** The table as it is now, which it then stays: else every query would look anew. */
  private Dataset<Row> newest() {
    long version =
        spark
            .sql("DESCRIBE HISTORY delta.`" + path.replace("`", "``") + "` LIMIT 1")
            .select("version")
            .head()
            .getLong(0);
    return spark.read().format("delta").option("versionAsOf", version).load(path);
  }

  @Override
  public String location() {
    return location;
  }

  @Override
  public List<Publication> publications() {
    return publications;
  }

  @Override
  public Dataset<Row> rows(List<Publication> some) {
    return stored == null
        ? spark.createDataFrame(List.of(), StateColumns.SCHEMA)
        : StateColumns.of(stored.filter(TableFormats.isOneOf(some)));
  }

  @Override
  public List<Publication> publish(Dataset<Row> rows) {
    List<Publication> published = StateColumns.publications(rows);
    String theirs =
        TableFormats.keys(published).stream()
            .sorted()
            .collect(Collectors.joining("', '", StateColumns.KEY + " IN ('", "')"));
    for (int attempt = 1; ; attempt++) {
      try {
        StateColumns.keyed(rows)
            .write()
            .format("delta")
            .mode(SaveMode.Overwrite)
            .option("replaceWhere", theirs)
            .partitionBy(StateColumns.KEY)
            .save(path);
        return published;
      } catch (RuntimeException e) {
        boolean lostRace = e.getClass().getName().startsWith("io.delta.exceptions.");
        if (!lostRace || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
