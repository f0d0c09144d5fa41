package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.NumberLoss;
import dev.slicewise.core.term.Parameter;

/** The loss of a reward model; everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "bradley_terry",
    aliases = {"reward_model_loss", "bradley_terry_loss"},
    summary = "Bradley–Terry loss: how surprised two rewards are by which answer was chosen.",
    formula = "−ln σ(r_c − r_r − m), columns reward_chosen and reward_rejected",
    gradient = "with respect to reward_chosen: −σ(−(r_c − r_r − m))",
    hessian = "σ(d)·σ(−d), d = r_c − r_r − m",
    units = "nats",
    noiseModel = "Bradley–Terry: the chosen answer wins with odds e^(r_c − r_r)",
    elicits = "r_c − r_r = m + the log-odds of the choice; the rewards only up to a constant",
    cost = "Nearly nothing for pairs ordered with a wide margin, linear for those ordered wrongly.",
    trap =
        "Rewards have no zero: a constant added to both changes nothing, so rewards of different"
            + " prompts are not comparable.",
    edges = {
      "no usable rows: undefined",
      "equal rewards without margin: ln 2",
      "a difference that overflows: +Infinity"
    },
    source = "Bradley, Terry 1952; Ouyang et al. 2022, arXiv:2203.02155; margin as in Llama 2")
public record BradleyTerry(
    @Parameter(doc = "how much larger the chosen reward shall be", range = "[0, inf)")
        double margin)
    implements NumberLoss {
  /** Without margin. */
  public BradleyTerry() {
    this(0.0);
  }

  @Override
  public Domain domain() {
    return PreferencePairs.REWARDS;
  }

  private double lead(double[] row) {
    return row[0] - row[1] - margin;
  }

  @Override
  public double value(double[] row) {
    return Probabilities.softplus(-lead(row));
  }

  @Override
  public double gradient(double[] row) {
    return -Probabilities.sigmoid(-lead(row));
  }

  @Override
  public double hessian(double[] row) {
    double lead = lead(row);
    return Probabilities.sigmoid(lead) * Probabilities.sigmoid(-lead);
  }
}
