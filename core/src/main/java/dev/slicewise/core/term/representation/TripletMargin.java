package dev.slicewise.core.term.representation;

import static dev.slicewise.core.term.representation.Vectors.ANCHOR;
import static dev.slicewise.core.term.representation.Vectors.POSITIVE;

import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.RowView;
import dev.slicewise.core.term.Shape;

/** Nearer to the positive than to the negative by a margin; see its {@link LossInfo}. */
@LossInfo(
    id = "triplet_margin",
    aliases = {"triplet"},
    summary = "Triplet loss: the anchor should be nearer to the positive than to the negative.",
    formula = "max(0, ‖a − p‖ − ‖a − n‖ + margin), with columns anchor, positive, negative",
    gradient = "by the distances +1 and −1 while active, carried on to the anchor's elements",
    hessian = "by each element of the anchor, of both norms while active",
    units = "units of the embedding",
    noiseModel = "none: a margin, not a likelihood",
    elicits = "distances in an order, no probabilities",
    cost = "linear in how far the triplet is from its margin; nothing beyond it",
    trap =
        "most triplets soon cost nothing, so the mean falls because they are easy; report the"
            + " share that is active beside it",
    edges = {
      "vectors of different length or without elements: n_domain",
      "torch adds 1e-6 to each difference: eps=1e-6 reproduces it"
    },
    source = "Schroff et al. 2015; torch TripletMarginLoss with eps=0")
public record TripletMargin(
    @Parameter(doc = "by how much nearer, in units of distance", range = "(0, inf)") double margin,
    @Parameter(doc = "degree of the norm", range = "[1, inf)") double p,
    @Parameter(doc = "added to each difference of elements", range = "[0, inf)") double eps)
    implements ArrayLoss {
  private static final Role NEGATIVE = new Role("negative", Shape.NUMBERS);
  private static final Domain DOMAIN =
      Vectors.sameLength(Domain.of(ANCHOR, POSITIVE, NEGATIVE), ANCHOR, POSITIVE, NEGATIVE);

  /** With margin 1, Euclidean, eps 0. */
  public TripletMargin() {
    this(1.0, 2.0, 0.0);
  }

  /** Refuses an infinite degree, whose norm has no such formula. */
  public TripletMargin {
    if (Double.isInfinite(p)) {
      throw new IllegalArgumentException("expected a finite degree p of the norm, found " + p);
    }
  }

  @Override
  public Domain domain() {
    return DOMAIN;
  }

  @Override
  public Role variable() {
    return ANCHOR;
  }

  private double[] away(RowView row, Role role) {
    return Vectors.difference(row.numbers(ANCHOR), row.numbers(role), eps);
  }

  @Override
  public double value(RowView row) {
    double near = Vectors.norm(away(row, POSITIVE), p);
    double far = Vectors.norm(away(row, NEGATIVE), p);
    // Two distances beyond the range of doubles cannot be told apart: an overflow, not zero.
    return near == Double.POSITIVE_INFINITY ? near : Math.max(0.0, near - far + margin);
  }

  @Override
  public double[] gradient(RowView row) {
    return derivatives(row, Vectors::normGradient);
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    return derivatives(row, Vectors::normHessian);
  }

  /** Derivatives of a norm by each element. */
  private interface OfNorm {
    double[] at(double[] vector, double norm, double p);
  }

  private double[] derivatives(RowView row, OfNorm derivative) {
    double[] toPositive = away(row, POSITIVE);
    double[] toNegative = away(row, NEGATIVE);
    double near = Vectors.norm(toPositive, p);
    double far = Vectors.norm(toNegative, p);
    if (!(near - far + margin > 0)) {
      return new double[toPositive.length];
    }
    double[] plus = derivative.at(toPositive, near, p);
    double[] minus = derivative.at(toNegative, far, p);
    for (int i = 0; i < plus.length; i++) {
      plus[i] -= minus[i];
    }
    return plus;
  }
}
