package dev.slicewise.core.interval;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.statistic.Weighting;
import dev.slicewise.core.term.Combination;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.Model;
import dev.slicewise.core.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The t interval of a weighted mean Σwx/W: standard error √(n/(n−1)·Σw²(x−μ)²)/W, t with W²/Σw² − 1
 * degrees of freedom. The variance is evaluated in exact integers, so it does not cancel.
 *
 * <p>Undefined for fewer than two rows and when a sum overflowed. With a monotone transform, such
 * as the square root for RMSE, the ends are transformed.
 */
public final class MeanInterval implements IntervalMethod {
  private static final DoubleUnaryOperator IDENTITY = mean -> mean;

  private final Domain domain;
  private final List<Piece> pieces;
  private final DoubleUnaryOperator transform;
  private final DoubleUnaryOperator slope;

  /** A term with its signed coefficient; at most one piece of a row is not zero. */
  private record Piece(double coefficient, Term term) {}

  private MeanInterval(
      Domain domain, List<Piece> pieces, DoubleUnaryOperator transform, DoubleUnaryOperator slope) {
    this.domain = domain;
    this.pieces = pieces;
    this.transform = transform;
    this.slope = slope;
  }

  private MeanInterval(Domain domain, List<Piece> pieces) {
    this(domain, pieces, IDENTITY, mean -> 1.0);
  }

  /** Of the mean of one term. */
  public static MeanInterval of(Term term) {
    return new MeanInterval(term.domain(), List.of(new Piece(1.0, term)));
  }

  /** Of the mean of {@code a·first + b·second}, where at most one of them is not zero in a row. */
  public static MeanInterval ofSplit(double a, Term first, double b, Term second) {
    return new MeanInterval(first.domain(), List.of(new Piece(a, first), new Piece(b, second)));
  }

  /** Of the mean of a loss, sharing what the loss shares. */
  public static MeanInterval ofLoss(Loss loss) {
    List<Piece> pieces = new ArrayList<>();
    for (Loss.Part part : loss.parts()) {
      if (part.squared()) {
        return of(loss);
      }
      pieces.add(new Piece(part.coefficient(), part.term()));
    }
    return new MeanInterval(loss.domain(), pieces);
  }

  /**
   * The interval of an increasing function of the mean.
   *
   * @param increasing the function
   * @param derivative its derivative, by which the standard error is multiplied
   */
  public MeanInterval transformed(DoubleUnaryOperator increasing, DoubleUnaryOperator derivative) {
    return new MeanInterval(domain, pieces, increasing, derivative);
  }

  /** Whether the metric is the mean itself, so that it adds up over slices by their weight. */
  public boolean isUntransformed() {
    return transform == IDENTITY;
  }

  /** The interval of the square root of a mean that is never negative. */
  public MeanInterval squareRoot() {
    return transformed(
        mean -> Math.sqrt(Math.max(0.0, mean)), mean -> mean > 0 ? 0.5 / Math.sqrt(mean) : 0.0);
  }

  @Override
  public String description() {
    return "Student's t for a weighted mean";
  }

  @Override
  public List<Statistic<?>> needs() {
    List<Statistic<?>> needs = new ArrayList<>();
    for (Piece piece : pieces) {
      needs.add(Sum.of(piece.term()));
      needs.add(Sum.squaredWeights(piece.term()));
      needs.add(squares(piece.term()));
    }
    return needs;
  }

  private static ProductSum squares(Term term) {
    return new ProductSum(term, term, Weighting.SQUARED_WEIGHT);
  }

  @Override
  public Optional<Interval> interval(StateView states, double confidence) {
    RowAudit.State rows = states.rows(domain);
    if (rows.used() < 2) {
      return Optional.empty();
    }
    Dyadic first = Dyadic.ZERO;
    Dyadic weightedFirst = Dyadic.ZERO;
    Dyadic second = Dyadic.ZERO;
    for (Piece piece : pieces) {
      boolean overflowed =
          states.sum(Sum.of(piece.term())).overflows() > 0
              || states.sum(squares(piece.term())).overflows() > 0;
      if (overflowed) {
        return Optional.empty();
      }
      Dyadic coefficient = Dyadic.of(piece.coefficient());
      first = first.plus(coefficient.times(states.sum(Sum.of(piece.term())).toDyadic()));
      weightedFirst =
          weightedFirst.plus(
              coefficient.times(states.sum(Sum.squaredWeights(piece.term())).toDyadic()));
      second =
          second.plus(coefficient.squared().times(states.sum(squares(piece.term())).toDyadic()));
    }
    Dyadic weight = rows.exactWeight();
    Dyadic squaredWeight = rows.exactSquaredWeight();
    // W²·Σw²(x−μ)² = W²·Σw²x² − 2W·Σwx·Σw²x + (Σwx)²·Σw²
    Dyadic spread =
        weight
            .squared()
            .times(second)
            .minus(weight.times(first).times(weightedFirst).scaled(1))
            .plus(first.squared().times(squaredWeight));
    double n = rows.used();
    double relative = spread.over(weight.squared().squared());
    double standardError = Math.sqrt(Math.max(0.0, n / (n - 1) * relative));
    double mean = first.over(weight);
    double effective = weight.squared().over(squaredWeight);
    if (!(effective > 1.0)) {
      return Optional.empty();
    }
    double reach = Students.quantile(effective - 1, confidence) * standardError;
    return Optional.of(
        new Interval(
            transform.applyAsDouble(mean - reach),
            transform.applyAsDouble(mean + reach),
            standardError * slope.applyAsDouble(mean),
            effective - 1,
            "t"));
  }

  /** The number of each row that the mean is of. */
  private Term row() {
    Combination row = Combination.NOTHING;
    for (Piece piece : pieces) {
      row = row.plus(piece.coefficient(), piece.term());
    }
    return row.simplified();
  }

  @Override
  public Optional<PairedMethod> paired(Model first, Model second) {
    PairedRows rows = new PairedRows(first.of(row()), second.of(row()));
    return Optional.of(
        transform == IDENTITY
            ? new PairedMean(rows)
            : new PairedRatio(
                PairedRatio.Side.ofMean(first.of(row()), transform, slope),
                PairedRatio.Side.ofMean(second.of(row()), transform, slope),
                Optional.of(rows)));
  }

  /** Two-sided quantiles of Student's t. */
  static final class Students {
    private Students() {}

    static double quantile(double degreesOfFreedom, double confidence) {
      return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2);
    }
  }
}
