package dev.slicewise.core.term.representation;

import static dev.slicewise.core.term.representation.Vectors.LEFT;
import static dev.slicewise.core.term.representation.Vectors.RIGHT;

import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.RowView;

/** Similar pairs together, others a margin apart; the rest stands in its {@link LossInfo}. */
@LossInfo(
    id = "contrastive",
    summary = "Contrastive loss of pairs: similar ones together, the others a margin apart.",
    formula =
        "½·y·d² + ½·(1 − y)·max(0, margin − d)², d = ‖left − right‖; label y is 1 for similar"
            + " pairs and 0 for others",
    gradient = "by d: y·d − (1 − y)·max(0, margin − d), carried on to the elements of left",
    hessian = "by d: y + (1 − y)·1{d < margin}, carried on to each element of left",
    units = "units of the embedding, squared",
    noiseModel = "none; for similar pairs a Gaussian of their difference",
    elicits = "distances: 0 for similar pairs, at least the margin for others",
    cost = "quadratic in the distance of similar pairs; dissimilar ones beyond the margin are free",
    trap = "some write 1 for dissimilar pairs, and some leave out the halves: compare the formula",
    edges = {
      "a label that is neither 0 nor 1: n_domain",
      "vectors of different length or without elements: n_domain"
    },
    source = "Hadsell, Chopra and LeCun 2006, with label 1 = similar")
public record Contrastive(
    @Parameter(doc = "how far apart dissimilar pairs should be", range = "(0, inf)") double margin)
    implements ArrayLoss {
  private static final Domain DOMAIN =
      Vectors.sameLength(
          Domain.of(Role.LABEL, LEFT, RIGHT).where(new Condition.BinaryLabel()), LEFT, RIGHT);

  /** With margin 1. */
  public Contrastive() {
    this(1.0);
  }

  @Override
  public Domain domain() {
    return DOMAIN;
  }

  @Override
  public Role variable() {
    return LEFT;
  }

  private static double[] difference(RowView row) {
    return Vectors.difference(row.numbers(LEFT), row.numbers(RIGHT), 0);
  }

  @Override
  public double value(RowView row) {
    double distance = Vectors.norm(difference(row), 2);
    double missing = row.number(Role.LABEL) == 1 ? distance : Math.max(0.0, margin - distance);
    return 0.5 * missing * missing;
  }

  @Override
  public double[] gradient(RowView row) {
    double[] x = difference(row);
    double distance = Vectors.norm(x, 2);
    if (row.number(Role.LABEL) == 1) {
      return x;
    }
    double[] gradient = Vectors.normGradient(x, distance, 2);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= -Math.max(0.0, margin - distance);
    }
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    double[] x = difference(row);
    double distance = Vectors.norm(x, 2);
    double[] hessian = new double[x.length];
    if (row.number(Role.LABEL) == 1) {
      java.util.Arrays.fill(hessian, 1.0);
    } else if (distance > 0 && distance < margin) {
      double[] slope = Vectors.normGradient(x, distance, 2);
      double[] curvature = Vectors.normHessian(x, distance, 2);
      for (int i = 0; i < hessian.length; i++) {
        hessian[i] = slope[i] * slope[i] - (margin - distance) * curvature[i];
      }
    }
    return hessian;
  }
}
