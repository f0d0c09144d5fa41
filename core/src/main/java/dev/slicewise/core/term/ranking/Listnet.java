package dev.slicewise.core.term.ranking;

import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Exponentials;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.RowView;

/** Cross-entropy of two softmaxes; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "listnet",
    summary = "ListNet: cross-entropy between the softmax of labels and the softmax of scores.",
    formula = "−Σ softmax(y)_i·ln softmax(s)_i",
    gradient = "by s_i: softmax(s)_i − softmax(y)_i",
    hessian = "by s_i: softmax(s)_i·(1 − softmax(s)_i)",
    units = "nats",
    noiseModel = "Plackett and Luce's top-one probabilities",
    elicits = "s = y, up to a constant",
    cost = "as log loss of which item comes first",
    trap =
        "its least value is the entropy of softmax(y), not 0, and irrelevant items have a share of"
            + " the target",
    edges = {
      "an empty list: skipped, n_groups_skipped",
      "labels and scores of different length: n_domain"
    },
    source = "Cao et al. 2007, top-one ListNet")
public record Listnet() implements ArrayLoss {
  @Override
  public Domain domain() {
    return Lists.ALL.where(new ListCondition.HasItems());
  }

  @Override
  public double value(RowView row) {
    return Exponentials.crossEntropy(
        Exponentials.softmax(row.numbers(Lists.LABELS)), row.numbers(Lists.SCORES));
  }

  @Override
  public double[] gradient(RowView row) {
    double[] target = Exponentials.softmax(row.numbers(Lists.LABELS));
    double[] gradient = Exponentials.softmax(row.numbers(Lists.SCORES));
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] -= target[i];
    }
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    double[] hessian = Exponentials.softmax(row.numbers(Lists.SCORES));
    for (int i = 0; i < hessian.length; i++) {
      hessian[i] *= 1 - hessian[i];
    }
    return hessian;
  }
}
