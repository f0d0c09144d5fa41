package dev.slicewise.bench;

import dev.slicewise.core.metric.MetricCatalog;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the benchmark's suite asks of every slice. */
enum Measure {
  /** Usable rows; every result of Slicewise carries them. */
  COUNT(null),
  MAE("mae"),
  RMSE("rmse"),
  BIAS("mean_error"),
  R2("r2_score"),
  HUBER("huber(delta=0.25)"),
  PINBALL("mean_pinball_loss(alpha=0.9)"),
  LOG_LOSS("log_loss"),
  BRIER("brier"),
  P50("quantile_abs_error(q=0.5)"),
  P95("quantile_abs_error(q=0.95)"),
  P99("quantile_abs_error(q=0.99)"),
  AUC("roc_auc"),
  ECE("expected_calibration_error"),
  /** Only of the scan floor. */
  LABEL_SUM(null),
  /** Only of the scan floor. */
  SCORE_SUM(null);

  private final String metric;
  private final Optional<String> metricText;

  Measure(String metric) {
    this.metric = metric;
    this.metricText =
        Optional.ofNullable(metric).map(text -> MetricCatalog.standard().parse(text).text());
  }

  /** The measure's name as a metric with all parameters, if it is one. */
  Optional<String> metricText() {
    return metricText;
  }

  /** The measure of a metric's name with all parameters. */
  static Measure ofMetric(String text) {
    return Stream.of(values())
        .filter(measure -> measure.metricText().filter(text::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no measure is the metric " + text));
  }

  /** The measure as a user writes it; null for those that are no metrics. */
  String written() {
    return metric;
  }

  /** All metrics, as a user writes them. */
  static String suite() {
    return Stream.of(values())
        .map(measure -> measure.metric)
        .filter(java.util.Objects::nonNull)
        .collect(Collectors.joining(", "));
  }
}
