package dev.slicewise.core.interval;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.Normal;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Model;
import dev.slicewise.core.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The difference of two models' ratios X/Y, both linear in the cells of a table (accuracy, recall,
 * precision, F1), from the table of both models' cells.
 *
 * <p>Where both are shares of the very same rows without weights (accuracy, recall), the interval
 * is Bonett's and Price's and the test McNemar's, both of the rows that exactly one model counts:
 * unlike a t interval they are not a point when no row is. Anything else has the delta method's.
 *
 * <p>Source: D. Bonett and R. Price, "Adjusted Wald Confidence Interval for a Difference of
 * Binomial Proportions Based on Paired Data", J. Educ. Behav. Stat. 37 (2012),
 * doi:10.3102/1076998611411915.
 */
final class PairedCells implements PairedMethod {
  private final CellCounts joint;
  private final int cells;
  private final double[] numerator;
  private final double[] denominator;
  private final boolean share;

  PairedCells(
      CellCounts table, double[] numerator, double[] denominator, Model first, Model second) {
    List<Term> indicators = new ArrayList<>();
    for (Model model : List.of(first, second)) {
      for (Term indicator : table.indicators()) {
        indicators.add(model.of(indicator));
      }
    }
    this.joint = new CellCounts(indicators);
    this.cells = numerator.length;
    this.numerator = numerator;
    this.denominator = denominator;
    this.share = isShareOfTheSameRows(table);
  }

  /** Whether each row adds the same 0 or 1 to either model's Y and, if 1, 0 or 1 to its X. */
  private boolean isShareOfTheSameRows(CellCounts table) {
    int labels = 0;
    for (int bit = 0; bit < table.indicators().size(); bit++) {
      Term indicator = table.indicators().get(bit);
      boolean ofRow =
          indicator instanceof Column column && !column.role().name().equals(Model.PREDICTION);
      labels |= ofRow ? 1 << bit : 0;
    }
    for (int a = 0; a < cells; a++) {
      boolean counted = numerator[a] == 0 || numerator[a] == denominator[a];
      if (!counted || (denominator[a] != 0 && denominator[a] != 1)) {
        return false;
      }
      for (int b = 0; b < cells; b++) {
        if ((a & labels) == (b & labels) && denominator[a] != denominator[b]) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public String testName() {
    return "paired delta";
  }

  @Override
  public String description() {
    return "Bonett's and Price's for shares of the same rows; otherwise the delta method for a paired"
        + " difference, Student's t";
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(joint);
  }

  private int first(int cell) {
    return cell % cells;
  }

  private int second(int cell) {
    return cell / cells;
  }

  /** Σ coefficient · mass over the cells of one model. */
  private Dyadic sum(CellCounts.State table, double[] coefficients, boolean ofFirst) {
    double[] ofBoth = new double[table.cells()];
    for (int cell = 0; cell < ofBoth.length; cell++) {
      ofBoth[cell] = coefficients[ofFirst ? first(cell) : second(cell)];
    }
    return table.sum(ofBoth);
  }

  /** Rows that only the first model counts, that only the second does, and all. */
  private double[] discordant(CellCounts.State table) {
    double[] counts = new double[3];
    for (int cell = 0; cell < table.cells(); cell++) {
      double rows = table.mass(cell).toDouble();
      double more = numerator[first(cell)] - numerator[second(cell)];
      counts[0] += more > 0 ? rows : 0;
      counts[1] += more < 0 ? rows : 0;
      counts[2] += denominator[first(cell)] * rows;
    }
    return counts;
  }

  @Override
  public List<Statistic<?>> tallied() {
    return share ? List.of(joint) : List.of();
  }

  @Override
  public Optional<PairedRows.Tally> tally(StateView states) {
    if (!share) {
      return Optional.empty();
    }
    double[] counts = discordant(states.state(joint));
    return Optional.of(
        new PairedRows.Tally(counts[1], counts[2] - counts[0] - counts[1], counts[0]));
  }

  @Override
  public Optional<DifferenceTest> test(StateView states) {
    double[] counts = discordant(states.state(joint));
    if (!share || states.weighted() || counts[2] == 0) {
      return Optional.empty();
    }
    McNemarTest test = McNemarTest.of(counts[1], counts[0]);
    boolean exact = test.discordant() < McNemarTest.EXACT_BELOW;
    return Optional.of(new DifferenceTest(exact ? "mcnemar exact" : "mcnemar", test.pValue()));
  }

  @Override
  public Optional<Interval> interval(StateView states, double confidence) {
    CellCounts.State table = states.state(joint);
    if (!share || states.weighted()) {
      return delta(states.rows(joint.domain()), table, confidence);
    }
    double[] counts = discordant(table);
    return counts[2] == 0
        ? Optional.empty()
        : Optional.of(bonettPrice(counts[0], counts[1], counts[2], confidence));
  }

  private static Interval bonettPrice(double only, double other, double n, double confidence) {
    double p = (only + 1) / (n + 2);
    double q = (other + 1) / (n + 2);
    double standardError = Math.sqrt((p + q - (p - q) * (p - q)) / (n + 2));
    double reach = Normal.tailQuantile((1 - confidence) / 2) * standardError;
    return new Interval(
        Math.max(-1.0, p - q - reach), Math.min(1.0, p - q + reach), standardError, "bonett-price");
  }

  private Optional<Interval> delta(RowAudit.State rows, CellCounts.State table, double confidence) {
    Dyadic y1 = sum(table, denominator, true);
    Dyadic y2 = sum(table, denominator, false);
    double effective = rows.used() > 0 ? rows.effectiveRows() : 0;
    if (y1.signum() == 0 || y2.signum() == 0 || rows.used() < 2 || !(effective > 1)) {
      return Optional.empty();
    }
    double ratio1 = sum(table, numerator, true).over(y1);
    double ratio2 = sum(table, numerator, false).over(y2);
    double spread = 0;
    for (int cell = 0; cell < table.cells(); cell++) {
      int a = first(cell);
      int b = second(cell);
      double influence =
          (numerator[a] - ratio1 * denominator[a]) / y1.toDouble()
              - (numerator[b] - ratio2 * denominator[b]) / y2.toDouble();
      spread += table.squaredWeight(cell) * influence * influence;
    }
    double n = rows.used();
    double standardError = Math.sqrt(n / (n - 1) * spread);
    double reach = MeanInterval.Students.quantile(effective - 1, confidence) * standardError;
    double difference = ratio1 - ratio2;
    return Optional.of(
        new Interval(
            difference - reach, difference + reach, standardError, effective - 1, "delta"));
  }
}
