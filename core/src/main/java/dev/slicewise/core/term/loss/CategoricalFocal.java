package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.NumberList;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.RowView;
import dev.slicewise.core.term.Term;
import java.util.Optional;

/** −α_y(1−q_y)^γ ln q_y; everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "categorical_focal",
    aliases = {"categorical_focal_crossentropy"},
    summary = "Focal loss over classes: cross entropy that hardly sees rows it gets right.",
    formula = "−α_y·(1−q_y)^γ·ln q_y",
    gradient = "α_y·[γ·u^(γ−1)·ln q_y − u^γ/q_y] by p_y, u = 1−q_y; 0 by the others",
    hessian = "α_y·[−γ(γ−1)·u^(γ−2)·ln q_y + 2γ·u^(γ−1)/q_y + u^γ/q_y²] by p_y",
    noiseModel = "none",
    elicits = "nothing proper: probabilities that minimise it are less sure than the true ones",
    cost = "A row right with probability 0.9 costs 1 % of its cross entropy at γ = 2.",
    trap = "Recalibrate before using such scores as probabilities.",
    edges = {
      ClassLoss.EDGE_NONE,
      ClassLoss.EDGE_LABEL,
      ClassLoss.EDGE_PROBABILITIES,
      ClassLoss.EDGE_CLIPPED,
      "gamma=0: cross entropy weighted by alpha"
    },
    source = "Lin et al. 2017, arXiv:1708.02002; Keras CategoricalFocalCrossentropy")
public record CategoricalFocal(
    @Parameter(doc = "how fast easy rows fade", range = "[0, inf)") double gamma,
    @Parameter(doc = "null: 1; a number for all classes; or " + ClassWeights.DOC) String alpha,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements ClassLoss {
  private static final String NONE = "null";

  /** γ = 2, all classes alike. */
  public CategoricalFocal() {
    this(2.0, NONE, "");
  }

  /** Refuses an alpha that cannot be read. */
  public CategoricalFocal {
    if (alpha.equalsIgnoreCase(NONE) || alpha.equalsIgnoreCase("none")) {
      alpha = NONE;
    } else if (alpha.indexOf(':') >= 0) {
      ClassNames.numbers(alpha);
    } else if (NumberList.parse(alpha).length != 1 || !(NumberList.parse(alpha)[0] >= 0)) {
      throw new IllegalArgumentException(
          "expected alpha to be null, a number of at least 0 or 0:1;1:2.5, found '" + alpha + "'");
    }
  }

  private double alpha(RowView row) {
    if (alpha.equals(NONE)) {
      return 1.0;
    }
    return alpha.indexOf(':') < 0
        ? Double.parseDouble(alpha)
        : ClassNames.numbers(alpha)
            .getOrDefault(ClassNames.name(ClassNames.parse(classes), label(row)), 1.0);
  }

  private double probability(RowView row) {
    return Probabilities.clip(predicted(row)[label(row)], Probabilities.EPS);
  }

  private static double power(double u, double exponent) {
    return exponent == 0.0 ? 1.0 : StrictMath.pow(u, exponent);
  }

  @Override
  public double value(RowView row) {
    double q = probability(row);
    return alpha(row) * power(1.0 - q, gamma) * -StrictMath.log(q);
  }

  @Override
  public double[] gradient(RowView row) {
    double[] gradient = new double[predicted(row).length];
    double q = probability(row);
    double u = 1.0 - q;
    double fading = gamma == 0 ? 0 : gamma * power(u, gamma - 1) * StrictMath.log(q);
    gradient[label(row)] = alpha(row) * (fading - power(u, gamma) / q);
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    double[] hessian = new double[predicted(row).length];
    double q = probability(row);
    double u = 1.0 - q;
    double fading =
        gamma == 0
            ? 0
            : 2 * gamma * power(u, gamma - 1) / q
                - gamma * (gamma - 1) * power(u, gamma - 2) * StrictMath.log(q);
    hessian[label(row)] = alpha(row) * (fading + power(u, gamma) / (q * q));
    return hessian;
  }

  @Override
  public Optional<Term> clipped() {
    return Optional.of(new ClippedClass.Hard(domain(), classes, Probabilities.EPS));
  }
}
