package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ClassLabel;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.RowView;
import dev.slicewise.core.term.Term;
import java.util.Optional;

/** Cross entropy with a price a class; everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "weighted_cross_entropy",
    aliases = {"class_weighted_cross_entropy"},
    summary = "Cross entropy over classes in which classes weigh differently.",
    formula =
        "−c_y·ln q_y, as categorical_cross_entropy; the mean divides by n, or with"
            + " normalization=class_weight by Σ c_y",
    gradient = "c_y times that of categorical_cross_entropy",
    hessian = "c_y times that of categorical_cross_entropy",
    units = "nats",
    noiseModel = "categorical, rows of class k seen c_k times",
    elicits = "the tilted probabilities c_k·π_k / Σ c_j·π_j",
    cost = "A row of class k costs c_k times as much.",
    trap =
        "Probabilities trained on it are not calibrated: divide each by its c and renormalise."
            + " torch divides by Σ c, most others by n: the values differ, the minimum does not.",
    edges = {
      ClassLoss.EDGE_NONE,
      ClassLoss.EDGE_LABEL,
      ClassLoss.EDGE_PROBABILITIES,
      ClassLoss.EDGE_CLIPPED,
      "normalization=class_weight and all weights 0: undefined"
    },
    source = "torch CrossEntropyLoss(weight=…) for normalization=class_weight")
public record WeightedCrossEntropy(
    @Parameter(doc = ClassWeights.DOC) String classWeight,
    @Parameter(doc = "what the mean divides by: n rows, or the sum of their class weights")
        Normalization normalization,
    @Parameter(doc = ClassLoss.EPS, range = "[0, 0.5)") double eps,
    @Parameter(doc = "the prediction holds logits, not probabilities") boolean fromLogits,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements ClassLoss {
  /** What the mean divides by. */
  public enum Normalization {
    /** Rows, or their weight. */
    N,
    /** The class weights of the rows. */
    CLASS_WEIGHT
  }

  /** All classes weigh 1. */
  public WeightedCrossEntropy() {
    this("0:1;1:1", Normalization.N, Probabilities.EPS, false, "");
  }

  /** Refuses weights that cannot be read. */
  public WeightedCrossEntropy {
    ClassNames.numbers(classWeight);
  }

  private CategoricalCrossEntropy plain() {
    return new CategoricalCrossEntropy(eps, fromLogits, false, LogLoss.Base.E, 0.0, classes);
  }

  private ClassWeights weights() {
    return new ClassWeights(domain(), classes, classWeight);
  }

  @Override
  public Domain domain() {
    ClassLabel label = new ClassLabel(classes);
    return fromLogits ? label.scores() : label.probabilities();
  }

  private double weight(RowView row) {
    String name = ClassNames.name(ClassNames.parse(classes), label(row));
    return ClassNames.numbers(classWeight).getOrDefault(name, 1.0);
  }

  @Override
  public double value(RowView row) {
    return weight(row) * plain().value(row);
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    double[] losses = rows.values(plain());
    double[] weights = rows.values(weights());
    for (int i = 0; i < rows.size(); i++) {
      out[i] = weights[i] * losses[i];
    }
  }

  @Override
  public double[] gradient(RowView row) {
    return times(weight(row), plain().gradient(row));
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    return times(weight(row), plain().hessianDiagonal(row));
  }

  private static double[] times(double factor, double[] values) {
    for (int k = 0; k < values.length; k++) {
      values[k] *= factor;
    }
    return values;
  }

  @Override
  public Optional<Term> divisor() {
    return normalization == Normalization.N ? Optional.empty() : Optional.of(weights());
  }

  @Override
  public Optional<Term> clipped() {
    return plain().clipped();
  }
}
