package dev.slicewise.core.term.loss;

import dev.slicewise.core.numeric.Loops;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.util.List;
import java.util.Optional;

/** −[y ln q + (1 − y) ln(1 − q)]; everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "log_loss",
    aliases = {"binary_crossentropy", "bce", "binary:logistic"},
    summary = "Log loss: minus the log-likelihood of the label under the predicted probability.",
    formula =
        "−[y·ln q + (1−y)·ln(1−q)], q = p clipped to [eps, 1−eps];"
            + " from logits max(s,0) + ln(1+e^−|s|) − y·s, never clipped",
    gradient = "(q−y) / (q(1−q)); from logits σ(s) − y",
    hessian = "y/q² + (1−y)/(1−q)²; from logits σ(s)(1−σ(s))",
    units = "nats; bits with base=2",
    noiseModel = "Bernoulli",
    elicits = "the probability of label 1 (strictly proper)",
    cost =
        "Unbounded for confident errors: a wrong certainty costs 36.04 nats at the default eps, as"
            + " much as 52 coin tosses.",
    trap =
        "It can fall while no decision changes, and a handful of clipped rows can own the mean:"
            + " look at the detail 'clipped' and at accuracy beside it.",
    edges = {
      "no usable rows: undefined",
      "label outside [0, 1] or probability beyond tolerance: row skipped, n_domain",
      "probability clipped: row kept, counted in the detail 'clipped'",
      "eps=0 and a certain error: +Infinity"
    },
    source = "scikit-learn 1.2 log_loss")
public record LogLoss(
    @Parameter(
            doc = "probabilities are clipped to [eps, 1-eps] before the logarithm",
            range = "[0, 0.5)")
        double eps,
    @Parameter(doc = "the prediction is a logit, not a probability") boolean fromLogits,
    @Parameter(doc = "base of the logarithm: e gives nats, 2 bits, 10 bans") Base base,
    @Parameter(doc = "the label becomes y(1-s) + s/2", range = "[0, 1)") double labelSmoothing,
    @Parameter(
            doc =
                "multiclass: the prediction is an array of probabilities of classes, as"
                    + " categorical_cross_entropy",
            quiet = true)
        Task task,
    @Parameter(doc = "multiclass: " + ClassNames.DOC, quiet = true) String classes)
    implements PointLoss {
  /** What is predicted. */
  public enum Task {
    /** The probability of label 1. */
    BINARY,
    /** One probability a class. */
    MULTICLASS
  }

  /** Bases of logarithms. */
  public enum Base {
    /** Nats. */
    E,
    /** Bits. */
    _2,
    /** Bans. */
    _10;

    /** What a loss in nats is multiplied by. */
    double perNat() {
      return switch (this) {
        case E -> 1.0;
        case _2 -> 1.0 / StrictMath.log(2);
        case _10 -> 1.0 / StrictMath.log(10);
      };
    }
  }

  /** Of a binary label. */
  public LogLoss(double eps, boolean fromLogits, Base base, double labelSmoothing) {
    this(eps, fromLogits, base, labelSmoothing, Task.BINARY, "");
  }

  /** Of probabilities, in nats. */
  public LogLoss() {
    this(Probabilities.EPS, false, Base.E, 0.0);
  }

  @Override
  public Domain domain() {
    return fromLogits ? Domain.SOFT_SCORE : Domain.SOFT_PROBABILITY;
  }

  private double smooth(double label) {
    return label * (1.0 - labelSmoothing) + labelSmoothing / 2;
  }

  @Override
  public double value(double label, double prediction) {
    double y = smooth(label);
    if (fromLogits) {
      // max(s, 0) − y·s without its cancellation for large s.
      double linear = prediction > 0 ? prediction * (1.0 - y) : -y * prediction;
      return base.perNat() * (linear + StrictMath.log1p(StrictMath.exp(-Math.abs(prediction))));
    }
    return base.perNat() * Probabilities.logLoss(y, Probabilities.clip(prediction, eps));
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    boolean plain = !fromLogits && base == Base.E && labelSmoothing == 0.0;
    if (plain && rows.isBinary(Role.LABEL)) {
      double[] label = rows.column(Role.LABEL);
      double[] prediction = rows.column(Role.PREDICTION);
      Loops.best().logLoss(label, prediction, eps, rows.size(), out);
    } else {
      PointLoss.super.fill(rows, out);
    }
  }

  @Override
  public double gradient(double label, double prediction) {
    double y = smooth(label);
    if (fromLogits) {
      return base.perNat() * Probabilities.sigmoidError(y, prediction);
    }
    double q = Probabilities.clip(prediction, eps);
    return base.perNat() * (q - y) / (q * (1.0 - q));
  }

  @Override
  public double hessian(double label, double prediction) {
    if (fromLogits) {
      return base.perNat()
          * (Probabilities.sigmoid(prediction) * Probabilities.sigmoid(-prediction));
    }
    double y = smooth(label);
    double q = Probabilities.clip(prediction, eps);
    return base.perNat() * (y / (q * q) + (1.0 - y) / ((1.0 - q) * (1.0 - q)));
  }

  @Override
  public Loss resolved() {
    return task == Task.BINARY
        ? this
        : new CategoricalCrossEntropy(eps, fromLogits, false, base, labelSmoothing, classes);
  }

  @Override
  public List<Part> parts() {
    LogLoss nats = new LogLoss(eps, fromLogits, Base.E, labelSmoothing);
    return List.of(new Part(base.perNat(), nats, false));
  }

  @Override
  public Optional<Term> clipped() {
    return fromLogits || eps == 0.0
        ? Optional.empty()
        : Optional.of(new Probabilities.Clipped(domain(), eps));
  }
}
