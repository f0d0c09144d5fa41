package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.BinnedSums;
import dev.slicewise.core.statistic.CalibrationTable;
import dev.slicewise.core.statistic.CalibrationTable.Field;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.ScoreBins;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Domain;
import java.util.ArrayList;
import java.util.List;

/**
 * The non-empty bins of a slice in ascending order of the prediction.
 *
 * @param bins none of them without weight
 * @param exact whether every cut lies between two different predictions, as if all rows were at
 *     hand
 */
record CalibrationBins(List<CalibrationBin> bins, boolean exact) {
  /** What a metric says when fixed point has rounded all weights away. */
  static final MetricValue VANISHED =
      MetricValue.undefined("all weights are below 2^-61, too small for fixed-point sums");

  /** Where the equal-width bins of probabilities are kept. */
  static CalibrationTable table(int count) {
    return new CalibrationTable(Domain.BINARY_PROBABILITY, count);
  }

  /** Equal-width bins of probabilities, from {@link #table}. */
  static CalibrationBins equalWidth(StateView states, int count) {
    return equalWidth(states.state(table(count)));
  }

  /** The bins of a table. */
  static CalibrationBins equalWidth(CalibrationTable.State table) {
    List<CalibrationBin> bins = new ArrayList<>();
    for (int bin = 0; bin < table.bins(); bin++) {
      addUnlessEmpty(
          bins,
          new CalibrationBin(
              table.sum(bin, Field.WEIGHT),
              table.sum(bin, Field.LABEL),
              table.sum(bin, Field.PREDICTION)));
    }
    return new CalibrationBins(bins, true);
  }

  /** Equal-mass bins of probabilities, from {@link ScoreHistogram#OF_PROBABILITIES}. */
  static CalibrationBins equalMass(StateView states, int count) {
    return equalMass(states.state(ScoreHistogram.OF_PROBABILITIES).bins(), count);
  }

  /** Equal-mass bins of probabilities. */
  static CalibrationBins equalMass(ScoreBins scores, int count) {
    List<CalibrationBin> fine = new ArrayList<>();
    for (int i = 0; i < scores.size(); i++) {
      Dyadic positives = new Dyadic(scores.positives()[i], -scores.unitBits());
      Dyadic weight = positives.plus(new Dyadic(scores.negatives()[i], -scores.unitBits()));
      // One score a bin: the product keeps the digits of tiny probabilities that Σp rounds away.
      Dyadic prediction =
          scores.lossless()
              ? weight.times(Dyadic.of(scores.score()[i]))
              : new Dyadic(scores.scoreSums()[i], -scores.unitBits());
      addUnlessEmpty(fine, new CalibrationBin(weight, positives, prediction));
    }
    return new CalibrationBins(joined(fine, count), scores.lossless());
  }

  /**
   * Equal-mass bins of real predictions.
   *
   * @param state sums of the label and of the prediction by prediction, none overflowed
   */
  static CalibrationBins equalMass(BinnedSums.State state, int count) {
    List<CalibrationBin> fine = new ArrayList<>();
    for (long key : state.keys()) {
      var sums = state.sums(key);
      addUnlessEmpty(
          fine, new CalibrationBin(sums[2].toDyadic(), sums[0].toDyadic(), sums[1].toDyadic()));
    }
    return new CalibrationBins(joined(fine, count), state.relativeBound() == 0.0);
  }

  private static void addUnlessEmpty(List<CalibrationBin> bins, CalibrationBin bin) {
    if (bin.weight().signum() > 0) {
      bins.add(bin);
    }
  }

  /**
   * Joins fine bins at the g/count quantiles (inverted CDF): a fine bin belongs to group ⌊count ·
   * (weight before it) / W⌋ and is never split, so groups may be uneven, and fewer than asked for.
   */
  static List<CalibrationBin> joined(List<CalibrationBin> fine, int count) {
    Dyadic total = weightOf(fine);
    Dyadic groups = Dyadic.of(count);
    List<CalibrationBin> joined = new ArrayList<>();
    Dyadic before = Dyadic.ZERO;
    Dyadic end = Dyadic.ZERO;
    for (CalibrationBin bin : fine) {
      Dyadic position = before.times(groups);
      if (position.compareTo(end) >= 0) {
        while (position.compareTo(end) >= 0) {
          end = end.plus(total);
        }
        joined.add(bin);
      } else {
        int last = joined.size() - 1;
        joined.set(last, joined.get(last).plus(bin));
      }
      before = before.plus(bin.weight());
    }
    return joined;
  }

  private static Dyadic weightOf(List<CalibrationBin> bins) {
    Dyadic total = Dyadic.ZERO;
    for (CalibrationBin bin : bins) {
      total = total.plus(bin.weight());
    }
    return total;
  }

  /** The weight of all bins. */
  Dyadic weight() {
    return weightOf(bins);
  }

  /** Whether rounding has left no weight. */
  boolean vanished() {
    return bins.isEmpty();
  }

  /** An exact number, or an estimate where cuts had to be made between histogram bins. */
  MetricValue.Scalar scalar(double value) {
    return exact ? MetricValue.exact(value) : MetricValue.estimated(value);
  }

  /**
   * How many equally weighted rows say as much as weight w of this slice: w·W/Σw², the plain count
   * when every row weighs the same.
   */
  static double effectiveRows(StateView states, Dyadic weight) {
    RowAudit.State rows = states.rows(Domain.BINARY_PROBABILITY);
    return weight.times(rows.exactWeight()).over(rows.exactSquaredWeight());
  }
}
