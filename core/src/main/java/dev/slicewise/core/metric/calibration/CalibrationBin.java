package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.numeric.Dyadic;

/**
 * What predictions of about the same size came to.
 *
 * @param weight Σw, not 0
 * @param label Σw·y
 * @param prediction Σw·p
 */
record CalibrationBin(Dyadic weight, Dyadic label, Dyadic prediction) {
  /** Σw·p − Σw·y: positive where the bin over-predicts. */
  Dyadic gap() {
    return prediction.minus(label);
  }

  double meanLabel() {
    return label.over(weight);
  }

  double meanPrediction() {
    return prediction.over(weight);
  }

  CalibrationBin plus(CalibrationBin other) {
    return new CalibrationBin(
        weight.plus(other.weight), label.plus(other.label), prediction.plus(other.prediction));
  }
}
