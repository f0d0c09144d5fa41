package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ArrayCondition;
import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.NumberList;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.RowView;
import dev.slicewise.core.term.Shape;

/** Twice the mean pinball loss of predicted quantiles; the rest in its {@link LossInfo}. */
@LossInfo(
    id = "crps_quantiles",
    aliases = {"quantile_crps"},
    summary = "CRPS from quantiles: twice the mean quantile loss of several predicted quantiles.",
    formula = "2/K · Σ_k (α_k·max(y − q_k, 0) + (1 − α_k)·max(q_k − y, 0)), q in column quantiles",
    gradient = "2/K · (1 − α_k above the label, −α_k below, 0 at it), by q_k",
    hessian = "0",
    units = "units of the label",
    noiseModel = "none",
    elicits = "the quantiles of the levels",
    cost = "As the absolute error, spread over the levels asked for.",
    trap =
        "It nears the true CRPS only with many evenly spread levels; compare models on the same"
            + " levels.",
    edges = {
      "no usable rows: undefined",
      "as many quantiles as levels, else row skipped, n_domain",
      "crossing quantiles: fine; quantile_crossing_rate counts them"
    },
    source = "Gneiting, Raftery 2007; Laio, Tamea 2007")
public record CrpsQuantiles(
    @Parameter(doc = "levels of the quantiles in their order, joined by ';'") String levels)
    implements ArrayLoss {
  /** The predicted quantiles of a row. */
  public static final Role QUANTILES = new Role("quantiles", Shape.NUMBERS);

  /** The median and the ends of an 80 % interval. */
  public CrpsQuantiles() {
    this("0.1;0.5;0.9");
  }

  /** Refuses levels that are none. */
  public CrpsQuantiles {
    NumberList.levels(levels);
  }

  /** Rows with a label and as many quantiles as levels. */
  public static Domain domain(int count) {
    return Domain.of(Role.LABEL, QUANTILES)
        .where(new ArrayCondition.Length(QUANTILES, count, count));
  }

  @Override
  public Domain domain() {
    return domain(NumberList.levels(levels).length);
  }

  @Override
  public Role variable() {
    return QUANTILES;
  }

  private static double loss(double label, double[] quantiles, double[] levels) {
    double sum = 0;
    for (int k = 0; k < levels.length; k++) {
      double error = quantiles[k] - label;
      sum += error > 0 ? (1 - levels[k]) * error : levels[k] * -error;
    }
    return 2 * sum / levels.length;
  }

  @Override
  public double value(RowView row) {
    return loss(row.number(Role.LABEL), row.numbers(QUANTILES), NumberList.levels(levels));
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    double[] alphas = NumberList.levels(levels);
    double[] label = rows.column(Role.LABEL);
    double[][] quantiles = rows.numbers(QUANTILES);
    for (int i = 0; i < rows.size(); i++) {
      out[i] = loss(label[i], quantiles[i], alphas);
    }
  }

  @Override
  public double[] gradient(RowView row) {
    double[] alphas = NumberList.levels(levels);
    double[] quantiles = row.numbers(QUANTILES);
    double[] gradient = new double[alphas.length];
    for (int k = 0; k < alphas.length; k++) {
      double error = quantiles[k] - row.number(Role.LABEL);
      double slope = error > 0 ? 1 - alphas[k] : error < 0 ? -alphas[k] : 0.0;
      gradient[k] = 2 * slope / alphas.length;
    }
    return gradient;
  }

  @Override
  public double[] hessianDiagonal(RowView row) {
    return new double[row.numbers(QUANTILES).length];
  }
}
