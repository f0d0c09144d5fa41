package dev.slicewise.jobs.config;

import dev.slicewise.core.slice.SliceSpec;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What the user said about an evaluation, on the command line or in a file; null where nothing was
 * said. The command line's flags are declared here; {@link SettingsFile} reads the keys.
 */
public final class EvaluateSettings {
  @Option(
      names = "--input",
      paramLabel = "PATH|TABLE",
      description = "File, directory, pattern or table with the predictions.")
  String input;

  @Option(
      names = "--sql",
      paramLabel = "QUERY",
      description = "A SQL query instead of --input, such as \"SELECT * FROM parquet.`d`\".")
  String sql;

  @Option(
      names = "--format",
      description =
          "csv, json, parquet, orc or table; inferred from file names or the catalog when absent.")
  String format;

  @Option(
      names = "--option",
      paramLabel = "KEY=VALUE",
      description =
          "An option of Spark's reader, such as sep=; (repeatable). CSV: header=true,"
              + " inferSchema=true unless told.")
  List<String> options;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "Observed value: column or SQL expression (default: the column label).")
  String label;

  @Option(
      names = "--prediction",
      paramLabel = "COLUMN",
      description =
          "Predicted value, probability or score: column or SQL expression (default: the column"
              + " prediction).")
  String prediction;

  @Option(
      names = "--weight",
      paramLabel = "COLUMN",
      description = "Weight of a row, finite and at least 0.")
  String weight;

  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      description = "What identifies a row, for ties and --jackknife groups.")
  String key;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "The query that a row is a candidate of, for ranking metrics.")
  String group;

  @Option(
      names = "--role",
      paramLabel = "NAME=COLUMN",
      description = "A further column that a metric needs, such as scale=s (repeatable).")
  List<String> roles;

  @Option(
      names = "--positive-label",
      paramLabel = "VALUE",
      description = "The label that counts as 1, for labels other than 0, 1, true and false.")
  String positiveLabel;

  @Option(
      names = "--metrics",
      paramLabel = "LIST",
      description = "Metrics, such as \"mae,quantile_abs_error(q=0.99)\" (repeatable).")
  List<String> metrics;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description =
          "Whose conventions the metrics' parameters follow that are not given: slicewise (default),"
              + " sklearn, mllib, torchmetrics or tfma.")
  String profile;

  @Option(
      names = "--slice",
      paramLabel = "DIMENSIONS",
      description = {
        "Slice definition, such as carrier,origin; \"\" is all rows (repeatable; default: all rows).",
        "A dimension is a column, bucket(x, 0, 10), time(t, month), top(x, 20) or a SQL expression,"
            + " each optionally followed by AS name."
      })
  List<String> slices;

  /** Slices of a file, already read; the command line leaves them null. */
  List<SliceSpec> sliceSpecs;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = "Keep only rows that meet a SQL condition, such as \"month > 3\".")
  String where;

  @Option(
      names = "--confidence",
      paramLabel = "LEVEL",
      description = "Level of confidence intervals; 0 for none (default: 0.95).")
  Double confidence;

  @Option(
      names = "--jackknife",
      negatable = true,
      description = "Intervals for every metric, from 32 groups of rows; more memory.")
  Boolean jackknife;

  @Option(
      names = "--invalid",
      paramLabel = "POLICY",
      description =
          "What rows do that a metric cannot use: skip (default; they are counted), fail, or null"
              + " (the metric becomes undefined).")
  String invalid;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Output directory, written whole or not at all; without it, only print.")
  String out;

  @Option(
      names = "--overwrite",
      negatable = true,
      description = "Replace an earlier output directory.")
  Boolean overwrite;

  @Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "Name of this run; a run of the same name replaces its own output.")
  String runId;

  @Mixin final StateTableSettings states;

  @Option(
      names = "--worst",
      paramLabel = "METRIC",
      description = "Print the slices worst by this metric first.")
  String worst;

  @Option(names = "--limit", paramLabel = "N", description = "Lines to print (default: 50).")
  Long limit;

  @Option(
      names = "--min-rows",
      paramLabel = "N",
      description = "Print only slices of at least so many rows; files hold all (default: 1).")
  Long minRows;

  @Option(
      names = "--dry-run",
      negatable = true,
      description = "Check everything and say what would be read, computed and written.")
  Boolean dryRun;

  @Option(names = "--quiet", negatable = true, description = "Print nothing but complaints.")
  Boolean quiet;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Where Spark runs (default: local[*], or what spark-submit says).")
  String master;

  @Option(
      names = "--spark",
      paramLabel = "KEY=VALUE",
      description = "A property of Spark, such as spark.sql.shuffle.partitions=64 (repeatable).")
  List<String> spark;

  /** Nothing said yet. */
  public EvaluateSettings() {
    this(new StateTableSettings());
  }

  EvaluateSettings(StateTableSettings states) {
    this.states = states;
  }

  /** Adds the settings of a file, which these override. */
  public EvaluateSettings withFile(Path file) {
    return over(SettingsFile.read(file));
  }

  /** These settings, and where they say nothing, the given ones. */
  EvaluateSettings over(EvaluateSettings base) {
    if (input != null || sql != null) {
      base.input = null;
      base.sql = null;
    }
    if (slices != null) {
      base.sliceSpecs = null;
    }
    options = joined(base.options, options);
    roles = joined(base.roles, roles);
    spark = joined(base.spark, spark);
    states.over(base.states);
    try {
      for (Field field : EvaluateSettings.class.getDeclaredFields()) {
        if (field.get(this) == null) {
          field.set(this, field.get(base));
        }
      }
    } catch (IllegalAccessException e) {
      throw new AssertionError("fields of this class are open to it", e);
    }
    return this;
  }

  /** Later entries win, so the command line's come last. */
  private static List<String> joined(List<String> base, List<String> over) {
    if (base == null || over == null) {
      return base == null ? over : base;
    }
    List<String> all = new ArrayList<>(base);
    all.addAll(over);
    return all;
  }
}
