package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.RowView;

/** Σ_k (p_k − y_k)²; everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "brier_multiclass",
    aliases = {"multiclass_brier_score", "quadratic_score"},
    summary = "Brier score over classes: squared distance of the predicted distribution.",
    formula = "Σ_k (p_k − y_k)², halved with scale_by_half",
    gradient = "2(p_k − y_k), halved with scale_by_half",
    hessian = "2, halved with scale_by_half",
    range = "[0, 2]",
    noiseModel = "Gaussian, as a stand-in",
    elicits = "the class probabilities (strictly proper)",
    cost = "Bounded: a certain error costs 2, an even guess between two classes ½.",
    trap =
        "With two classes it is twice the binary brier; scale_by_half makes them agree, which"
            + " scikit-learn does by itself from 1.7 on.",
    edges = {ClassLoss.EDGE_NONE, ClassLoss.EDGE_LABEL, ClassLoss.EDGE_PROBABILITIES},
    source = "Brier 1950; scikit-learn 1.7 brier_score_loss")
public record BrierMulticlass(
    @Parameter(doc = "halve it, so that two classes give the binary Brier score")
        boolean scaleByHalf,
    @Parameter(doc = "the label is an array too: a distribution over the classes") boolean soft,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements ClassLoss {
  /** As Brier defined it. */
  public BrierMulticlass() {
    this(false, false, "");
  }

  @Override
  public Domain domain() {
    return soft ? Distributions.BOTH : ClassLoss.super.domain();
  }

  private double[] errors(RowView row) {
    double[] errors = predicted(row).clone();
    if (soft) {
      double[] label = row.numbers(Distributions.LABEL);
      for (int k = 0; k < errors.length; k++) {
        errors[k] -= label[k];
      }
    } else {
      errors[label(row)] -= 1.0;
    }
    return errors;
  }

  @Override
  public double value(RowView row) {
    double sum = 0;
    for (double error : errors(row)) {
      sum += error * error;
    }
    return scaleByHalf ? sum / 2 : sum;
  }

  @Override
  public double[] gradient(RowView row) {
    double[] gradient = errors(row);
    for (int k = 0; k < gradient.length; k++) {
      gradient[k] *= scaleByHalf ? 1.0 : 2.0;
    }
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    double[] hessian = new double[predicted(row).length];
    java.util.Arrays.fill(hessian, scaleByHalf ? 1.0 : 2.0);
    return hessian;
  }
}
