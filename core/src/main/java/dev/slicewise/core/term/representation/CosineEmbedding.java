package dev.slicewise.core.term.representation;

import static dev.slicewise.core.term.representation.Vectors.LEFT;
import static dev.slicewise.core.term.representation.Vectors.RIGHT;

import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.RowView;

/** Similar pairs point the same way, others do not; the rest stands in its {@link LossInfo}. */
@LossInfo(
    id = "cosine_embedding",
    summary = "Cosine embedding loss: similar pairs point the same way, the others do not.",
    formula = "1 − cos(left, right) for label 1; max(0, cos(left, right) − margin) for label −1",
    gradient = "by the cosine: −1, or 1{cos > margin}; carried on to the elements of left",
    hessian = "by each element of left, of the cosine while active",
    range = "[0, 2]",
    noiseModel = "none; for similar pairs von Mises and Fisher's of directions",
    elicits = "directions; lengths do not matter",
    cost = "linear in the cosine",
    trap = "the label is 1 or −1, not 1 or 0; and a length that means confidence is lost",
    edges = {
      "a label that is neither 1 nor −1: n_domain",
      "a zero vector has no direction: n_domain",
      "vectors of different length: n_domain"
    },
    source = "torch CosineEmbeddingLoss")
public record CosineEmbedding(
    @Parameter(doc = "cosine that dissimilar pairs may have for nothing", range = "[-1, 1]")
        double margin)
    implements ArrayLoss {
  private static final Domain DOMAIN =
      Vectors.sameLength(
              Domain.of(Role.LABEL, LEFT, RIGHT).where(new VectorCondition.SignLabel()),
              LEFT,
              RIGHT)
          .where(new VectorCondition.NotZero(LEFT))
          .where(new VectorCondition.NotZero(RIGHT));

  /** With margin 0. */
  public CosineEmbedding() {
    this(0.0);
  }

  @Override
  public Domain domain() {
    return DOMAIN;
  }

  @Override
  public Role variable() {
    return LEFT;
  }

  private static Cosine cosine(RowView row) {
    return Cosine.of(row.numbers(LEFT), row.numbers(RIGHT));
  }

  @Override
  public double value(RowView row) {
    double cosine = cosine(row).value();
    return row.number(Role.LABEL) == 1 ? 1 - cosine : Math.max(0.0, cosine - margin);
  }

  /** The derivative by the cosine. */
  private double slope(RowView row, Cosine cosine) {
    return row.number(Role.LABEL) == 1 ? -1 : cosine.value() > margin ? 1 : 0;
  }

  @Override
  public double[] gradient(RowView row) {
    Cosine cosine = cosine(row);
    double[] gradient = new double[row.numbers(LEFT).length];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = slope(row, cosine) * cosine.gradient(i);
    }
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    Cosine cosine = cosine(row);
    double[] hessian = new double[row.numbers(LEFT).length];
    for (int i = 0; i < hessian.length; i++) {
      hessian[i] = slope(row, cosine) * cosine.hessian(i);
    }
    return hessian;
  }
}
