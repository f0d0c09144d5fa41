package dev.slicewise.jobs.gate;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.MetricEstimate;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.SliceStates;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.spark.SliceTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges gates by a table of states; no row is read again. */
public final class Gates {
  private final List<Gate> gates;
  private final boolean rollsUp;

  /**
   * Gates as configured.
   *
   * @param rollsUp whether slices of finer definitions may be merged for coarser ones
   */
  public Gates(List<Gate> gates, boolean rollsUp) {
    this.gates = List.copyOf(gates);
    this.rollsUp = rollsUp;
  }

  /** Whether nothing is required. */
  public boolean isEmpty() {
    return gates.isEmpty();
  }

  /** Whether any gate compares with a reference. */
  public boolean needReference() {
    return gates.stream().anyMatch(gate -> gate.requirement().isRelative());
  }

  /**
   * Refuses gates that such states cannot answer.
   *
   * @param whose whose states they are, for the complaint
   */
  public void check(EvaluationPlan plan, List<SliceSpec> definitions, String whose) {
    gates.forEach(gate -> source(gate, plan, definitions, whose));
  }

  private SliceSource source(
      Gate gate, EvaluationPlan plan, List<SliceSpec> definitions, String whose) {
    try {
      plan.expectRemembered(gate.metric());
    } catch (IllegalArgumentException e) {
      throw JobException.usage(
          "gate '" + gate.name() + "', " + whose + ": " + Failures.sentence(e.getMessage()), e);
    }
    return SliceSource.of(gate.slices(), definitions, rollsUp)
        .orElseThrow(
            () ->
                JobException.usage(
                    "expected the slices of gate '"
                        + gate.name()
                        + "' among those of "
                        + whose
                        + ", found no definition with "
                        + (gate.isWhole() ? "all rows" : String.join(", ", gate.slices().names()))
                        + "; add it to slices."));
  }

  /**
   * Judges.
   *
   * @param reference the earlier table; null unless {@link #needReference}
   */
  public List<GateResult> judge(SliceTable table, SliceTable reference) {
    List<GateTrial> trials = new ArrayList<>();
    List<SliceEstimates> readers = new ArrayList<>();
    List<Map<List<Object>, MetricEstimate>> before = before(reference);
    for (int i = 0; i < gates.size(); i++) {
      Gate gate = gates.get(i);
      SliceSource source = source(gate, table.plan(), table.definitions(), "this run");
      Gate found = withSlices(gate, source.asked());
      GateTrial trial = new GateTrial(found, table.finish().confidence(), before.get(i));
      trials.add(trial);
      readers.add(
          new SliceEstimates(source, table.plan(), gate.metric(), table.finish(), trial::add));
    }
    pass(table, readers);
    return trials.stream().map(GateTrial::result).toList();
  }

  /** The definition as it is stored knows how its values are shown. */
  private static Gate withSlices(Gate gate, SliceSpec slices) {
    return new Gate(
        gate.name(),
        gate.metric(),
        slices,
        gate.requirement(),
        gate.minRows(),
        gate.ifUndefined(),
        gate.ifInconclusive());
  }

  private List<Map<List<Object>, MetricEstimate>> before(SliceTable reference) {
    List<Map<List<Object>, MetricEstimate>> before = new ArrayList<>();
    List<SliceEstimates> readers = new ArrayList<>();
    for (Gate gate : gates) {
      Map<List<Object>, MetricEstimate> slices = new LinkedHashMap<>();
      before.add(slices);
      if (gate.requirement().isRelative()) {
        SliceSource source =
            source(gate, reference.plan(), reference.definitions(), "the reference");
        readers.add(
            new SliceEstimates(
                source, reference.plan(), gate.metric(), reference.finish(), slices::put));
      }
    }
    if (!readers.isEmpty()) {
      pass(reference, readers);
    }
    return before;
  }

  private static void pass(SliceTable table, List<SliceEstimates> readers) {
    for (Iterator<SliceStates> slices = table.sliceStates(); slices.hasNext(); ) {
      SliceStates slice = slices.next();
      readers.forEach(reader -> reader.accept(slice));
    }
    readers.forEach(SliceEstimates::end);
  }
}
