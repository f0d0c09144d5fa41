package dev.slicewise.core.term.loss;

/**
 * The softmax of one row's scores, by their largest: nothing overflows, and small losses keep their
 * digits.
 */
record Softmax(double[] scores, double scale, double largest, double logRest) {
  /** Of scores divided by a temperature. */
  static Softmax of(double[] scores, double temperature) {
    double scale = 1.0 / temperature;
    int at = 0;
    for (int k = 1; k < scores.length; k++) {
      at = scores[k] > scores[at] ? k : at;
    }
    double rest = 0;
    for (int k = 0; k < scores.length; k++) {
      rest += k == at ? 0 : StrictMath.exp((scores[k] - scores[at]) * scale);
    }
    return new Softmax(scores, scale, scores[at], StrictMath.log1p(rest));
  }

  /** −ln of the k-th probability: how far the log-sum-exp is above the score. */
  double surprise(int k) {
    return (largest - scores[k]) * scale + logRest;
  }

  /** The log-sum-exp of the scores. */
  double logSumExp() {
    return largest * scale + logRest;
  }

  /** The k-th probability. */
  double probability(int k) {
    return StrictMath.exp(-surprise(k));
  }
}
