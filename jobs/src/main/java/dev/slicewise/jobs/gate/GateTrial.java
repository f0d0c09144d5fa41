package dev.slicewise.jobs.gate;

import dev.slicewise.core.gate.Decision;
import dev.slicewise.core.gate.Decisions;
import dev.slicewise.core.gate.Evidence;
import dev.slicewise.core.plan.MetricEstimate;
import dev.slicewise.jobs.console.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One gate while states pass by: evidence slice by slice, then the verdicts. */
final class GateTrial {
  private final Gate gate;
  private final double confidence;
  private final Map<List<Object>, MetricEstimate> reference;
  private final List<List<Object>> values = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private long tooFewRows;

  /**
   * Starts.
   *
   * @param reference the metric by slice; what is found here is taken out of it
   */
  GateTrial(Gate gate, double confidence, Map<List<Object>, MetricEstimate> reference) {
    this.gate = gate;
    this.confidence = confidence;
    this.reference = new LinkedHashMap<>(reference);
  }

  /** Takes a slice. */
  void add(List<Object> slice, MetricEstimate current) {
    MetricEstimate other = reference.remove(slice);
    if (current.rows() < gate.minRows() && !gate.isWhole()) {
      tooFewRows++;
      return;
    }
    values.add(slice);
    evidence.add(Evidence.of(gate.requirement(), current, other, confidence));
  }

  /** The verdicts. */
  GateResult result() {
    List<Decision> decisions = Decisions.of(evidence, confidence);
    List<GateLine> lines = new ArrayList<>();
    for (int i = 0; i < decisions.size(); i++) {
      lines.add(
          GateLine.of(
              gate, values.get(i), evidence.get(i), decision(evidence.get(i), decisions.get(i))));
    }
    if (!gate.isWhole()) {
      reference.forEach((slice, before) -> lines.addAll(vanished(slice, before)));
    }
    if (lines.isEmpty()) {
      String reason =
          "no slice of at least " + NumberText.count(gate.minRows()) + " rows (min_rows)";
      lines.add(GateLine.without(gate, List.of(), List.of(), reason));
    }
    return new GateResult(gate, lines, tooFewRows);
  }

  private Decision decision(Evidence slice, Decision decided) {
    if (slice.rows() < gate.minRows()) {
      String reason =
          NumberText.count(slice.rows())
              + " rows, fewer than min_rows "
              + NumberText.count(gate.minRows());
      return new Decision(gate.ifUndefined(), null, null, gate.minRows(), reason);
    }
    return slice.reason() == null
        ? decided
        : new Decision(gate.ifUndefined(), null, null, null, slice.reason());
  }

  private List<GateLine> vanished(List<Object> slice, MetricEstimate before) {
    if (before.rows() < gate.minRows()) {
      return List.of();
    }
    String reason =
        "no rows, where the reference has " + NumberText.count(before.rows()) + " of this slice";
    return List.of(
        GateLine.without(gate, gate.slices().names(), gate.slices().display(slice), reason));
  }
}
