package dev.slicewise.jobs.gate;

import dev.slicewise.core.gate.Verdict;
import java.util.List;

/**
 * What came of a gate.
 *
 * @param gate what was required
 * @param lines slice by slice
 * @param tooFewRows slices that were not looked at for want of rows
 */
public record GateResult(Gate gate, List<GateLine> lines, long tooFewRows) {
  /** Freezes the lines. */
  public GateResult {
    lines = List.copyOf(lines);
  }

  /** The verdict as the evidence has it. */
  public Verdict verdict() {
    return lines.stream().map(GateLine::verdict).reduce(Verdict.PASS, Verdict::and);
  }

  /** The verdict as it counts for the run. */
  public Verdict counted() {
    Verdict verdict = verdict();
    return verdict == Verdict.INCONCLUSIVE ? gate.ifInconclusive() : verdict;
  }

  /** Slices with a verdict. */
  public long count(Verdict verdict) {
    return lines.stream().filter(line -> line.verdict() == verdict).count();
  }
}
