package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.CalibrationTable;
import dev.slicewise.core.statistic.CalibrationTable.Field;
import dev.slicewise.core.statistic.StateView;
import java.math.BigInteger;
import java.util.function.Function;

/**
 * The terms of Brier = REL − RES + UNC + WBV − WBC over the equal-width bins of one slice, each
 * multiplied by W. Every bin's term is one exact quotient cut at 2^-192, so that sums of thousands
 * of bins still round only once.
 *
 * @param weight W, not 0
 * @param brier Σw·(p − y)², from the table's own sums
 */
record MurphyDecomposition(
    Dyadic weight,
    Dyadic brier,
    Dyadic reliability,
    Dyadic resolution,
    Dyadic uncertainty,
    Dyadic withinBinVariance,
    Dyadic withinBinCovariance) {
  private static final int QUOTIENT_BITS = 192;

  /** Brier − REL. */
  Dyadic refinement() {
    return brier.minus(reliability);
  }

  /** WBV without the last digit of p², which can pull a constant bin just below 0. */
  Dyadic withinBinVarianceAtLeastZero() {
    return withinBinVariance.signum() < 0 ? Dyadic.ZERO : withinBinVariance;
  }

  /** One of the terms as a metric's value. */
  static MetricValue value(StateView states, int bins, Function<MurphyDecomposition, Dyadic> term) {
    CalibrationTable.State table = states.state(CalibrationBins.table(bins));
    Dyadic weight = total(table, Field.WEIGHT);
    return weight.signum() == 0
        ? CalibrationBins.VANISHED
        : MetricValue.exact(term.apply(of(table)).over(weight));
  }

  private static Dyadic total(CalibrationTable.State table, Field field) {
    Dyadic total = Dyadic.ZERO;
    for (int bin = 0; bin < table.bins(); bin++) {
      total = total.plus(table.sum(bin, field));
    }
    return total;
  }

  /** The decomposition of a table with some weight. */
  static MurphyDecomposition of(CalibrationTable.State table) {
    Dyadic weight = total(table, Field.WEIGHT);
    Dyadic labels = total(table, Field.LABEL);
    Dyadic reliability = Dyadic.ZERO;
    Dyadic resolution = Dyadic.ZERO;
    Dyadic variance = Dyadic.ZERO;
    Dyadic covariance = Dyadic.ZERO;
    for (int bin = 0; bin < table.bins(); bin++) {
      Dyadic n = table.sum(bin, Field.WEIGHT);
      if (n.signum() == 0) {
        continue;
      }
      Dyadic y = table.sum(bin, Field.LABEL);
      Dyadic p = table.sum(bin, Field.PREDICTION);
      Dyadic pp = table.sum(bin, Field.PREDICTION_SQUARED);
      Dyadic py = table.sum(bin, Field.PREDICTION_LABEL);
      reliability = reliability.plus(quotient(p.minus(y).squared(), n));
      Dyadic contrast = y.times(weight).minus(labels.times(n));
      resolution = resolution.plus(quotient(contrast.squared(), n.times(weight.squared())));
      variance = variance.plus(quotient(pp.times(n).minus(p.squared()), n));
      covariance = covariance.plus(quotient(py.times(n).minus(p.times(y)).scaled(1), n));
    }
    // A label is its own square, so Σw·y² is Σw·y.
    Dyadic brier =
        total(table, Field.PREDICTION_SQUARED)
            .minus(total(table, Field.PREDICTION_LABEL).scaled(1))
            .plus(labels);
    return new MurphyDecomposition(
        weight,
        brier,
        reliability,
        resolution,
        quotient(labels.times(weight.minus(labels)), weight),
        variance,
        covariance);
  }

  /** numerator / denominator, cut at 2^-192; the denominator is not 0. */
  static Dyadic quotient(Dyadic numerator, Dyadic denominator) {
    int shift = QUOTIENT_BITS + numerator.exponent() - denominator.exponent();
    BigInteger top = numerator.mantissa();
    BigInteger bottom = denominator.mantissa();
    BigInteger quotient =
        shift >= 0 ? top.shiftLeft(shift).divide(bottom) : top.divide(bottom.shiftLeft(-shift));
    return new Dyadic(quotient, -QUOTIENT_BITS);
  }
}
