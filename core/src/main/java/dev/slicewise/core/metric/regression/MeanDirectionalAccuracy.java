package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.RateOfRows;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;

/** Share of changes predicted with the right sign; the rest in its {@link MetricInfo}. */
@MetricInfo(
    id = "mean_directional_accuracy",
    aliases = {"mda", "directional_accuracy"},
    summary =
        "Share of rows whose change from the previous value (column previous) has the right sign.",
    formula = "Σ w·1{sign(y − previous) = sign(p − previous)} / W, sign(0) = 0",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {"no usable rows: undefined", "no change is a direction of its own"},
    use =
        "Whether a forecast sees the turn, whatever its size. In a trending series always saying up"
            + " scores high: compare with the share of rises.",
    source = "numpy sign(label − previous) == sign(prediction − previous)")
public record MeanDirectionalAccuracy() implements RateOfRows {
  private static final CellCounts TABLE =
      CellCounts.of(new SameDirection(Domain.of(Role.LABEL, Role.PREDICTION, Role.PREVIOUS)));

  /** 1 where label and prediction lie on the same side of the previous value. */
  private record SameDirection(Domain domain) implements Term {
    @Override
    public void fill(Admitted rows, double[] out) {
      double[] label = rows.column(Role.LABEL);
      double[] prediction = rows.column(Role.PREDICTION);
      double[] previous = rows.column(Role.PREVIOUS);
      for (int i = 0; i < rows.size(); i++) {
        double change = Math.signum(label[i] - previous[i]);
        out[i] = change == Math.signum(prediction[i] - previous[i]) ? 1.0 : 0.0;
      }
    }
  }

  @Override
  public CellCounts table() {
    return TABLE;
  }

  @Override
  public double[] counted() {
    return new double[] {0, 1};
  }
}
