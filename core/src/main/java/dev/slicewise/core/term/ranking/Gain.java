package dev.slicewise.core.term.ranking;

import dev.slicewise.core.term.Domain;

/** What an item of some relevance is worth in a discounted cumulative gain. */
public enum Gain {
  /** The label itself: scikit-learn, torchmetrics, TFMA. */
  LINEAR(1e300),
  /** 2^label − 1: XGBoost, LightGBM, TF-Ranking. */
  EXPONENTIAL(960);

  private static final double LN2 = StrictMath.log(2.0);

  private final double largestLabel;

  Gain(double largestLabel) {
    this.largestLabel = largestLabel;
  }

  /** The gain of a label of 0 or more. */
  public double of(double label) {
    if (this == LINEAR) {
      return label;
    }
    // Whole grades exactly; expm1 keeps the digits of tiny ones.
    return label == Math.rint(label) && label < 63
        ? (1L << (int) label) - 1
        : StrictMath.expm1(label * LN2);
  }

  /** The gains of a list. */
  double[] of(double[] labels) {
    double[] gains = new double[labels.length];
    for (int i = 0; i < gains.length; i++) {
      gains[i] = of(labels[i]);
    }
    return gains;
  }

  /** These rows with labels of 0 or more, not so large that a sum of their gains overflows. */
  public Domain within(Domain domain) {
    return domain.where(new ListCondition.LabelsWithin(largestLabel));
  }
}
