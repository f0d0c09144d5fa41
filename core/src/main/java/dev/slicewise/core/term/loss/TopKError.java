package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.ClassLabel;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.RowView;

/** 1 where the class is not among the k best; everything else stands in its {@link LossInfo}. */
@LossInfo(
    id = "top_k_error",
    summary = "Top-k error: the true class is not among the k highest scores.",
    formula =
        "0 where fewer than k classes score higher than y or as high at a lower position, else 1",
    gradient = "0",
    hessian = "0",
    range = "[0, 1]",
    noiseModel = "none",
    elicits = "the k most probable classes",
    cost = "All misses cost the same.",
    trap = "A large k hides much: beside 1,000 classes 5 guesses are few, beside 10 they are half.",
    edges = {
      ClassLoss.EDGE_NONE,
      ClassLoss.EDGE_LABEL,
      "k at least the number of classes: 0",
      "scores tied at the boundary: the lower position wins"
    },
    source = "scikit-learn 1.2 top_k_accuracy_score, which lets the higher position win ties")
public record TopKError(
    @Parameter(doc = "how many guesses are allowed", range = "[1, 1000]") int k,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements ClassLoss {
  /** Five guesses. */
  public TopKError() {
    this(5, "");
  }

  @Override
  public Domain domain() {
    return new ClassLabel(classes).scores();
  }

  @Override
  public double value(RowView row) {
    double[] scores = predicted(row);
    int label = label(row);
    int before = 0;
    for (int j = 0; j < scores.length; j++) {
      before += scores[j] > scores[label] || (scores[j] == scores[label] && j < label) ? 1 : 0;
    }
    return before < k ? 0.0 : 1.0;
  }

  @Override
  public double[] gradient(RowView row) {
    return new double[predicted(row).length];
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    return new double[predicted(row).length];
  }
}
