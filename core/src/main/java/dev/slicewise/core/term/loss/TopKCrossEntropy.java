package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.RowView;
import dev.slicewise.core.term.Term;
import java.util.Arrays;
import java.util.Optional;

/** Cross entropy blind to the k−1 strongest rivals; the rest in its {@link LossInfo}. */
@LossInfo(
    id = "top_k_cross_entropy",
    aliases = {"truncated_top_k_entropy"},
    summary = "Top-k cross entropy: cross entropy against all but the k−1 strongest rivals.",
    formula = "−ln(q_y / (q_y + Σ_{j∈J} p_j)), J the K−k smallest probabilities of other classes",
    gradient = "−1/q_y + 1/D by p_y, 1/D by p_j of J, 0 by the rivals; D = q_y + Σ_J p_j",
    hessian = "diagonal 1/q_y² − 1/D² by p_y, −1/D² by p_j of J",
    units = "nats",
    noiseModel = "categorical among the class and those that are no rivals",
    elicits = "a distribution whose k largest classes are right",
    cost = "The k−1 strongest rivals are free: only the rest of the field costs.",
    trap = "Not a proper score for k > 1: it says nothing about the order within the first k.",
    edges = {
      ClassLoss.EDGE_NONE,
      ClassLoss.EDGE_LABEL,
      ClassLoss.EDGE_PROBABILITIES,
      "k=1: cross entropy",
      "k at least the number of classes: 0",
      ClassLoss.EDGE_CLIPPED
    },
    source = "Lapin, Hein, Schiele 2016, arXiv:1512.00486")
public record TopKCrossEntropy(
    @Parameter(doc = "how many guesses are allowed", range = "[1, 1000]") int k,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements ClassLoss {
  /** Five guesses. */
  public TopKCrossEntropy() {
    this(5, "");
  }

  /** The classes other than the label that are no rivals; the first of equals is the stronger. */
  private boolean[] field(double[] p, int label) {
    Integer[] others = new Integer[p.length - 1];
    Arrays.setAll(others, j -> j < label ? j : j + 1);
    Arrays.sort(others, (a, b) -> p[a] != p[b] ? Double.compare(p[b], p[a]) : a - b);
    boolean[] field = new boolean[p.length];
    for (int j = k - 1; j < others.length; j++) {
      field[others[j]] = true;
    }
    return field;
  }

  private double denominator(double[] p, double q, boolean[] field) {
    double sum = q;
    for (int j = 0; j < p.length; j++) {
      sum += field[j] ? p[j] : 0.0;
    }
    return sum;
  }

  @Override
  public double value(RowView row) {
    double[] p = predicted(row);
    double q = Probabilities.clip(p[label(row)], Probabilities.EPS);
    double denominator = denominator(p, q, field(p, label(row)));
    return Math.max(0.0, -StrictMath.log(q / denominator));
  }

  @Override
  public double[] gradient(RowView row) {
    double[] p = predicted(row);
    int label = label(row);
    double q = Probabilities.clip(p[label], Probabilities.EPS);
    boolean[] field = field(p, label);
    double denominator = denominator(p, q, field);
    double[] gradient = new double[p.length];
    for (int j = 0; j < p.length; j++) {
      gradient[j] = field[j] ? 1.0 / denominator : 0.0;
    }
    gradient[label] = 1.0 / denominator - 1.0 / q;
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    double[] p = predicted(row);
    int label = label(row);
    double q = Probabilities.clip(p[label], Probabilities.EPS);
    boolean[] field = field(p, label);
    double square = denominator(p, q, field) * denominator(p, q, field);
    double[] hessian = new double[p.length];
    for (int j = 0; j < p.length; j++) {
      hessian[j] = field[j] ? -1.0 / square : 0.0;
    }
    hessian[label] = 1.0 / (q * q) - 1.0 / square;
    return hessian;
  }

  @Override
  public Optional<Term> clipped() {
    return Optional.of(new ClippedClass.Hard(domain(), classes, Probabilities.EPS));
  }
}
