package dev.slicewise.core.metric.threshold;

/** The price of each kind of decision. */
record Costs(double fp, double fn, double tp, double tn) {
  static final String FP = "cost of a false positive; a gain is negative";
  static final String FN = "cost of a false negative";
  static final String TP = "cost of a true positive";
  static final String TN = "cost of a true negative";
  static final String RANGE = "[-1e15, 1e15]";

  /** The mean cost of a row of the curve at these true and false positives. */
  double mean(ScoreCurve curve, double truePositives, double falsePositives) {
    double missed = curve.positives() - truePositives;
    double spared = curve.negatives() - falsePositives;
    return (fp * falsePositives + fn * missed + tp * truePositives + tn * spared) / curve.total();
  }

  /**
   * The probability from which a positive decision is the cheaper one, by a calibrated score; NaN
   * where errors do not cost more than hits.
   */
  double bayesThreshold() {
    double falseAlarm = fp - tn;
    double miss = fn - tp;
    return falseAlarm + miss > 0 ? falseAlarm / (falseAlarm + miss) : Double.NaN;
  }
}
