package dev.slicewise.core.term.representation;

import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.RowView;
import dev.slicewise.core.term.Shape;

/** Mean error of a reconstructed array's elements; the rest stands in its {@link LossInfo}. */
@LossInfo(
    id = "reconstruction_error",
    summary = "Reconstruction error: mean squared or absolute difference of two arrays' elements.",
    formula = "(1/d)·Σ (p_k − y_k)², or (1/d)·Σ |p_k − y_k|, over the d elements",
    gradient = "by p_k: 2(p_k − y_k)/d, or sign(p_k − y_k)/d",
    hessian = "by p_k: 2/d, or 0",
    units = "units of the elements, squared or not",
    noiseModel = "per element Gaussian of constant variance, or Laplace",
    elicits = "per element the mean, or the median",
    cost = "as squared or absolute error of each element, shared among them",
    trap =
        "many easy elements (a background) hide a few bad ones; and elements of different scale"
            + " do not weigh alike",
    edges = {
      "arrays of different length or without elements: n_domain",
      "rows weigh alike, however many elements they have"
    },
    source = "autoencoders; torch MSELoss and L1Loss of a row")
public record ReconstructionError(
    @Parameter(doc = "squared or absolute differences") ElementNorm norm) implements ArrayLoss {
  private static final Role ORIGINAL = Role.LABEL.as(Shape.NUMBERS);
  private static final Role RECONSTRUCTION = Role.PREDICTION.as(Shape.NUMBERS);
  private static final Domain DOMAIN =
      Vectors.sameLength(Domain.of(ORIGINAL, RECONSTRUCTION), ORIGINAL, RECONSTRUCTION);

  /** What a difference of elements costs. */
  public enum ElementNorm {
    /** Its square. */
    SQUARED,
    /** Its size. */
    ABSOLUTE
  }

  /** Squared. */
  public ReconstructionError() {
    this(ElementNorm.SQUARED);
  }

  @Override
  public Domain domain() {
    return DOMAIN;
  }

  private static double[] difference(RowView row) {
    return Vectors.difference(row.numbers(RECONSTRUCTION), row.numbers(ORIGINAL), 0);
  }

  @Override
  public double value(RowView row) {
    double[] difference = difference(row);
    double sum = 0;
    for (double x : difference) {
      sum += norm == ElementNorm.SQUARED ? x * x : Math.abs(x);
    }
    return sum / difference.length;
  }

  @Override
  public double[] gradient(RowView row) {
    double[] gradient = difference(row);
    for (int i = 0; i < gradient.length; i++) {
      double slope = norm == ElementNorm.SQUARED ? 2 * gradient[i] : Math.signum(gradient[i]);
      gradient[i] = slope / gradient.length;
    }
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    double[] hessian = new double[row.numbers(ORIGINAL).length];
    java.util.Arrays.fill(hessian, norm == ElementNorm.SQUARED ? 2.0 / hessian.length : 0.0);
    return hessian;
  }
}
