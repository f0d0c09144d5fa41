package dev.slicewise.core.metric.calibration;

/** How the distribution that was forecast for a row is given. */
public enum ForecastForm {
  /** As the mean and standard deviation of a normal distribution. */
  NORMAL,
  /** As the value of its distribution function at the label. */
  CDF
}
