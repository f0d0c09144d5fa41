package dev.slicewise.core.term.loss;

import dev.slicewise.core.numeric.Normal;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.NumberLoss;
import dev.slicewise.core.term.Role;

/** The CRPS of a normal forecast; the rest about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "crps_gaussian",
    aliases = {"crps"},
    summary =
        "Continuous ranked probability score of a normal forecast (columns prediction and stddev).",
    formula = "s(z(2Φ(z) − 1) + 2φ(z) − 1/√π), z = (y − m)/s, for s > 0",
    gradient = "1 − 2Φ(z)",
    hessian = "2φ(z)/s",
    units = "units of the label",
    noiseModel = "none: a strictly proper score, not a likelihood",
    elicits = "the whole distribution; its mean and standard deviation here",
    cost = "the absolute error of a forecast that owns up to its doubt; |e| as s → 0",
    trap = "in the units of the label, so it favours the models of small series when pooled",
    edges = {"s ≤ 0: the row is skipped, n_domain"},
    source = "Gneiting and Raftery 2007, doi:10.1198/016214506000001437")
public record CrpsGaussian() implements NumberLoss {
  private static final Domain DOMAIN = Domains.withPositive(Role.STDDEV);
  private static final double ONE_OVER_ROOT_PI = 1 / Math.sqrt(Math.PI);

  /** Beyond this many deviations only |e| and a constant are left. */
  private static final double FAR = 40;

  @Override
  public Domain domain() {
    return DOMAIN;
  }

  @Override
  public double value(double[] row) {
    double error = row[1] - row[0];
    double scale = row[2];
    double z = error / scale;
    if (Math.abs(z) > FAR) {
      return Math.abs(error) - scale * ONE_OVER_ROOT_PI;
    }
    return scale * (z * Normal.centralMass(z) + 2 * Normal.density(z) - ONE_OVER_ROOT_PI);
  }

  @Override
  public double gradient(double[] row) {
    return Normal.centralMass((row[1] - row[0]) / row[2]);
  }

  @Override
  public double hessian(double[] row) {
    return 2 * Normal.density((row[1] - row[0]) / row[2]) / row[2];
  }
}
