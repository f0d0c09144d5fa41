package dev.slicewise.core.interval;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.statistic.Weighting;
import dev.slicewise.core.term.Model;
import dev.slicewise.core.term.Term;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The delta-method interval of a ratio R = Σwx/Σwy of two terms of one domain: standard error
 * √(n/(n−1)·Σw²(x − Ry)²)/|Σwy|, t with W²/Σw² − 1 degrees of freedom. The variance is evaluated in
 * exact integers, so it does not cancel.
 *
 * <p>Undefined for fewer than two rows, for Σwy = 0 and when a sum overflowed. Rows must be
 * independent: rows of one user or query are to be summed first.
 */
public final class RatioInterval implements IntervalMethod {
  private final Term numerator;
  private final Term denominator;
  private final boolean complement;
  private final DoubleUnaryOperator transform;
  private final DoubleUnaryOperator slope;

  private RatioInterval(
      Term numerator,
      Term denominator,
      boolean complement,
      DoubleUnaryOperator transform,
      DoubleUnaryOperator slope) {
    this.numerator = numerator;
    this.denominator = denominator;
    this.complement = complement;
    this.transform = transform;
    this.slope = slope;
  }

  private RatioInterval(Term numerator, Term denominator, boolean complement) {
    this(numerator, denominator, complement, DoubleUnaryOperator.identity(), ratio -> 1.0);
  }

  /** Of Σwx/Σwy. */
  public static RatioInterval of(Term numerator, Term denominator) {
    return new RatioInterval(numerator, denominator, false);
  }

  /** Of 1 − Σwx/Σwy. */
  public static RatioInterval ofComplement(Term numerator, Term denominator) {
    return new RatioInterval(numerator, denominator, true);
  }

  /**
   * The interval of an increasing function of the ratio.
   *
   * @param increasing the function
   * @param derivative its derivative, by which the standard error is multiplied
   */
  public RatioInterval transformed(DoubleUnaryOperator increasing, DoubleUnaryOperator derivative) {
    return new RatioInterval(numerator, denominator, complement, increasing, derivative);
  }

  @Override
  public String description() {
    return "delta method for a ratio, Student's t";
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(
        Sum.of(numerator),
        Sum.of(denominator),
        squaredWeights(numerator, numerator),
        squaredWeights(numerator, denominator),
        squaredWeights(denominator, denominator));
  }

  private static ProductSum squaredWeights(Term left, Term right) {
    return new ProductSum(left, right, Weighting.SQUARED_WEIGHT);
  }

  @Override
  public Optional<Interval> interval(StateView states, double confidence) {
    RowAudit.State rows = states.rows(numerator.domain());
    for (Statistic<?> need : needs()) {
      if (overflowed(states, need)) {
        return Optional.empty();
      }
    }
    Dyadic x = states.sum(Sum.of(numerator)).toDyadic();
    Dyadic y = states.sum(Sum.of(denominator)).toDyadic();
    double effective = rows.used() > 0 ? rows.effectiveRows() : 0;
    if (rows.used() < 2 || y.signum() == 0 || !(effective > 1.0)) {
      return Optional.empty();
    }
    double variance =
        variance(
            rows.used(),
            x,
            y,
            states.sum(squaredWeights(numerator, numerator)).toDyadic(),
            states.sum(squaredWeights(numerator, denominator)).toDyadic(),
            states.sum(squaredWeights(denominator, denominator)).toDyadic());
    double ratio = complement ? y.minus(x).over(y) : x.over(y);
    double standardError = Math.sqrt(variance);
    double reach = MeanInterval.Students.quantile(effective - 1, confidence) * standardError;
    return Optional.of(
        new Interval(
            transform.applyAsDouble(ratio - reach),
            transform.applyAsDouble(ratio + reach),
            standardError * slope.applyAsDouble(ratio),
            effective - 1,
            "delta"));
  }

  @Override
  public Optional<PairedMethod> paired(Model first, Model second) {
    return Optional.of(new PairedRatio(side(first), side(second), Optional.empty()));
  }

  private PairedRatio.Side side(Model model) {
    return new PairedRatio.Side(
        model.of(numerator), model.of(denominator), complement, transform, slope);
  }

  private static boolean overflowed(StateView states, Statistic<?> need) {
    return need instanceof Sum sum
        ? states.sum(sum).overflows() > 0
        : need instanceof ProductSum product && states.sum(product).overflows() > 0;
  }

  /**
   * The variance of Σwx/Σwy: n/(n−1)·Σw²(x − Ry)²/(Σwy)².
   *
   * @param n rows, at least 2
   * @param x Σwx
   * @param y Σwy, not 0
   * @param xx Σw²x²
   * @param xy Σw²xy
   * @param yy Σw²y²
   */
  public static double variance(long n, Dyadic x, Dyadic y, Dyadic xx, Dyadic xy, Dyadic yy) {
    // (Σwy)²·Σw²(x − Ry)² = (Σwy)²·Σw²x² − 2·Σwx·Σwy·Σw²xy + (Σwx)²·Σw²y²
    Dyadic spread =
        y.squared()
            .times(xx)
            .minus(x.times(y).times(xy).scaled(1))
            .plus(x.squared().times(yy))
            .times(Dyadic.of(n));
    Dyadic scale = y.squared().squared().times(Dyadic.of(n - 1));
    // Rounded squared weights may leave a hair below zero where every row has the same ratio.
    return Math.max(0.0, spread.over(scale));
  }
}
