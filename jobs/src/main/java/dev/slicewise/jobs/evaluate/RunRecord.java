package dev.slicewise.jobs.evaluate;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.config.EvaluateConfig;
import dev.slicewise.jobs.failure.ExitCode;
import dev.slicewise.jobs.input.InputSource;
import dev.slicewise.jobs.output.RunJson;
import dev.slicewise.jobs.output.Survey;
import dev.slicewise.jobs.output.TableFiles;
import dev.slicewise.jobs.output.Versions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** What {@code run.json} says about a run that went well: enough to judge it and to repeat it. */
final class RunRecord {
  private final EvaluateConfig config;
  private final Instant started;
  private final Instant evaluated = Instant.now();

  /** The record of a run that has evaluated everything just now and goes on to write. */
  RunRecord(EvaluateConfig config, Instant started) {
    this.config = config;
    this.started = started;
  }

  /** All but how long it took. */
  Map<String, Object> of(
      InputSource input, EvaluationPlan plan, Survey survey, SparkSession spark) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("run_id", config.output() == null ? null : config.output().runId());
    run.put("command", "evaluate");
    run.put("status", "complete");
    run.put("verdict", "ok");
    run.put("exit_code", ExitCode.OK);
    run.put("configuration", configuration());
    run.put("conventions", conventions(spark));
    run.put("input", input(input, survey));
    run.put("rows", survey.counters());
    run.put("slices", slices(survey));
    run.put("plan", TableFiles.record(plan));
    run.put("versions", Versions.all());
    return run;
  }

  private Map<String, Object> configuration() {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("input", config.input().path());
    said.put("sql", config.input().sql());
    said.put("format", config.input().format());
    said.put("options", RunJson.redacted(config.input().options()));
    said.put("where", config.input().where());
    said.put("roles", config.roles());
    said.put("key", config.key());
    said.put("group", config.group());
    said.put("positive_label", config.positiveLabel());
    said.put("profile", config.profile().name());
    said.put("metrics", config.metrics().stream().map(NamedMetric::text).toList());
    said.put("slices", config.slices().stream().map(RunRecord::dimensions).toList());
    said.put("confidence", config.confidence());
    said.put("jackknife", config.jackknife());
    said.put("invalid", config.invalid().name().toLowerCase(Locale.ROOT));
    if (config.output() != null) {
      said.put("out", config.output().directory());
      said.put("overwrite", config.output().overwrite());
    }
    said.put("spark", RunJson.redacted(config.spark()));
    return said;
  }

  private Map<String, Object> conventions(SparkSession spark) {
    Map<String, Object> conventions = new LinkedHashMap<>();
    conventions.put("profile", config.profile().name());
    conventions.put("profile_defaults", config.profile().defaults());
    conventions.put("error", "prediction - label: positive means over-prediction");
    conventions.put(
        "weights",
        config.roles().containsKey("weight")
            ? "finite and >= 0; a row of weight 0 is counted and influences nothing else"
            : "every row weighs 1");
    conventions.put(
        "invalid_rows",
        "null, NaN, infinite, out of domain or of bad weight: counted by reason, policy "
            + config.invalid().name().toLowerCase(Locale.ROOT));
    conventions.put("undefined_values", "null with a reason, never NaN or 0");
    conventions.put("zero_division", "undefined unless a metric's parameter says otherwise");
    conventions.put("log_clipping_eps", Math.ulp(1.0));
    conventions.put("probability_tolerance", 1e-6);
    conventions.put("quantiles", "inverted_cdf unless a metric's method says otherwise");
    conventions.put("ties", "tied scores count one half; a block of ties is one threshold");
    conventions.put("predicted_positive", "prediction >= threshold");
    conventions.put("parameters", parameters());
    conventions.put("slice_null", "NULL is a slice value of its own");
    conventions.put("session_time_zone", spark.conf().get("spark.sql.session.timeZone"));
    return conventions;
  }

  /** Bins, thresholds, eps, tie rules: every parameter in force, by metric. */
  private Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (NamedMetric metric : config.metrics()) {
      if (!metric.parameters().isEmpty()) {
        parameters.put(metric.text(), metric.parameters());
      }
    }
    return parameters;
  }

  private Map<String, Object> input(InputSource input, Survey survey) {
    Map<String, Object> identity = new LinkedHashMap<>(input.identity());
    identity.put("options", RunJson.redacted(config.input().options()));
    identity.put("rows", survey.rows());
    return identity;
  }

  private Map<String, Object> slices(Survey survey) {
    Map<String, Object> slices = new LinkedHashMap<>();
    slices.put("count", survey.slices());
    slices.put("definitions", config.slices().stream().map(SliceSpec::names).toList());
    return slices;
  }

  private static List<Object> dimensions(SliceSpec spec) {
    List<Object> dimensions = new ArrayList<>();
    for (Dimension dimension : spec.dimensions()) {
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("name", dimension.name());
      if (dimension instanceof Dimension.Expression expression) {
        said.put("sql", expression.sql());
      } else if (dimension instanceof Dimension.Bucket bucket) {
        said.put("bucket", bucket.sql());
        said.put("edges", bucket.edges());
      } else if (dimension instanceof Dimension.TimeUnit time) {
        said.put("time", time.sql());
        said.put("unit", time.unit());
      } else if (dimension instanceof Dimension.Top top) {
        said.put("top", top.sql());
        said.put("limit", top.limit());
      }
      dimensions.add(said);
    }
    return dimensions;
  }

  /** How long it took until now. */
  Map<String, Object> timings() {
    Instant finished = Instant.now();
    Map<String, Object> timings = new LinkedHashMap<>();
    timings.put("started_at", started.toString());
    timings.put("finished_at", finished.toString());
    timings.put("evaluate_seconds", seconds(started, evaluated));
    timings.put("write_seconds", seconds(evaluated, finished));
    return timings;
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
