package dev.slicewise.core.interval;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Model;
import java.util.List;
import java.util.Optional;

/**
 * The interval of R = X/Y, both linear in the cells of a table: accuracy, precision, F1, cost.
 *
 * <p>A proportion of rows without weights has Wilson's interval. Anything else has the delta
 * method's, from what each cell's rows deviate by, d = a − R·b: se² = n/(n−1)·Σ (Σw² of the
 * cell)·d² / Y², Student's t with W²/Σw² − 1 degrees of freedom, cut to [0, 1] where the ratio
 * cannot leave it.
 *
 * <p>Undefined when Y is 0, below two rows, and (for the delta method) when no row deviates.
 */
public final class CellRatioInterval implements IntervalMethod {
  private final CellCounts table;
  private final double[] numerator;
  private final double[] denominator;

  /**
   * Of a ratio.
   *
   * @param numerator coefficient of each cell in X
   * @param denominator coefficient of each cell in Y
   */
  public CellRatioInterval(CellCounts table, double[] numerator, double[] denominator) {
    this.table = table;
    this.numerator = numerator.clone();
    this.denominator = denominator.clone();
  }

  @Override
  public String description() {
    String delta = "delta method for a ratio, Student's t";
    return isProportion() ? "Wilson's score; with weights the " + delta : delta;
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(table);
  }

  @Override
  public Optional<Interval> interval(StateView states, double confidence) {
    CellCounts.State cells = states.state(table);
    Dyadic y = cells.sum(denominator);
    if (y.signum() == 0) {
      return Optional.empty();
    }
    Dyadic x = cells.sum(numerator);
    if (!cells.weighted() && isProportion()) {
      return Optional.of(WilsonInterval.of(x.toDouble(), y.toDouble(), confidence));
    }
    return delta(states.rows(table.domain()), cells, x.over(y), y.toDouble(), confidence);
  }

  private Optional<Interval> delta(
      RowAudit.State rows, CellCounts.State cells, double ratio, double y, double confidence) {
    double n = rows.used();
    double spread = 0;
    for (int cell = 0; cell < cells.cells(); cell++) {
      double deviation = numerator[cell] - ratio * denominator[cell];
      spread += cells.squaredWeight(cell) * deviation * deviation;
    }
    double effective = rows.exactWeight().squared().over(rows.exactSquaredWeight());
    if (n < 2 || !(effective > 1) || spread == 0) {
      return Optional.empty();
    }
    double standardError = Math.sqrt(n / (n - 1) * spread) / Math.abs(y);
    double reach = MeanInterval.Students.quantile(effective - 1, confidence) * standardError;
    boolean share = isShare();
    return Optional.of(
        new Interval(
            share ? Math.max(0.0, ratio - reach) : ratio - reach,
            share ? Math.min(1.0, ratio + reach) : ratio + reach,
            standardError,
            effective - 1,
            "delta"));
  }

  @Override
  public Optional<PairedMethod> paired(Model first, Model second) {
    // A table of both models has twice the indicators, of which five are the most.
    return table.indicators().size() > 2
        ? Optional.empty()
        : Optional.of(new PairedCells(table, numerator, denominator, first, second));
  }

  /** Whether each row adds 0 or 1 to Y and, if 1, 0 or 1 to X. */
  private boolean isProportion() {
    for (int cell = 0; cell < numerator.length; cell++) {
      if ((denominator[cell] != 0 && denominator[cell] != 1)
          || (numerator[cell] != 0 && numerator[cell] != denominator[cell])) {
        return false;
      }
    }
    return true;
  }

  /** Whether no row can add to X less than 0 or more than to Y. */
  private boolean isShare() {
    for (int cell = 0; cell < numerator.length; cell++) {
      if (numerator[cell] < 0 || numerator[cell] > denominator[cell]) {
        return false;
      }
    }
    return true;
  }
}
