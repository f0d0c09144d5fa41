package dev.slicewise.jobs.store;

import dev.slicewise.jobs.failure.JobException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.analysis.TableAlreadyExistsException;
import org.apache.spark.sql.functions;

/** A state table kept by Apache Iceberg in a catalog; a publish is one snapshot. */
final class IcebergTable implements StateTable {
  static final String PREFIX = "iceberg:";

  private static final String CATALOG = "org.apache.iceberg.spark.SparkCatalog";
  private static final String ARTIFACT = "org.apache.iceberg:iceberg-spark-runtime-4.1_2.13:1.11.0";

  private final SparkSession spark;
  private final String location;
  private final String name;
  private final Dataset<Row> stored;
  private final List<Publication> publications;

  private IcebergTable(SparkSession spark, String location, String name) {
    this.spark = spark;
    this.location = location;
    this.name = name;
    this.stored = spark.catalog().tableExists(name) ? newest() : null;
    this.publications = stored == null ? List.of() : StateColumns.publications(stored);
  }

  static IcebergTable open(SparkSession spark, String location) {
    TableFormats.expectJar(CATALOG, "Apache Iceberg", ARTIFACT, location);
    String name = location.substring(PREFIX.length());
    String[] parts = name.split("\\.");
    if (parts.length != 3) {
      throw JobException.usage(
          "expected iceberg:CATALOG.NAMESPACE.TABLE for a state table, found " + location + ".");
    }
    String setting = "spark.sql.catalog." + parts[0];
    if (spark.conf().getOption(setting).isEmpty()) {
      throw JobException.usage(
          "expected the catalog "
              + parts[0]
              + " of "
              + location
              + " to be set up, found no "
              + setting
              + "; say --spark "
              + setting
              + "="
              + CATALOG
              + " and, with more of them, where it keeps its tables.");
    }
    return new IcebergTable(spark, location, name);
  }

  /** The table as it is now, which it then stays; null before its first snapshot. */
  private Dataset<Row> newest() {
    TableFormats.expectStates(spark.table(name), location);
    List<Row> main =
        spark
            .table(name + ".refs")
            .filter(functions.col("name").equalTo("main"))
            .select("snapshot_id")
            .collectAsList();
    return main.isEmpty()
        ? null
        : spark.read().option("versionAsOf", main.get(0).getLong(0)).table(name);
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
    Dataset<Row> keyed = StateColumns.keyed(rows);
    try {
      if (!spark.catalog().tableExists(name)) {
        create(keyed);
      }
      keyed.writeTo(name).overwrite(TableFormats.isOneOf(published));
      return published;
    } catch (NoSuchTableException e) {
      throw JobException.failed(
          "expected the table " + location + " to stay while it is published to, found it gone.",
          e);
    }
  }

  /** Without rows, so that whoever is second does what the first did. */
  private void create(Dataset<Row> keyed) {
    try {
      keyed
          .limit(0)
          .writeTo(name)
          .using("iceberg")
          .partitionedBy(functions.col(StateColumns.KEY))
          .create();
    } catch (TableAlreadyExistsException e) {
      // Another publisher was first, and its table is as good.
      return;
    }
  }
}
