package dev.slicewise.jobs.followup;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.config.YamlNode;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.followup.FollowUpOptions.Said;
import dev.slicewise.jobs.gate.Gate;
import dev.slicewise.jobs.gate.GateFile;
import dev.slicewise.jobs.gate.GateReference;
import dev.slicewise.jobs.gate.GateResult;
import dev.slicewise.jobs.gate.Gates;
import dev.slicewise.spark.SliceTable;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * What follows the results of a run, as configured. First {@link #of}, before Spark starts; then
 * {@link #prepare}, before rows are read; then {@link #examine}.
 */
public final class FollowUp implements AutoCloseable {
  private final Said said;
  private final Gates gates;
  private SliceTable reference;

  private FollowUp(Said said, Gates gates) {
    this.said = said;
    this.gates = gates;
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
    List<Gate> list = file == null ? List.of() : GateFile.read(file, suite, profile);
    Gates gates = new Gates(list, rollsUp);
    if (gates.needReference() && said.gateReference() == null) {
      throw JobException.usage(
          "expected --gate-reference for gates with max_increase or max_decrease, found none.");
    }
    return new FollowUp(said, gates);
  }

  /** Checks what can be checked without rows, and opens what results are compared with. */
  public void prepare(
      SparkSession spark, EvaluationPlan plan, List<SliceSpec> definitions, Finish finish) {
    gates.check(plan, definitions, "this run");
    if (gates.needReference()) {
      reference = GateReference.open(spark, said.gateReference(), plan, finish);
      gates.check(reference.plan(), reference.definitions(), "the reference");
    }
  }

  /** Judges a table of results. */
  public Findings examine(SliceTable table) {
    List<GateResult> results = gates.judge(table, reference);
    return new Findings(table, results, said.openMetrics());
  }

  @Override
  public void close() {
    if (reference != null) {
      reference.close();
    }
  }
}
