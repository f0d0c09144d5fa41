package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;

/**
 * The confusion table at a threshold, exactly as counted or weighed: products of its entries never
 * overflow and cancel only in exact arithmetic.
 *
 * @param tp label 1, predicted positive
 * @param fp label 0, predicted positive
 * @param fn label 1, predicted negative
 * @param tn label 0, predicted negative
 */
record Confusion(Dyadic tp, Dyadic fp, Dyadic fn, Dyadic tn) {
  static final double DEFAULT_THRESHOLD = 0.5;
  static final String THRESHOLD = "a row is predicted positive if its score is at least this";
  static final String FINITE = "(-inf, inf)";

  private static final Column LABEL = new Column(Domain.BINARY_SCORE, Role.LABEL);
  private static final Column SCORE = new Column(Domain.BINARY_SCORE, Role.PREDICTION);

  /** Labels alone: cell 1 holds the positives. */
  static final CellCounts LABELS = CellCounts.of(LABEL);

  /** Cells tn, fn, fp, tp. */
  static CellCounts table(double threshold) {
    return CellCounts.of(LABEL, Compare.atLeast(SCORE, threshold));
  }

  /** Coefficients in the order of the table's cells. */
  static double[] cells(double tp, double fp, double fn, double tn) {
    return new double[] {tn, fn, fp, tp};
  }

  static Confusion of(CellCounts.State cells) {
    return new Confusion(cells.mass(3), cells.mass(2), cells.mass(1), cells.mass(0));
  }

  Dyadic positives() {
    return tp.plus(fn);
  }

  Dyadic negatives() {
    return tn.plus(fp);
  }

  Dyadic predictedPositives() {
    return tp.plus(fp);
  }

  Dyadic predictedNegatives() {
    return tn.plus(fn);
  }

  Dyadic total() {
    return positives().plus(negatives());
  }

  /** tp·tn − fp·fn: what is left of association once chance is taken out. */
  Dyadic determinant() {
    return tp.times(tn).minus(fp.times(fn));
  }

  /** The quotient rounded once, or undefined for x/0. */
  static MetricValue ratio(Dyadic numerator, Dyadic denominator, String whenZero) {
    return denominator.signum() == 0
        ? MetricValue.undefined(whenZero)
        : MetricValue.exact(numerator.over(denominator));
  }
}
