package dev.slicewise.core.metric.regression;

/** What a model's squared errors are compared with. */
public enum Reference {
  /** Predicting the mean label of the slice. */
  MEAN,
  /** Another model's predictions, column baseline. */
  BASELINE
}
