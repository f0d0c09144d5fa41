package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.ClassLabel;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.RowView;
import dev.slicewise.core.term.Term;
import java.util.List;
import java.util.Optional;

/** −ln q_y over classes; everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "categorical_cross_entropy",
    aliases = {
      "categorical_crossentropy",
      "sparse_categorical_crossentropy",
      "sparse_categorical_cross_entropy",
      "softmax_cross_entropy",
      "cross_entropy",
      "multiclass_log_loss"
    },
    summary = "Cross entropy over classes: minus the log of the probability of the true class.",
    formula =
        "−Σ_k y_k·ln q_k, q = p clipped to [eps, 1−eps], y the class or with soft a distribution;"
            + " from logits Σ_k y_k·(logsumexp(s) − s_k), never clipped",
    gradient = "−y_k/q_k; from logits softmax(s)_k − y_k",
    hessian = "diagonal y_k/q_k²; from logits q_k(1−q_k)",
    units = "nats; bits with base=2",
    noiseModel = "categorical",
    elicits = "the class probabilities (strictly proper)",
    cost =
        "Only the true class's probability counts; a wrong certainty costs 36.04 nats at the"
            + " default eps.",
    trap =
        "Guessing evenly costs ln K: values of problems with different numbers of classes do not"
            + " compare. Accuracy may stay while it moves.",
    edges = {
      ClassLoss.EDGE_NONE,
      ClassLoss.EDGE_LABEL,
      ClassLoss.EDGE_PROBABILITIES,
      ClassLoss.EDGE_CLIPPED,
      "eps=0 and a certain error: +Infinity"
    },
    source = "scikit-learn 1.2 log_loss, without renormalising; torch CrossEntropyLoss for logits")
public record CategoricalCrossEntropy(
    @Parameter(doc = ClassLoss.EPS, range = "[0, 0.5)") double eps,
    @Parameter(doc = "the prediction holds logits, not probabilities") boolean fromLogits,
    @Parameter(doc = "the label is an array too: a distribution over the classes") boolean soft,
    @Parameter(doc = "base of the logarithm: e gives nats, 2 bits, 10 bans") LogLoss.Base base,
    @Parameter(doc = "the label becomes y(1-s) + s/K", range = "[0, 1)") double labelSmoothing,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements ClassLoss {
  /** Of probabilities and class positions, in nats. */
  public CategoricalCrossEntropy() {
    this(Probabilities.EPS, false, false, LogLoss.Base.E, 0.0, "");
  }

  @Override
  public Domain domain() {
    if (soft) {
      return fromLogits ? Distributions.LABELLED_SCORES : Distributions.BOTH;
    }
    ClassLabel label = new ClassLabel(classes);
    return fromLogits ? label.scores() : label.probabilities();
  }

  /** The label as a distribution, smoothed. */
  private double[] target(RowView row, int count) {
    double[] target = soft ? row.numbers(Distributions.LABEL).clone() : new double[count];
    if (!soft) {
      target[label(row)] = 1.0;
    }
    for (int k = 0; labelSmoothing > 0 && k < count; k++) {
      target[k] = target[k] * (1.0 - labelSmoothing) + labelSmoothing / count;
    }
    return target;
  }

  @Override
  public double value(RowView row) {
    double[] predicted = predicted(row);
    double[] target = target(row, predicted.length);
    Softmax softmax = fromLogits ? Softmax.of(predicted, 1.0) : null;
    double sum = 0;
    for (int k = 0; k < target.length; k++) {
      if (target[k] > 0) {
        double surprise =
            fromLogits
                ? softmax.surprise(k)
                : -StrictMath.log(Probabilities.clip(predicted[k], eps));
        sum += target[k] * surprise;
      }
    }
    return base.perNat() * sum;
  }

  @Override
  public double[] gradient(RowView row) {
    double[] predicted = predicted(row);
    double[] target = target(row, predicted.length);
    double[] gradient = new double[target.length];
    Softmax softmax = fromLogits ? Softmax.of(predicted, 1.0) : null;
    double mass = 0;
    for (double part : target) {
      mass += part;
    }
    for (int k = 0; k < gradient.length; k++) {
      gradient[k] =
          base.perNat()
              * (fromLogits
                  ? mass * softmax.probability(k) - target[k]
                  : -target[k] / Probabilities.clip(predicted[k], eps));
    }
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    double[] predicted = predicted(row);
    double[] target = target(row, predicted.length);
    double[] hessian = new double[target.length];
    Softmax softmax = fromLogits ? Softmax.of(predicted, 1.0) : null;
    for (int k = 0; k < hessian.length; k++) {
      double q = fromLogits ? softmax.probability(k) : Probabilities.clip(predicted[k], eps);
      hessian[k] = base.perNat() * (fromLogits ? q * (1.0 - q) : target[k] / (q * q));
    }
    return hessian;
  }

  @Override
  public List<Part> parts() {
    Term nats =
        new CategoricalCrossEntropy(eps, fromLogits, soft, LogLoss.Base.E, labelSmoothing, classes);
    return List.of(new Part(base.perNat(), nats, false));
  }

  @Override
  public Optional<Term> clipped() {
    if (fromLogits || eps == 0.0) {
      return Optional.empty();
    }
    return Optional.of(
        soft || labelSmoothing > 0
            ? new ClippedClass.Soft(domain(), labelSmoothing > 0, eps)
            : new ClippedClass.Hard(domain(), classes, eps));
  }
}
