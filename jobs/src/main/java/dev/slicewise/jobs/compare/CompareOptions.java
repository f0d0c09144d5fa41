package dev.slicewise.jobs.compare;

import java.util.List;
import picocli.CommandLine.Option;

/** What the user said about a comparison; null where nothing was said. */
final class CompareOptions {
  @Option(
      names = "--input",
      paramLabel = "PATH|TABLE",
      description = "File, directory, pattern or table with the predictions of all models.")
  String input;

  @Option(names = "--sql", paramLabel = "QUERY", description = "A SQL query instead of --input.")
  String sql;

  @Option(names = "--format", description = "csv, json, parquet, orc or table; inferred if absent.")
  String format;

  @Option(
      names = "--option",
      paramLabel = "KEY=VALUE",
      description = "An option of Spark's reader, such as sep=; (repeatable).")
  List<String> options;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = "Keep only rows that meet a SQL condition.")
  String where;

  @Option(
      names = "--states",
      paramLabel = "DIR",
      description =
          "Instead of --input: an output directory of evaluate or merge, or a state table, compared"
              + " with --against. Rows differ, so the comparison is unpaired.")
  String states;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = "The directory or table that --states is compared with.")
  String against;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      description = "Observed value: column or SQL expression (default: the column label).")
  String label;

  @Option(
      names = "--prediction",
      paramLabel = "COLUMN",
      description = "The model's predictions: column or SQL expression.")
  String prediction;

  @Option(
      names = "--baseline",
      paramLabel = "COLUMN",
      description = "The predictions it is compared with: column or SQL expression.")
  String baseline;

  @Option(
      names = "--model",
      paramLabel = "NAME=COLUMN",
      description = "A further model to compare with the baseline (repeatable).")
  List<String> models;

  @Option(names = "--weight", paramLabel = "COLUMN", description = "Weight of a row.")
  String weight;

  @Option(
      names = "--key",
      paramLabel = "COLUMN",
      description = "What identifies a row, for the jackknife's groups.")
  String key;

  @Option(
      names = "--cluster",
      paramLabel = "COLUMN",
      description =
          "What makes rows alike, such as their user: intervals take clusters, not rows, for"
              + " independent.")
  String cluster;

  @Option(
      names = "--role",
      paramLabel = "NAME=COLUMN",
      description = "A further column that a metric needs (repeatable).")
  List<String> roles;

  @Option(
      names = "--positive-label",
      paramLabel = "VALUE",
      description = "The label that counts as 1, for labels other than 0, 1, true and false.")
  String positiveLabel;

  @Option(
      names = "--metrics",
      paramLabel = "LIST",
      description = "Metrics, such as \"mae,roc_auc\" (repeatable); of --states all by default.")
  List<String> metrics;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "Whose conventions the metrics' parameters follow that are not given.")
  String profile;

  @Option(
      names = "--slice",
      paramLabel = "DIMENSIONS",
      description =
          "Slice definition, such as carrier,origin (repeatable); all rows always are one.")
  List<String> slices;

  @Option(
      names = "--margin",
      paramLabel = "METRIC=VALUE",
      description =
          "By how much worse the model may be, in units of the metric, such as mae=0.5"
              + " (repeatable).")
  List<String> margins;

  @Option(
      names = "--series",
      paramLabel = "DIMENSION",
      description =
          "A dimension of time, such as \"time(t, day)\": Diebold's and Mariano's test over its"
              + " values, written to series.json.")
  String series;

  @Option(
      names = "--horizon",
      paramLabel = "H",
      description = "How many values of --series ahead the models forecast (default: 1).")
  Integer horizon;

  @Option(
      names = "--confidence",
      paramLabel = "LEVEL",
      description = "Level of confidence intervals (default: 0.95).")
  Double confidence;

  @Option(
      names = "--jackknife",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Intervals also where there is no closed form, from 32 groups of rows"
              + " (default; --no-jackknife saves memory).")
  boolean jackknife;

  @Option(
      names = "--min-rows",
      paramLabel = "N",
      description =
          "Smaller slices are compared, but not among those whose p-values are adjusted"
              + " (default: 30).")
  Long minRows;

  @Option(names = "--limit", paramLabel = "N", description = "Lines to print (default: 50).")
  Integer limit;
}
