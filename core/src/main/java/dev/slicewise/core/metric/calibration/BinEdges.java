package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.statistic.BinnedSums;
import dev.slicewise.core.statistic.CalibrationTable;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.util.List;

/** To which of two equal-width bins of [0, 1] a probability on the edge between them belongs. */
public enum BinEdges {
  /** To the upper: [lo, hi), the last one closed. */
  LEFT,
  /** To the lower: (lo, hi], the first one closed, as scikit-learn's calibration_curve. */
  RIGHT,
  /** To the upper, and 1 to a bin of its own, as torchmetrics' calibration errors. */
  LAST_ALONE;

  static final String DOC =
      "left: bins [lo, hi), the last one closed; right: (lo, hi], the first one closed;"
          + " last_alone: as left, with p = 1 in a bin of its own";

  /** The most bins by number that are kept apart without fail. */
  private static final int MOST_BINS = 1000;

  /** Refuses what the bins cannot be kept for. */
  void check(int count) {
    if (this != LEFT && count > MOST_BINS) {
      throw new IllegalArgumentException(
          "expected n_bins of at most "
              + MOST_BINS
              + " with edges other than left, found "
              + count
              + "; take fewer bins, or edges=left");
    }
  }

  /** What remembers the bins of probabilities. */
  Statistic<?> statistic(int count) {
    return this == LEFT ? CalibrationBins.table(count) : sums(count);
  }

  /** Label and probability summed by the number of the bin. */
  BinnedSums sums(int count) {
    Domain domain = Domain.BINARY_PROBABILITY;
    return new BinnedSums(
        new BinNumber(this, count),
        List.of(new Column(domain, Role.LABEL), new Column(domain, Role.PREDICTION)),
        BinnedSums.DEFAULT_BINS);
  }

  private int binOf(double probability, int count) {
    return switch (this) {
      case LEFT -> CalibrationTable.binOf(probability, count);
      case LAST_ALONE -> probability == 1 ? count : CalibrationTable.binOf(probability, count);
      case RIGHT -> closedAbove(probability, count);
    };
  }

  /** How many of the inner edges i·(1/n) lie below; the product guesses, comparing decides. */
  private static int closedAbove(double probability, int count) {
    double width = 1.0 / count;
    int bin = Math.max(0, Math.min(count - 1, (int) Math.ceil(probability * count) - 1));
    while (bin > 0 && bin * width >= probability) {
      bin--;
    }
    while (bin < count - 1 && (bin + 1) * width < probability) {
      bin++;
    }
    return bin;
  }

  /**
   * The number of a probability's bin: whole numbers, which the histogram under {@link BinnedSums}
   * keeps apart.
   *
   * @param edges where a bin ends
   * @param bins how many there are
   */
  record BinNumber(BinEdges edges, int bins) implements Term {
    @Override
    public Domain domain() {
      return Domain.BINARY_PROBABILITY;
    }

    @Override
    public void fill(Admitted rows, double[] out) {
      double[] p = rows.column(Role.PREDICTION);
      for (int i = 0; i < rows.size(); i++) {
        out[i] = edges.binOf(p[i], bins);
      }
    }
  }
}
