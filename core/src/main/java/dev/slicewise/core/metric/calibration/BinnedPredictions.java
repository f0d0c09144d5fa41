package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.BinnedSums;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Column;
import java.util.List;

/** Labels and predictions summed along the prediction: what calibration of real numbers reads. */
final class BinnedPredictions {
  static final BinnedSums STATISTIC =
      new BinnedSums(
          Column.PREDICTION, List.of(Column.LABEL, Column.PREDICTION), BinnedSums.DEFAULT_BINS);

  private BinnedPredictions() {}

  /** Whether a product with a weight was infinite, so that the sums say nothing. */
  static boolean overflowed(StateView states) {
    BinnedSums.State state = states.state(STATISTIC);
    for (long key : state.keys()) {
      for (ExactSum sum : state.sums(key)) {
        if (sum.overflows() > 0) {
          return true;
        }
      }
    }
    return false;
  }

  static CalibrationBins groups(StateView states, int count) {
    return CalibrationBins.equalMass(states.state(STATISTIC), count);
  }
}
