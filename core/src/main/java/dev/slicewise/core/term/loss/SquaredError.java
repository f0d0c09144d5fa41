package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.PointLoss;
import dev.slicewise.core.term.Residual;
import java.util.List;

/** The square of the error, or half of it; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "squared_error",
    aliases = {"reg:squarederror"},
    summary = "Squared error: an error twice as large costs four times as much.",
    formula = "e², or ½e² with half=true",
    gradient = "2e, or e",
    hessian = "2, or 1",
    units = "units of the label, squared",
    noiseModel = "Gaussian with constant variance",
    elicits = "mean",
    cost = "quadratic: one outlier can dominate, and its gradient is unbounded",
    trap = "a single bad label can decide the comparison of two models; look at huber beside it",
    edges = {"|e| above 1.34e154: +Infinity, counted in n_overflow"},
    source = "scikit-learn 1.2 mean_squared_error; torch MSELoss has no half")
public record SquaredError(
    @Parameter(doc = "whether the loss is ½e², whose gradient is e") boolean half)
    implements PointLoss {

  /** e². */
  public SquaredError() {
    this(false);
  }

  private double factor() {
    return half ? 0.5 : 1.0;
  }

  @Override
  public double value(double label, double prediction) {
    double error = prediction - label;
    return factor() * (error * error);
  }

  @Override
  public double gradient(double label, double prediction) {
    return 2 * factor() * (prediction - label);
  }

  @Override
  public double hessian(double label, double prediction) {
    return 2 * factor();
  }

  @Override
  public List<Part> parts() {
    return List.of(
        new Part(factor(), Residual.OVER, true), new Part(factor(), Residual.UNDER, true));
  }
}
