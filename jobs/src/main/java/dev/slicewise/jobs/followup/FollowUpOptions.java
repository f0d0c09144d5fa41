package dev.slicewise.jobs.followup;

import dev.slicewise.jobs.config.YamlNode;
import picocli.CommandLine.Option;

/** Flags about what follows the results, to be mixed into a command. */
public final class FollowUpOptions {
  @Option(
      names = "--gate-reference",
      paramLabel = "PATH",
      description =
          "Output directory of an earlier run, which gates with max_increase or max_decrease compare"
              + " with.")
  private String gateReference;

  @Option(
      names = "--open-metrics",
      paramLabel = "FILE",
      description =
          "Write metrics and verdicts for Prometheus to a file, whole or not at all; --out has them"
              + " in metrics.prom anyway.")
  private String openMetrics;

  @Option(
      names = "--metrics-table",
      paramLabel = "URL",
      description =
          "Write the metrics to a table in PostgreSQL as well, jdbc:postgresql://HOST/DATABASE; user"
              + " and password from PGUSER and PGPASSWORD or the file's section postgresql.")
  private String metricsTable;

  /**
   * What was said, with what a file says where no flag does.
   *
   * @param file the configuration, or null
   */
  Said said(YamlNode file) {
    return new Said(
        first(gateReference, file, "gate_reference"),
        first(openMetrics, file, "open_metrics"),
        first(metricsTable, file, "metrics_table"));
  }

  private static String first(String flag, YamlNode file, String key) {
    return flag != null || file == null ? flag : file.text(key);
  }

  /** The flags as resolved; null where nothing was said. */
  record Said(String gateReference, String openMetrics, String metricsTable) {}
}
