package dev.slicewise.jobs.gate;

import dev.slicewise.core.gate.Decision;
import dev.slicewise.core.gate.Evidence;
import dev.slicewise.core.gate.Verdict;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceResult;
import java.util.List;

/**
 * A gate in one slice.
 *
 * @param gate what was required
 * @param slice which slice; its metrics are empty
 * @param evidence what is known; null when there is no such slice
 * @param decision what was decided
 */
public record GateLine(Gate gate, SliceResult slice, Evidence evidence, Decision decision) {
  static GateLine of(Gate gate, List<Object> values, Evidence evidence, Decision decision) {
    SliceKey key = new SliceKey(0, gate.slices().display(values));
    return new GateLine(
        gate,
        new SliceResult(gate.slices().names(), key, evidence.rows(), List.of()),
        evidence,
        decision);
  }

  /** A line about slices that are not there. */
  static GateLine without(Gate gate, List<String> dimensions, List<Object> values, String reason) {
    SliceResult slice = new SliceResult(dimensions, new SliceKey(0, values), 0, List.of());
    return new GateLine(
        gate, slice, null, new Decision(gate.ifUndefined(), null, null, null, reason));
  }

  /** The verdict. */
  public Verdict verdict() {
    return decision.verdict();
  }

  /** The metric's value, or null. */
  public Double value() {
    return evidence != null && evidence.result().value() instanceof MetricValue.Scalar scalar
        ? (Double) scalar.value()
        : null;
  }

  /** The metric's interval, or null. */
  public Interval interval() {
    return evidence == null ? null : evidence.result().interval();
  }

  /** The limit on the metric's own scale; null where it hangs on a reference that is not there. */
  public Double threshold() {
    Double reference = evidence == null ? null : evidence.reference();
    return gate.requirement().isRelative() && reference == null
        ? null
        : (Double) gate.requirement().limit(reference);
  }
}
