package dev.slicewise.jobs.sink;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.jobs.config.YamlNode;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.remote.HttpCalls;
import dev.slicewise.jobs.remote.Secret;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Logs a run to MLflow: the metrics of all rows, what was evaluated, the verdict, and the report. A
 * repeated run takes the place of the earlier one of its name. Metrics of slices stay in the output
 * directory; a tracking server is no table for them.
 */
public final class Mlflow {
  /** What the server takes in one request. */
  private static final int MOST_METRICS = 1_000;

  /** Older servers refuse longer values of parameters. */
  private static final int LONGEST_PARAMETER = 500;

  private static final int SECONDS = 30;
  private static final int ATTEMPTS = 3;
  private static final String RUN_TAG = "slicewise.run_id";
  private static final Pattern EXPERIMENT = Pattern.compile("[\\w][\\w ./-]{0,199}");
  private static final Pattern LOCAL =
      Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]");

  private final MlflowServer server;
  private final String experiment;

  private Mlflow(MlflowServer server, String experiment) {
    this.server = server;
    this.experiment = experiment;
  }

  /** The section {@code mlflow} of a configuration; null without one. */
  public static Mlflow of(YamlNode file, Map<String, String> environment) {
    List<YamlNode> nodes = file == null ? null : file.nodes("mlflow");
    if (nodes == null || nodes.isEmpty()) {
      return null;
    }
    YamlNode node = nodes.get(0);
    String said = node.text("url");
    String url = said != null ? said : environment.get("MLFLOW_TRACKING_URI");
    Secret token = Secret.of(node, "token", environment);
    String experiment = node.text("experiment");
    String authority = node.text("ca_file");
    node.refuseOthers();
    if (experiment == null || !EXPERIMENT.matcher(experiment).matches()) {
      throw JobException.usage(
          "expected experiment of letters, digits, spaces, '.', '/', '_' and '-' "
              + node.where()
              + ", found "
              + (experiment == null ? "none." : "'" + experiment + "'."));
    }
    Secret bearer = token == null ? Secret.variable("MLFLOW_TRACKING_TOKEN", environment) : token;
    HttpCalls calls = new HttpCalls(Duration.ofSeconds(SECONDS), ATTEMPTS, authority);
    return new Mlflow(new MlflowServer(address(node, url, bearer), bearer, calls), experiment);
  }

  private static URI address(YamlNode node, String url, Secret token) {
    URI address = null;
    try {
      address = url == null ? null : URI.create(url);
    } catch (IllegalArgumentException e) {
      address = null;
    }
    boolean web =
        address != null
            && address.getHost() != null
            && address.getUserInfo() == null
            && List.of("http", "https").contains(String.valueOf(address.getScheme()));
    if (!web) {
      throw JobException.usage(
          "expected url of a tracking server, http or https and without a user, "
              + node.where()
              + " or in MLFLOW_TRACKING_URI, found none.");
    }
    boolean open = address.getScheme().equals("http");
    if (open && token != null && !LOCAL.matcher(address.getHost()).matches()) {
      throw JobException.usage(
          "expected an https address for a token " + node.where() + ", found http.");
    }
    return address;
  }

  /**
   * Logs a run.
   *
   * @param whole the result of all rows, or null
   * @param tags further tags
   */
  public void log(RunFacts run, SliceTable table, SliceResult whole, Map<String, String> tags) {
    try {
      String id = server.experiment(experiment);
      List<String> earlier = server.runs(id, RUN_TAG, run.runId());
      long now = Instant.now().toEpochMilli();
      Map<String, String> all = new LinkedHashMap<>();
      all.put(RUN_TAG, run.runId());
      all.put("slicewise.command", run.command());
      all.putAll(tags);
      Map<String, Object> create = new LinkedHashMap<>();
      create.put("experiment_id", id);
      create.put("run_name", run.runId());
      create.put("start_time", now);
      create.put("tags", pairs(all));
      JsonNode made = server.create(create);
      String runId = made.path("run_id").asText();
      params(runId, run, table);
      metrics(runId, now, whole);
      report(made.path("artifact_uri").asText(), run);
      Map<String, Object> update = new LinkedHashMap<>();
      update.put("run_id", runId);
      update.put("status", "FINISHED");
      update.put("end_time", Instant.now().toEpochMilli());
      server.finish(update);
      for (String old : earlier) {
        server.delete(old);
      }
    } catch (IOException e) {
      throw JobException.failed(
          "the results"
              + (run.output() == null ? "" : " are in " + run.output() + " but")
              + " could not be logged to MLflow ("
              + e.getMessage()
              + "). The same run again does both.",
          e);
    }
  }

  private void params(String runId, RunFacts run, SliceTable table) throws IOException {
    Map<String, String> params = new LinkedHashMap<>();
    List<String> metrics = table.metrics().stream().map(NamedMetric::text).toList();
    List<String> slices =
        table.definitions().stream().map(each -> "'" + each.text() + "'").toList();
    params.put("metrics", shortened(String.join(", ", metrics)));
    params.put("slices", shortened(String.join(", ", slices)));
    params.put("confidence", String.valueOf(table.finish().confidence()));
    params.put("plan", table.plan().fingerprintText());
    if (run.model() != null) {
      params.put("model", shortened(run.model()));
    }
    Map<String, Object> batch = new LinkedHashMap<>();
    batch.put("run_id", runId);
    batch.put("params", pairs(params));
    server.log(batch);
  }

  private void metrics(String runId, long now, SliceResult whole) throws IOException {
    Map<String, Double> values = values(whole);
    List<Map<String, Object>> waiting = new ArrayList<>();
    for (Map.Entry<String, Double> value : values.entrySet()) {
      Map<String, Object> metric = new LinkedHashMap<>();
      metric.put("key", value.getKey());
      metric.put("value", value.getValue());
      metric.put("timestamp", now);
      metric.put("step", 0);
      waiting.add(metric);
    }
    for (int from = 0; from < waiting.size(); from += MOST_METRICS) {
      Map<String, Object> batch = new LinkedHashMap<>();
      batch.put("run_id", runId);
      batch.put("metrics", waiting.subList(from, Math.min(from + MOST_METRICS, waiting.size())));
      server.log(batch);
    }
  }

  /** Values and the ends of their intervals under names that the server takes. */
  static Map<String, Double> values(SliceResult whole) {
    Map<String, Double> values = new LinkedHashMap<>();
    if (whole != null) {
      values.put("rows", (double) whole.rows());
      for (MetricResult result : whole.metrics()) {
        if (result.value() instanceof MetricValue.Scalar scalar) {
          String name = name(result.metric());
          put(values, name, scalar.value());
          Interval interval = result.interval();
          put(values, name + "/ci_low", interval == null ? null : interval.low());
          put(values, name + "/ci_high", interval == null ? null : interval.high());
        }
      }
    }
    return values;
  }

  private static void put(Map<String, Double> values, String name, Double value) {
    if (value != null && Double.isFinite(value)) {
      values.put(name, value);
    }
  }

  /** {@code quantile_abs_error q 0.99}: of the text, the characters that names may have. */
  private static String name(NamedMetric metric) {
    String plain = metric.text().replaceAll("[^A-Za-z0-9_.-]+", " ").strip();
    return shortened(plain).substring(0, Math.min(plain.length(), LONGEST_PARAMETER / 2));
  }

  private void report(String artifacts, RunFacts run) throws IOException {
    if (run.output() != null) {
      Path report = Path.of(run.output(), "report.html");
      if (Files.isRegularFile(report)) {
        server.upload(artifacts, "report.html", report);
      }
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_PARAMETER
        ? text
        : text.substring(0, LONGEST_PARAMETER - 1) + "…";
  }

  private static List<Map<String, String>> pairs(Map<String, String> values) {
    List<Map<String, String>> pairs = new ArrayList<>();
    values.forEach((key, value) -> pairs.add(Map.of("key", key, "value", value)));
    return pairs;
  }
}
