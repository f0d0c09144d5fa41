package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.NumberLoss;
import dev.slicewise.core.term.Parameter;

/** Direct preference optimisation; everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "dpo",
    aliases = {"dpo_loss", "direct_preference_optimization"},
    summary =
        "DPO loss: how surprised the model's implicit rewards are by which answer was chosen.",
    formula =
        "−(1−s)·ln σ(h) − s·ln σ(−h); hinge max(0, 1−h); ipo (h/β − 1/(2β))²; h = β·[(ln π_c −"
            + " ln ref_c) − (ln π_r − ln ref_r)], columns policy_chosen_logps,"
            + " policy_rejected_logps, reference_chosen_logps, reference_rejected_logps",
    gradient =
        "with respect to policy_chosen_logps: β·[−(1−s)·σ(−h) + s·σ(h)]; hinge −β if h < 1, else"
            + " 0; ipo 2(h/β − 1/(2β))",
    hessian = "β²·σ(h)·σ(−h); hinge 0; ipo 2",
    units = "nats; hinge none; ipo nats squared",
    noiseModel = "Bradley–Terry on the implicit rewards β·ln(π/ref)",
    elicits = "h = the log-odds of the choice, tilted towards 0 by s; ipo h = ½ at most",
    cost =
        "Nearly nothing for a pair ordered with a wide margin, linear in the margin of a wrong one;"
            + " ipo also punishes margins beyond its aim.",
    trap =
        "It falls while both answers become less likely, as long as the rejected one does so faster:"
            + " watch the log-probability of the chosen answers beside it.",
    edges = {
      "no usable rows: undefined",
      "equal log-probabilities in model and reference: ln 2",
      "label_smoothing with hinge or ipo: refused",
      "a margin that overflows: +Infinity"
    },
    source = "Rafailov et al. 2023, arXiv:2305.18290; ipo Azar et al. 2023, arXiv:2310.12036")
public record Dpo(
    @Parameter(doc = "how far the model may leave its reference", range = "(0, inf)") double beta,
    @Parameter(doc = "share of choices taken to be mistaken", range = "[0, 0.5)")
        double labelSmoothing,
    @Parameter(doc = "sigmoid, hinge or ipo") LossType lossType)
    implements NumberLoss {
  /** The function of the margin. */
  public enum LossType {
    /** The log loss of the choice. */
    SIGMOID,
    /** Linear below a margin of 1. */
    HINGE,
    /** The squared distance from a margin of 1/2. */
    IPO
  }

  /** The sigmoid loss with β = 0.1. */
  public Dpo() {
    this(0.1, 0.0, LossType.SIGMOID);
  }

  /** Refuses a smoothing that has no meaning. */
  public Dpo {
    if (labelSmoothing != 0.0 && lossType != LossType.SIGMOID) {
      throw new IllegalArgumentException(
          "expected label_smoothing=0 with loss_type="
              + (lossType == LossType.HINGE ? "hinge" : "ipo")
              + ", found "
              + labelSmoothing
              + "; only the sigmoid loss is smoothed");
    }
  }

  @Override
  public Domain domain() {
    return PreferencePairs.LOG_PROBABILITIES;
  }

  private static double margin(double[] row) {
    return ImplicitRewardMargin.finite(ImplicitRewardMargin.of(row[0], row[1], row[2], row[3]));
  }

  /** How far the margin is from what ipo aims at. */
  private double fromAim(double margin) {
    return margin - 1 / (2 * beta);
  }

  @Override
  public double value(double[] row) {
    double margin = margin(row);
    double h = beta * margin;
    return switch (lossType) {
      case SIGMOID ->
          // With s = 0 an infinite other side must not turn 0·∞ into NaN.
          (1 - labelSmoothing) * Probabilities.softplus(-h)
              + (labelSmoothing == 0 ? 0 : labelSmoothing * Probabilities.softplus(h));
      case HINGE -> Math.max(0.0, 1 - h);
      case IPO -> fromAim(margin) * fromAim(margin);
    };
  }

  @Override
  public double gradient(double[] row) {
    double margin = margin(row);
    double h = beta * margin;
    return switch (lossType) {
      case SIGMOID -> beta * Probabilities.sigmoidError(1 - labelSmoothing, h);
      case HINGE -> h < 1 ? -beta : 0.0;
      case IPO -> 2 * fromAim(margin);
    };
  }

  @Override
  public double hessian(double[] row) {
    double h = beta * margin(row);
    return switch (lossType) {
      case SIGMOID -> beta * beta * Probabilities.sigmoid(h) * Probabilities.sigmoid(-h);
      case HINGE -> 0.0;
      case IPO -> 2.0;
    };
  }
}
