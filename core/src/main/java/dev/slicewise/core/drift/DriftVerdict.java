package dev.slicewise.core.drift;

/** What a comparison of two sides comes to. */
public enum DriftVerdict {
  /** Beyond the limit, and by more than chance explains. */
  DRIFT,
  /** Within the limit. */
  NO_DRIFT,
  /** Too few rows to say. */
  INCONCLUSIVE,
  /** There is no value, and a reason why. */
  UNDEFINED,
  /** A value without a limit. */
  SHOWN
}
