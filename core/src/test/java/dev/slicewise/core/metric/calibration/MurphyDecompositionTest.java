package dev.slicewise.core.metric.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Residual;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Brier = REL − RES + UNC + WBV − WBC, against the Brier sum of exact squares. */
class MurphyDecompositionTest {
  private static final ProductSum BRIER =
      ProductSum.square(new Residual(Domain.BINARY_PROBABILITY, Residual.Part.SIGNED));

  private static final int BINS = 4;

  /** Remembers what both sides of the identity need. */
  private record BothSides() implements dev.slicewise.core.metric.Metric {
    @Override
    public List<Statistic<?>> needs() {
      return List.of(BRIER, CalibrationBins.table(BINS));
    }

    @Override
    public dev.slicewise.core.metric.MetricValue value(StateView states) {
      throw new AssertionError("only the states are read");
    }
  }

  private static StateView states(double[] labels, double[] predictions) {
    var metric =
        new dev.slicewise.core.metric.NamedMetric(
            "both_sides", java.util.Map.of(), new BothSides());
    SliceState slice =
        Rows.of(labels, predictions).state(new Suite(List.of(metric), false, false, false));
    return slice.view();
  }

  private static Dyadic identity(StateView states) {
    MurphyDecomposition terms = MurphyDecomposition.of(states.state(CalibrationBins.table(BINS)));
    assertThat(terms.brier().minus(terms.refinement())).isEqualTo(terms.reliability());
    return terms
        .reliability()
        .minus(terms.resolution())
        .plus(terms.uncertainty())
        .plus(terms.withinBinVariance())
        .minus(terms.withinBinCovariance());
  }

  /** Powers of two in every denominator and short probabilities: no rounding anywhere. */
  @Test
  void holdsExactly() {
    int[] rowsOfBin = {16, 8, 4, 4};
    double[] labels = new double[32];
    double[] predictions = new double[32];
    Random random = new Random(20261121);
    int row = 0;
    for (int bin = 0; bin < BINS; bin++) {
      for (int i = 0; i < rowsOfBin[bin]; i++, row++) {
        predictions[row] = bin * 0.25 + random.nextInt(1 << 18) * 0x1p-20;
        labels[row] = random.nextInt(3) == 0 ? 1 : 0;
      }
    }
    StateView states = states(labels, predictions);
    assertThat(identity(states)).isEqualTo(states.sum(BRIER).toDyadic());
  }

  /**
   * Any rows: p² is rounded to a double and to 2^-60, e = p − y to a double, hence at most 2^-52 a
   * row; quotients are cut at 2^-192, which the same bound covers.
   */
  @Test
  void holdsUpToTheRoundingOfEachRow() {
    for (long seed = 1; seed <= 20; seed++) {
      Random random = new Random(seed);
      int rows = 1 + random.nextInt(3000);
      double[] labels = new double[rows];
      double[] predictions = new double[rows];
      for (int i = 0; i < rows; i++) {
        predictions[i] = Math.pow(random.nextDouble(), 1 + 5 * random.nextDouble());
        labels[i] = random.nextDouble() < predictions[i] ? 1 : 0;
      }
      StateView states = states(labels, predictions);
      Dyadic difference = identity(states).minus(states.sum(BRIER).toDyadic()).abs();
      assertThat(difference)
          .as("seed %d", seed)
          .isLessThanOrEqualTo(Dyadic.of((long) rows).scaled(-52));
    }
  }
}
