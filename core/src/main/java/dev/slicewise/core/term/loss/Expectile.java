package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;
import dev.slicewise.core.term.Residual;
import java.util.List;

/** The asymmetric square; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "expectile",
    aliases = {"expectile_loss"},
    summary = "Expectile loss: the squared error, weighted by the side it falls on.",
    formula = "α·max(−e, 0)² + (1 − α)·max(e, 0)²",
    gradient = "2(1 − α)e if e > 0, else 2αe",
    hessian = "2(1 − α) if e > 0, else 2α",
    units = "units of the label, squared",
    noiseModel = "asymmetric normal",
    elicits = "alpha-expectile",
    cost = "quadratic, α/(1 − α) times dearer for under-prediction",
    trap = "an expectile is no quantile: it moves with every value of the tail; at ½ it is half e²",
    edges = {"|e| above 1.34e154: +Infinity, counted in n_overflow"},
    source = "Newey and Powell 1987, doi:10.2307/1911031")
public record Expectile(
    @Parameter(doc = "weight of under-predictions, a share", range = "(0, 1)") double alpha)
    implements PointLoss {

  /** With alpha ½. */
  public Expectile() {
    this(0.5);
  }

  private double weight(double error) {
    return error > 0 ? 1 - alpha : alpha;
  }

  @Override
  public double value(double label, double prediction) {
    double error = prediction - label;
    return weight(error) * (error * error);
  }

  @Override
  public double gradient(double label, double prediction) {
    double error = prediction - label;
    return 2 * weight(error) * error;
  }

  @Override
  public double hessian(double label, double prediction) {
    return 2 * weight(prediction - label);
  }

  @Override
  public List<Part> parts() {
    return List.of(new Part(1 - alpha, Residual.OVER, true), new Part(alpha, Residual.UNDER, true));
  }
}
