package dev.slicewise.core.term.ranking;

import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.RowView;

/** A loss of each pair of items of which one is more relevant than the other. */
interface PairLoss extends ArrayLoss {
  /** The loss of a pair by its score difference: the more relevant item's less the other's. */
  double pair(double difference);

  /** The derivative of {@link #pair}. */
  double slope(double difference);

  /** The second derivative of {@link #pair}. */
  double curvature(double difference);

  /** How pairs become one number. */
  PairReduction pairReduction();

  /** The longest list. */
  int maxPairsList();

  @Override
  default Domain domain() {
    return Lists.atMost(maxPairsList()).where(new ListCondition.HasPairs());
  }

  @Override
  default double value(RowView row) {
    double[] labels = row.numbers(Lists.LABELS);
    double[] scores = row.numbers(Lists.SCORES);
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < labels.length; j++) {
        if (labels[i] > labels[j]) {
          sum += pair(scores[i] - scores[j]);
        }
      }
    }
    return sum / divisor(labels);
  }

  @Override
  default double[] gradient(RowView row) {
    double[] labels = row.numbers(Lists.LABELS);
    double[] scores = row.numbers(Lists.SCORES);
    double divisor = divisor(labels);
    double[] gradient = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < labels.length; j++) {
        if (labels[i] > labels[j]) {
          double slope = slope(scores[i] - scores[j]) / divisor;
          gradient[i] += slope;
          gradient[j] -= slope;
        }
      }
    }
    return gradient;
  }

  @Override
  default double[] hessianDiagonal(RowView row) {
    double[] labels = row.numbers(Lists.LABELS);
    double[] scores = row.numbers(Lists.SCORES);
    double divisor = divisor(labels);
    double[] hessian = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < labels.length; j++) {
        if (labels[i] > labels[j]) {
          double curvature = curvature(scores[i] - scores[j]) / divisor;
          hessian[i] += curvature;
          hessian[j] += curvature;
        }
      }
    }
    return hessian;
  }

  private double divisor(double[] labels) {
    if (pairReduction() == PairReduction.SUM) {
      return 1;
    }
    long pairs = 0;
    for (double label : labels) {
      for (double other : labels) {
        pairs += label > other ? 1 : 0;
      }
    }
    return pairs;
  }
}
