package dev.slicewise.jobs.config;

import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.slice.SliceSpec;
import java.util.List;
import java.util.Map;

/**
 * An evaluation as resolved: everything in force, and right as far as that can be known without
 * data.
 *
 * @param input what is read
 * @param roles column or expression by role, in the order given; {@code weight} among them
 * @param key what identifies a row, or null
 * @param group the query that a row is a candidate of, or null
 * @param positiveLabel the label that counts as 1, or null
 * @param profile whose conventions parameters follow that were not given
 * @param metrics the suite
 * @param slices the slice definitions, at least one
 * @param confidence level of intervals; 0 for none
 * @param jackknife whether hash groups are kept
 * @param invalid what unusable rows do
 * @param badRowsAccepted whether the user asked in so many words that they be skipped
 * @param output what is written, or null
 * @param publish where states are published, or null
 * @param print what is printed
 * @param dryRun whether nothing is run
 * @param master where Spark runs, or null
 * @param spark properties of Spark
 */
public record EvaluateConfig(
    InputConfig input,
    Map<String, String> roles,
    String key,
    String group,
    String positiveLabel,
    Profile profile,
    List<NamedMetric> metrics,
    List<SliceSpec> slices,
    double confidence,
    boolean jackknife,
    Finish.InvalidRows invalid,
    boolean badRowsAccepted,
    OutputConfig output,
    PublishConfig publish,
    PrintConfig print,
    boolean dryRun,
    String master,
    Map<String, String> spark) {

  /**
   * What is read.
   *
   * @param path file, directory, pattern or table; null with a query
   * @param sql the query, or null
   * @param format csv, json, parquet, orc or table; null to find out
   * @param options of Spark's reader
   * @param where a condition on rows, or null
   */
  public record InputConfig(
      String path, String sql, String format, Map<String, String> options, String where) {}

  /**
   * What is printed.
   *
   * @param worst the metric that orders the slices, or null for their own order
   * @param direction which values of it are good
   * @param limit lines
   * @param minRows rows that a printed slice has at least
   * @param quiet whether nothing is printed
   */
  public record PrintConfig(
      NamedMetric worst, Direction direction, int limit, long minRows, boolean quiet) {}

  /** Resolves settings. */
  public static EvaluateConfig of(EvaluateSettings said) {
    return Resolution.of(said);
  }
}
