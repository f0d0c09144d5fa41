package dev.slicewise.jobs.followup;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.statistic.TopRows;
import dev.slicewise.jobs.config.YamlNode;
import dev.slicewise.jobs.console.Terminal;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.followup.FollowUpOptions.Said;
import dev.slicewise.jobs.gate.Gate;
import dev.slicewise.jobs.gate.GateFile;
import dev.slicewise.jobs.gate.GateReference;
import dev.slicewise.jobs.gate.GateText;
import dev.slicewise.jobs.gate.Gates;
import dev.slicewise.jobs.gate.GatesJson;
import dev.slicewise.jobs.notify.Notice;
import dev.slicewise.jobs.notify.Webhook;
import dev.slicewise.jobs.sink.RunFacts;
import dev.slicewise.jobs.worst.WorstSearch;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * What follows the results of a run, as configured. First {@link #of}, before Spark starts; then
 * {@link #prepare}, before rows are read; then {@link #examine}.
 */
public final class FollowUp implements AutoCloseable {
  private final Said said;
  private final Gates gates;
  private final WorstSearch worst;
  private final List<Webhook> webhooks;
  private final Sinks sinks;
  private SliceTable reference;
  private long hidden;

  private FollowUp(Said said, Gates gates, WorstSearch worst, List<Webhook> webhooks, Sinks sinks) {
    this.said = said;
    this.gates = gates;
    this.worst = worst;
    this.webhooks = webhooks;
    this.sinks = sinks;
  }

  /**
   * Resolves what was said.
   *
   * @param file the configuration, or null
   * @param suite the metrics of the run
   * @param profile for metrics that gates name
   * @param rollsUp whether slices of finer definitions may be merged for coarser ones
   */
  public static FollowUp of(
      FollowUpOptions options,
      YamlNode file,
      List<NamedMetric> suite,
      Profile profile,
      boolean rollsUp) {
    Said said = options.said(file);
    if (said.openMetrics() != null) {
      AtomicFile.check("--open-metrics", said.openMetrics());
    }
    if (said.suppressBelow() != null && said.suppressBelow() < 2) {
      throw JobException.usage(
          "expected --suppress-below of at least 2, found " + said.suppressBelow() + ".");
    }
    List<Gate> list = file == null ? List.of() : GateFile.read(file, suite, profile);
    Gates gates = new Gates(list, rollsUp);
    if (gates.needReference() && said.gateReference() == null) {
      throw JobException.usage(
          "expected --gate-reference for gates with max_increase or max_decrease, found none.");
    }
    Map<String, String> environment = System.getenv();
    return new FollowUp(
        said,
        gates,
        WorstSearch.of(file),
        Webhook.read(file, environment),
        Sinks.of(said.metricsTable(), file, environment));
  }

  /** Checks what can be checked without rows, and opens what results are compared with. */
  public void prepare(
      SparkSession spark, EvaluationPlan plan, List<SliceSpec> definitions, Finish finish) {
    gates.check(plan, definitions, "this run");
    sinks.check();
    if (suppresses() && plan.statistics().stream().anyMatch(TopRows.class::isInstance)) {
      throw JobException.usage(
          "expected no metric that lists rows with --suppress-below, found one; leave it out.");
    }
    if (gates.needReference()) {
      reference = GateReference.open(spark, said.gateReference(), plan, finish);
      gates.check(reference.plan(), reference.definitions(), "the reference");
    }
  }

  /** Whether small slices are not shown. */
  public boolean suppresses() {
    return said.suppressBelow() != null;
  }

  /** What may be shown of a table: itself, or another one that the caller closes as well. */
  public SliceTable shown(SparkSession spark, SliceTable whole) {
    if (!suppresses()) {
      return whole;
    }
    SuppressedTable table = SuppressedTable.of(spark, whole, said.suppressBelow());
    hidden = table.hidden();
    return table.table();
  }

  /**
   * Judges a table of results.
   *
   * @param preferred the metric that the user orders slices by, or null
   */
  public Judgement examine(SliceTable table, NamedMetric preferred) {
    return new Judgement(
        table,
        gates.judge(table, reference),
        worst.search(table, preferred),
        said.openMetrics(),
        suppression());
  }

  private Map<String, Object> suppression() {
    return suppresses() ? Map.of("below", said.suppressBelow(), "joined_slices", hidden) : null;
  }

  /**
   * Brings the findings to others, while the table is open and once the results are in place. A
   * table or service that cannot be written to fails the run, whose results stay; who cannot be
   * notified is a complaint and no failure.
   *
   * @return what the process shall return
   */
  public int deliver(RunFacts run, Judgement findings, Terminal terminal) throws IOException {
    findings.writeElsewhere();
    sinks.write(run, findings);
    Notice notice =
        new Notice(
            run.runId(),
            run.command(),
            GatesJson.word(findings.verdict()),
            findings.exitCode(),
            run.output(),
            GatesJson.summary(findings.gates()),
            GateText.lines(findings.gates()));
    for (Webhook webhook : webhooks) {
      String problem = webhook.tell(notice);
      if (problem != null) {
        terminal.complain(problem);
      }
    }
    return findings.exitCode();
  }

  /** Refuses what was said about results where there will be none. */
  public void expectNothing(String flag) {
    if (!gates.isEmpty() || !webhooks.isEmpty() || !sinks.isEmpty() || said.openMetrics() != null) {
      throw JobException.usage(
          "expected gates, notify, --open-metrics, --metrics-table, --suppress-below and mlflow only with --out, found them with "
              + flag
              + "; states alone have no verdict.");
    }
  }

  @Override
  public void close() {
    if (reference != null) {
      reference.close();
    }
  }
}
