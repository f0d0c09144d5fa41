package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.BinDistances;
import dev.slicewise.core.drift.BinPair;
import dev.slicewise.core.drift.SampleNoise;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.Distribution;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import java.util.List;
import java.util.Set;

/** A distance between the shares of two sides in bins or categories. */
interface BinDrift extends TwoSided {
  String BINS = "number of equal-mass bins of the reference, for kind = numbers";
  String BIN_RANGE = "[2, 1000]";
  int DEFAULT_BINS = 10;
  String NULL_BIN = "whether rows whose value is NULL, NaN or infinite are a bin of their own";
  String FLOOR = "shares below this are taken as this, so that no logarithm is infinite";
  String FLOOR_RANGE = "(0, 0.1]";
  double DEFAULT_FLOOR = 1e-4;
  String SEVERAL_VALUES = "many equal numbers: never split, so there may be fewer bins";
  String MANY_CATEGORIES =
      "more than 1,000 categories on a side: a sample by hash, the rest as one category; a lower"
          + " bound, marked estimated, detail truncated = 1";
  String NULLS = "value NULL: row skipped, n_null, or a bin with null_bin = true";
  String DETAILS =
      "; details p_value (chi2 of the same bins) and noise_95, which one in twenty samples without"
          + " drift exceeds";
  String EXACTNESS =
      "exact counts in bins whose cuts are the reference's, within half a histogram bin of its"
          + " quantiles; a few roundings a bin, none in the sum";

  /** Counts rows with and without a value. */
  RowAudit ALL_ROWS = new RowAudit(Domain.of());

  String column();

  Kind kind();

  int bins();

  boolean nullBin();

  /** The distance of two sides that both have mass, in one bin at least. */
  MetricValue distance(BinDistances distances, BinPair pair);

  /** What the distance exceeds in one of twenty pairs of samples without drift. */
  double noise(BinDistances distances);

  @Override
  default Set<ColumnKind> kinds() {
    return Set.of(ColumnKind.NUMBERS, ColumnKind.CATEGORIES);
  }

  @Override
  default List<Statistic<?>> ofEachSide() {
    Statistic<?> values = kind().statistic(column());
    return nullBin() ? List.of(values, ALL_ROWS) : List.of(values);
  }

  @Override
  default MetricValue compare(StateView reference, StateView current) {
    Domain domain = kind().domain(column());
    CategoryPair categories = null;
    BinPair pair;
    if (kind() == Kind.CATEGORIES) {
      categories = CategoryPair.of(reference, current, column());
      pair = categories.pair();
    } else {
      List<Distribution> both =
          reference
              .state(Kind.histogram(column()))
              .aligned(current.state(Kind.histogram(column())));
      pair =
          BinPair.ofNumbers(
              both.get(0),
              both.get(1),
              bins(),
              reference.rows(domain).effectiveRows(),
              current.rows(domain).effectiveRows());
    }
    if (nullBin()) {
      pair =
          pair.with(
              unusable(reference, domain),
              unusable(current, domain),
              reference.state(ALL_ROWS).effectiveRows(),
              current.state(ALL_ROWS).effectiveRows());
    }
    if (pair.oneSided()) {
      return MetricValue.undefined("the weights of a side vanished");
    }
    BinDistances distances = new BinDistances(pair);
    MetricValue value = distance(distances, pair);
    if (value instanceof MetricValue.Scalar scalar && pair.size() > 1) {
      value =
          scalar
              .with("p_value", distances.chiSquare().p())
              .with(SampleNoise.DETAIL, noise(distances));
    }
    return categories != null && categories.truncated() ? estimated(value) : value;
  }

  /** The weight of the rows without a usable value. */
  private static Dyadic unusable(StateView side, Domain domain) {
    return side.state(ALL_ROWS).exactWeight().minus(side.rows(domain).exactWeight());
  }

  private static MetricValue estimated(MetricValue value) {
    return value instanceof MetricValue.Scalar scalar
        ? new MetricValue.Scalar(
                scalar.value(), MetricValue.Exactness.ESTIMATED, 0.0, scalar.details())
            .with("truncated", 1)
        : value;
  }
}
