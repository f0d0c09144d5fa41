package dev.slicewise.core.term.representation;

import static dev.slicewise.core.term.representation.Vectors.ANCHOR;
import static dev.slicewise.core.term.representation.Vectors.POSITIVE;

import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Exponentials;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.RowView;
import dev.slicewise.core.term.Shape;

/** Which of several candidates is the positive one; the rest stands in its {@link LossInfo}. */
@LossInfo(
    id = "info_nce",
    aliases = {"nt_xent"},
    summary = "InfoNCE: log loss of picking the positive among candidates by similarity.",
    formula = "−s₊/T + ln Σ exp(s_k/T) over the positive and the other candidates",
    gradient = "by s_k: (softmax(s/T)_k − 1{k is the positive})/T",
    hessian = "by s_k: q(1 − q)/T², q = softmax(s/T)_k",
    units = "nats",
    noiseModel = "categorical: which candidate is the positive",
    elicits = "s/T = the log density ratio of positives and negatives, up to a constant",
    cost = "as log loss: a negative more similar than the positive costs its lead over T",
    trap =
        "its value depends on how many candidates there are: only ln(candidates) − loss, a lower"
            + " bound on mutual information, compares",
    edges = {
      "positive_index that is no index of similarities: n_domain",
      "inputs=embeddings: a zero vector, or negatives that are not vectors of the anchor's length"
          + " end to end: n_domain"
    },
    source = "van den Oord et al. 2018; Chen et al. 2020, NT-Xent")
public record InfoNce(
    @Parameter(doc = "T: how much a difference of similarity decides", range = "(0, inf)")
        double temperature,
    @Parameter(
            doc =
                "similarities: columns similarities (array) and positive_index (from 0);"
                    + " embeddings: columns anchor, positive and negatives (vectors end to end),"
                    + " compared by cosine")
        Inputs inputs)
    implements ArrayLoss {
  private static final Role SIMILARITIES = new Role("similarities", Shape.NUMBERS);
  private static final Role POSITIVE_INDEX = new Role("positive_index");
  private static final Role NEGATIVES = new Role("negatives", Shape.NUMBERS);

  private static final Domain CANDIDATES =
      Domain.of(SIMILARITIES, POSITIVE_INDEX)
          .where(new ArrayCondition.IndexOf(POSITIVE_INDEX, SIMILARITIES));
  private static final Domain VECTORS =
      Domain.of(ANCHOR, POSITIVE, NEGATIVES)
          .where(ArrayCondition.SameLength.of(ANCHOR, POSITIVE))
          .where(new VectorCondition.NotZero(ANCHOR))
          .where(new VectorCondition.NotZero(POSITIVE))
          .where(new VectorCondition.EndToEnd(NEGATIVES, ANCHOR));

  /** What a row gives. */
  public enum Inputs {
    /** The similarities, and which is the positive's. */
    SIMILARITIES,
    /** The vectors. */
    EMBEDDINGS
  }

  /** With temperature 0.07, of similarities. */
  public InfoNce() {
    this(0.07, Inputs.SIMILARITIES);
  }

  @Override
  public Domain domain() {
    return inputs == Inputs.SIMILARITIES ? CANDIDATES : VECTORS;
  }

  @Override
  public Role variable() {
    return inputs == Inputs.SIMILARITIES ? SIMILARITIES : ANCHOR;
  }

  /** The positive's cosine first, then those of the negatives. */
  private static Cosine[] cosines(RowView row) {
    double[] anchor = row.numbers(ANCHOR);
    double[] negatives = row.numbers(NEGATIVES);
    Cosine[] cosines = new Cosine[1 + negatives.length / anchor.length];
    cosines[0] = Cosine.of(anchor, row.numbers(POSITIVE));
    for (int k = 1; k < cosines.length; k++) {
      cosines[k] = Cosine.of(anchor, negatives, (k - 1) * anchor.length);
    }
    return cosines;
  }

  private static double[] values(Cosine[] cosines) {
    double[] values = new double[cosines.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = cosines[k].value();
    }
    return values;
  }

  private double[] scaled(double[] similarities) {
    double[] scaled = new double[similarities.length];
    for (int k = 0; k < scaled.length; k++) {
      // A similarity beyond the range of doubles when divided is as good as the largest.
      double value = similarities[k] / temperature;
      scaled[k] = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, value));
    }
    return scaled;
  }

  private int positive(RowView row) {
    return inputs == Inputs.SIMILARITIES ? (int) row.number(POSITIVE_INDEX) : 0;
  }

  @Override
  public double value(RowView row) {
    double[] similarities =
        inputs == Inputs.SIMILARITIES ? row.numbers(SIMILARITIES) : values(cosines(row));
    double[] target = new double[similarities.length];
    target[positive(row)] = 1;
    return Exponentials.crossEntropy(target, scaled(similarities));
  }

  @Override
  public double[] gradient(RowView row) {
    if (inputs == Inputs.SIMILARITIES) {
      return slopes(row.numbers(SIMILARITIES), positive(row));
    }
    Cosine[] cosines = cosines(row);
    double[] slopes = slopes(values(cosines), 0);
    double[] gradient = new double[row.numbers(ANCHOR).length];
    for (int i = 0; i < gradient.length; i++) {
      for (int k = 0; k < cosines.length; k++) {
        gradient[i] += slopes[k] * cosines[k].gradient(i);
      }
    }
    return gradient;
  }

  /** Derivatives by the similarities. */
  private double[] slopes(double[] similarities, int positive) {
    double[] slopes = Exponentials.softmax(scaled(similarities));
    slopes[positive] -= 1;
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] /= temperature;
    }
    return slopes;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    if (inputs == Inputs.SIMILARITIES) {
      double[] hessian = Exponentials.softmax(scaled(row.numbers(SIMILARITIES)));
      for (int k = 0; k < hessian.length; k++) {
        hessian[k] *= (1 - hessian[k]) / (temperature * temperature);
      }
      return hessian;
    }
    Cosine[] cosines = cosines(row);
    double[] shares = Exponentials.softmax(scaled(values(cosines)));
    double[] slopes = slopes(values(cosines), 0);
    double[] hessian = new double[row.numbers(ANCHOR).length];
    for (int i = 0; i < hessian.length; i++) {
      double mean = 0;
      double square = 0;
      for (int k = 0; k < cosines.length; k++) {
        double slope = cosines[k].gradient(i);
        hessian[i] += slopes[k] * cosines[k].hessian(i);
        mean += shares[k] * slope;
        square += shares[k] * slope * slope;
      }
      hessian[i] += (square - mean * mean) / (temperature * temperature);
    }
    return hessian;
  }
}
