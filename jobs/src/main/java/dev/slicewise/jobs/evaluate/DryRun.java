package dev.slicewise.jobs.evaluate;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.config.EvaluateConfig;
import dev.slicewise.jobs.config.PublishConfig;
import dev.slicewise.jobs.console.DisplayText;
import dev.slicewise.jobs.console.NumberText;
import dev.slicewise.jobs.input.InputSource;
import dev.slicewise.spark.EvaluationPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run would read, compute and write. */
final class DryRun {
  private static final int HEADING = 12;

  private final List<String> lines = new ArrayList<>();

  private DryRun() {}

  static List<String> lines(EvaluateConfig config, InputSource input, EvaluationPreview preview) {
    DryRun run = new DryRun();
    run.reads(input, preview);
    run.computes(config, preview);
    run.writes(config);
    run.lines.add("");
    run.lines.add("How Spark would read the rows:");
    preview.physicalPlan().strip().lines().forEach(line -> run.lines.add("  " + line));
    run.lines.add("");
    run.lines.add("Dry run: everything was checked, nothing was evaluated or written.");
    return run.lines;
  }

  private void reads(InputSource input, EvaluationPreview preview) {
    Map<String, Object> identity = input.identity();
    say("reads", input.name() + " (" + identity.get("format") + ")");
    if (identity.get("files") != null) {
      say(
          "files",
          NumberText.count((long) identity.get("files"))
              + ", "
              + NumberText.count((long) identity.get("bytes"))
              + " bytes");
    }
    say("columns", String.join(", ", preview.columnsRead()));
    if (identity.get("where") != null) {
      say("where", identity.get("where"));
    }
  }

  private void computes(EvaluateConfig config, EvaluationPreview preview) {
    lines.add("");
    say("profile", config.profile().name());
    String heading = "metrics";
    for (NamedMetric metric : config.metrics()) {
      say(heading, metric.text());
      heading = "";
    }
    heading = "slices";
    for (SliceSpec spec : preview.slices()) {
      say(heading, spec.names().isEmpty() ? "all rows" : String.join(", ", spec.names()));
      heading = "";
    }
    say(
        "scan",
        preview.finestGrain().isEmpty()
            ? "once, as one slice"
            : "once, by " + String.join(", ", preview.finestGrain()) + "; the rest is rolled up");
    if (!preview.coarserGrains().isEmpty()) {
      say(
          "",
          "where that has slices of a few rows, by each of "
              + preview.coarserGrains().stream()
                  .map(grain -> String.join(", ", grain))
                  .collect(Collectors.joining(" | "))
              + " instead");
    }
    int statistics = preview.plan().statistics().size();
    say(
        "remembers",
        statistics
            + " statistics a slice"
            + (preview.plan().groups() > 1 ? " in " + preview.plan().groups() + " groups" : ""));
    heading = "";
    for (String statistic : preview.plan().descriptors()) {
      say(heading, statistic);
    }
    say("fingerprint", preview.plan().fingerprintText());
  }

  private void writes(EvaluateConfig config) {
    lines.add("");
    PublishConfig publish = config.publish();
    if (publish != null) {
      say(
          "publishes",
          "states of model "
              + publish.model()
              + (publish.cutsByTime()
                  ? " by " + publish.unit().text() + " of " + publish.timeColumn()
                  : publish.windowStart() == null
                      ? " without a window"
                      : " of " + publish.windowStart() + " to " + publish.windowEnd())
              + " to "
              + publish.location());
    }
    say(
        "writes",
        config.output() == null
            ? publish == null ? "nothing; it prints" : "nothing else"
            : config.output().directory()
                + " as run "
                + config.output().runId()
                + ": metrics/, states/, metrics.json, report.html, run.json");
  }

  private void say(String heading, Object text) {
    lines.add(DisplayText.left(heading, HEADING) + DisplayText.visible(String.valueOf(text)));
  }
}
