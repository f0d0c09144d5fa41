package dev.slicewise.core.gate;

/** What the evidence says about a requirement. */
public enum Verdict {
  /** It is met. */
  PASS,
  /** It is not met. */
  FAIL,
  /** The rows at hand cannot tell. */
  INCONCLUSIVE;

  /** The graver of two verdicts: a failure, else a doubt. */
  public Verdict and(Verdict other) {
    return this == FAIL || other == PASS ? this : other;
  }
}
