package dev.slicewise.core.term.ranking;

import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Exponentials;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.RowView;

/** Cross-entropy of relevances and softmax; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "listwise_softmax",
    summary = "Softmax cross-entropy of a list: relevance is where probability should be.",
    formula = "−Σ y_i·ln softmax(s)_i",
    gradient = "by s_i: softmax(s)_i·Σy − y_i",
    hessian = "by s_i: softmax(s)_i·(1 − softmax(s)_i)·Σy",
    units = "nats",
    noiseModel = "Plackett and Luce's, of which item is chosen first",
    elicits = "softmax(s) = the expected share of relevance, up to a constant in s",
    cost = "as log loss: what is relevant and scored far below the best is dear",
    trap =
        "without label_normalization=sum a list with many relevant items weighs more than one with"
            + " few",
    edges = {
      "a list without a positive label, or empty: skipped, n_groups_skipped",
      "a negative label: n_domain",
      "labels and scores of different length: n_domain"
    },
    source = "TF-Ranking SoftmaxLoss; Bruch et al. 2019")
public record ListwiseSoftmax(
    @Parameter(doc = "none: labels as they are; sum: labels over their sum")
        LabelNormalization labelNormalization)
    implements ArrayLoss {
  /** What the labels of a list are divided by. */
  public enum LabelNormalization {
    /** Nothing. */
    NONE,
    /** Their sum. */
    SUM
  }

  /** With labels as they are. */
  public ListwiseSoftmax() {
    this(LabelNormalization.NONE);
  }

  @Override
  public Domain domain() {
    return Gain.LINEAR.within(Lists.ALL).where(new ListCondition.HasGain());
  }

  private double[] weights(RowView row) {
    double[] labels = row.numbers(Lists.LABELS);
    if (labelNormalization == LabelNormalization.NONE) {
      return labels;
    }
    double sum = sum(labels);
    double[] shares = new double[labels.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = labels[i] / sum;
    }
    return shares;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  @Override
  public double value(RowView row) {
    return Exponentials.crossEntropy(weights(row), row.numbers(Lists.SCORES));
  }

  @Override
  public double[] gradient(RowView row) {
    double[] weights = weights(row);
    double sum = sum(weights);
    double[] gradient = Exponentials.softmax(row.numbers(Lists.SCORES));
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = gradient[i] * sum - weights[i];
    }
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    double sum = sum(weights(row));
    double[] hessian = Exponentials.softmax(row.numbers(Lists.SCORES));
    for (int i = 0; i < hessian.length; i++) {
      hessian[i] *= (1 - hessian[i]) * sum;
    }
    return hessian;
  }
}
