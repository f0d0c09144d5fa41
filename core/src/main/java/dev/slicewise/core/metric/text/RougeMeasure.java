package dev.slicewise.core.metric.text;

/** Which of ROUGE's numbers. */
public enum RougeMeasure {
  /** What is shared, over the hypothesis. */
  PRECISION,
  /** What is shared, over the reference. */
  RECALL,
  /** The harmonic mean of both. */
  FMEASURE
}
