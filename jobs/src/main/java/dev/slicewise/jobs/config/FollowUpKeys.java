package dev.slicewise.jobs.config;

import java.util.List;

/** Keys of a configuration about what follows the results; read where they are acted upon. */
public final class FollowUpKeys {
  /** Keys that hold more than a flag can say. */
  public static final List<String> SECTIONS =
      List.of("gates", "worst_slices", "notify", "postgresql", "mlflow");

  /** Keys that are flags as well. */
  static final List<String> FLAGS = List.of("gate_reference", "open_metrics", "metrics_table");

  private FollowUpKeys() {}

  /** Makes them known to a file that is read elsewhere as well. */
  static void allow(YamlNode file) {
    SECTIONS.forEach(file::has);
    FLAGS.forEach(file::has);
  }
}
