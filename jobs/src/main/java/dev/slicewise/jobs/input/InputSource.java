package dev.slicewise.jobs.input;

import dev.slicewise.jobs.config.EvaluateConfig.InputConfig;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.StructField;

/** The rows to evaluate and where they come from. */
public final class InputSource {
  private final InputConfig config;
  private final String format;
  private final InputFiles files;
  private final Dataset<Row> all;
  private final Dataset<Row> rows;

  private InputSource(InputConfig config, String format, InputFiles files, Dataset<Row> all) {
    this.config = config;
    this.format = format;
    this.files = files;
    this.all = all;
    this.rows = config.where() == null ? all : filtered(all, config.where());
  }

  /**
   * Opens the input.
   *
   * @throws JobException when there is none, or it cannot be read
   */
  public static InputSource open(SparkSession spark, InputConfig config) {
    if (config.sql() != null) {
      return new InputSource(config, "query", null, query(spark, config.sql()));
    }
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    InputFiles files =
        "table".equals(config.format()) ? null : InputFiles.find(config.path(), hadoop);
    if (files == null) {
      return new InputSource(config, "table", null, table(spark, config));
    }
    String format = config.format() == null ? files.format() : config.format();
    return new InputSource(config, format, files, read(spark, config, format));
  }

  private static Dataset<Row> query(SparkSession spark, String sql) {
    try {
      // Only a query gets through: spark.sql would run any command at once.
      ((org.apache.spark.sql.classic.SparkSession) spark)
          .sessionState()
          .sqlParser()
          .parseQuery(sql);
      return spark.sql(sql);
    } catch (Exception e) {
      throw refused("--sql", e);
    }
  }

  private static Dataset<Row> table(SparkSession spark, InputConfig config) {
    if (!isTable(spark, config.path())) {
      String expected =
          config.format() == null
              ? "file, directory or table"
              : config.format().equals("table") ? "table" : "file or directory";
      throw JobException.usage(
          "expected a "
              + expected
              + " as --input, found no "
              + config.path()
              + (expected.equals("table")
                  ? " in the catalog."
                  : "; the working directory is " + System.getProperty("user.dir") + "."));
    }
    return spark.table(config.path());
  }

  private static boolean isTable(SparkSession spark, String name) {
    try {
      return spark.catalog().tableExists(name);
    } catch (Exception e) {
      if (e instanceof AnalysisException) {
        // Not even the name of a table: then a path was meant, which leads nowhere.
        return false;
      }
      throw refused("--input " + name, e);
    }
  }

  private static Dataset<Row> read(SparkSession spark, InputConfig config, String format) {
    DataFrameReader reader = spark.read();
    if (format.equals("csv")) {
      // Of several files each must have the columns where the first one has them.
      reader.option("header", true).option("inferSchema", true).option("enforceSchema", false);
    }
    try {
      Dataset<Row> rows = reader.options(config.options()).format(format).load(config.path());
      if (List.of(rows.columns()).equals(List.of("_corrupt_record"))) {
        throw JobException.usage(
            "expected one JSON object a line in --input "
                + config.path()
                + ", found other text; --option multiLine=true reads whole files of JSON.");
      }
      return rows;
    } catch (JobException e) {
      throw e;
    } catch (Exception e) {
      throw refused("--input " + config.path() + " as " + format, e);
    }
  }

  private static Dataset<Row> filtered(Dataset<Row> all, String where) {
    try {
      Dataset<Row> rows = all.filter(where);
      LogicalPlan plan =
          ((org.apache.spark.sql.classic.Dataset<Row>) rows).queryExecution().analyzed();
      if (!plan.deterministic()) {
        throw JobException.usage(
            "expected a condition for --where that is the same each time, found '" + where + "'.");
      }
      if (!plan.subqueries().isEmpty()) {
        throw JobException.usage(
            "expected a condition on one row's columns for --where, found a subquery in '"
                + where
                + "'; join in --sql instead.");
      }
      return rows;
    } catch (JobException e) {
      throw e;
    } catch (Exception e) {
      throw refused("--where", e);
    }
  }

  private static JobException refused(String what, Exception e) {
    return JobException.usage("cannot use " + what + ": " + Failures.problem(e), e);
  }

  /** The rows that are evaluated. */
  public Dataset<Row> rows() {
    return rows;
  }

  /** Whether there is no row at all, so that nothing is known about the columns either. */
  public boolean isEmptyText() {
    return (format.equals("csv") || format.equals("json")) && all.isEmpty();
  }

  /** The files and directories that are read. */
  public List<Path> paths() {
    return files == null ? List.of() : files.roots();
  }

  /** A short name for people. */
  public String name() {
    if (config.sql() != null) {
      return "query";
    }
    return config.path().startsWith("file:")
        ? new Path(config.path()).toUri().getPath()
        : config.path();
  }

  /** What identifies the input in the record of the run. */
  public Map<String, Object> identity() {
    Map<String, Object> identity = new LinkedHashMap<>();
    identity.put("path", config.path());
    identity.put("sql", config.sql());
    identity.put("format", format);
    identity.put("options", config.options());
    identity.put("where", config.where());
    identity.put("files", files == null ? null : files.count());
    identity.put("bytes", files == null ? null : files.bytes());
    List<Map<String, Object>> schema = new ArrayList<>();
    for (StructField field : all.schema().fields()) {
      Map<String, Object> column = new LinkedHashMap<>();
      column.put("name", field.name());
      column.put("type", field.dataType().simpleString());
      schema.add(column);
    }
    identity.put("schema", schema);
    return identity;
  }
}
