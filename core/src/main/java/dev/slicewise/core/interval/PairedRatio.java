package dev.slicewise.core.interval;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.statistic.Weighting;
import dev.slicewise.core.term.One;
import dev.slicewise.core.term.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The difference of two models' ratios Σwx/Σwy, or of functions of them (RMSE), on the same rows by
 * the delta method: what a row adds to the first less what it adds to the second, u = c₁x₁ + c₂y₁ −
 * c₃x₂ − c₄y₂; se² = n/(n−1)·Σw²u², Student's t with W²/Σw² − 1 degrees of freedom.
 *
 * <p>Σw²u² is a quadratic form in exact sums, evaluated in exact arithmetic: it does not cancel
 * however alike the models are, and is 0 when they are equal.
 */
final class PairedRatio implements PairedMethod {
  private final Side first;
  private final Side second;
  private final Optional<PairedRows> rows;

  /** One model's ratio, and the function of it that is reported. */
  record Side(
      Term numerator,
      Term denominator,
      boolean complement,
      DoubleUnaryOperator transform,
      DoubleUnaryOperator slope) {

    static Side ofMean(Term term, DoubleUnaryOperator transform, DoubleUnaryOperator slope) {
      return new Side(term, new One(term.domain()), false, transform, slope);
    }

    /** What is reported. */
    double value(StateView states) {
      return transform.applyAsDouble(ratio(states));
    }

    private double ratio(StateView states) {
      Dyadic x = states.sum(Sum.of(numerator)).toDyadic();
      Dyadic y = states.sum(Sum.of(denominator)).toDyadic();
      return complement ? y.minus(x).over(y) : x.over(y);
    }

    /** What x and y of a row are multiplied by in its influence on the value. */
    Dyadic[] coefficients(StateView states) {
      Dyadic x = states.sum(Sum.of(numerator)).toDyadic();
      Dyadic y = states.sum(Sum.of(denominator)).toDyadic();
      double slopeHere = (complement ? -1 : 1) * slope.applyAsDouble(ratio(states));
      double perX = slopeHere / y.toDouble();
      double perY = -perX * x.over(y);
      return new Dyadic[] {finite(perX), finite(perY)};
    }

    private static Dyadic finite(double coefficient) {
      return Double.isFinite(coefficient) ? Dyadic.of(coefficient) : null;
    }
  }

  PairedRatio(Side first, Side second, Optional<PairedRows> rows) {
    this.first = first;
    this.second = second;
    this.rows = rows;
  }

  @Override
  public String testName() {
    return "paired delta";
  }

  @Override
  public String description() {
    return "delta method for a paired difference, Student's t";
  }

  @Override
  public List<Statistic<?>> tallied() {
    return rows.<List<Statistic<?>>>map(r -> List.of(r.table())).orElse(List.of());
  }

  @Override
  public Optional<PairedRows.Tally> tally(StateView states) {
    return rows.map(r -> r.tally(states));
  }

  private List<Term> terms() {
    return List.of(
        first.numerator(), first.denominator(), second.numerator(), second.denominator());
  }

  private static ProductSum product(Term left, Term right) {
    return new ProductSum(left, right, Weighting.SQUARED_WEIGHT);
  }

  private List<ProductSum> products() {
    List<ProductSum> products = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j <= i; j++) {
        products.add(product(terms().get(i), terms().get(j)));
      }
    }
    return products;
  }

  @Override
  public List<Statistic<?>> needs() {
    LinkedHashSet<Statistic<?>> needs = new LinkedHashSet<>();
    terms().forEach(term -> needs.add(Sum.of(term)));
    needs.addAll(products());
    return List.copyOf(needs);
  }

  private boolean overflowed(StateView states) {
    for (Term term : terms()) {
      if (states.sum(Sum.of(term)).overflows() > 0) {
        return true;
      }
    }
    return products().stream().map(states::sum).mapToLong(ExactSum::overflows).sum() > 0;
  }

  @Override
  public Optional<Interval> interval(StateView states, double confidence) {
    RowAudit.State audit = states.rows(first.numerator().domain());
    double effective = audit.used() > 0 ? audit.effectiveRows() : 0;
    if (audit.used() < 2 || !(effective > 1) || overflowed(states)) {
      return Optional.empty();
    }
    boolean defined =
        states.sum(Sum.of(first.denominator())).toDyadic().signum() != 0
            && states.sum(Sum.of(second.denominator())).toDyadic().signum() != 0;
    if (!defined) {
      return Optional.empty();
    }
    Dyadic[] a = first.coefficients(states);
    Dyadic[] b = second.coefficients(states);
    Dyadic[] coefficients = {a[0], a[1], b[0], b[1]};
    for (int i = 0; i < 4; i++) {
      if (coefficients[i] == null) {
        return Optional.empty();
      }
      coefficients[i] = i < 2 ? coefficients[i] : coefficients[i].negate();
    }
    double n = audit.used();
    double standardError =
        Math.sqrt(n / (n - 1) * Math.max(0.0, spread(states, coefficients).toDouble()));
    double difference = first.value(states) - second.value(states);
    double reach = MeanInterval.Students.quantile(effective - 1, confidence) * standardError;
    return Optional.of(
        new Interval(
            difference - reach, difference + reach, standardError, effective - 1, "delta"));
  }

  /** Σw²u². */
  private Dyadic spread(StateView states, Dyadic[] coefficients) {
    Dyadic spread = Dyadic.ZERO;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j <= i; j++) {
        Dyadic both =
            coefficients[i]
                .times(coefficients[j])
                .times(states.sum(product(terms().get(i), terms().get(j))).toDyadic());
        spread = spread.plus(i == j ? both : both.scaled(1));
      }
    }
    return spread;
  }
}
