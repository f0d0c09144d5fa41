package dev.slicewise.core.metric.drift;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.Moments;
import dev.slicewise.core.statistic.DistinctCount;
import dev.slicewise.core.statistic.Distribution;
import dev.slicewise.core.statistic.Extremes;
import dev.slicewise.core.statistic.PerCategoryState;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.term.Skip;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column in numbers, from what {@link ColumnProfile} remembers.
 *
 * @param rows of the slice
 * @param used rows with a usable value
 * @param nulls rows without
 * @param nan rows that are NaN
 * @param infinite rows that are infinite
 * @param mean of the numbers; null for other kinds, without rows, and when a sum overflowed
 * @param std their standard deviation, with n; null likewise
 * @param min the smallest number, or null
 * @param max the largest number, or null
 * @param zeroShare share of the numbers that are 0, by weight; null for other kinds
 * @param distinct number of different values: exact up to 4,096 of them, and for integers and
 *     float32, 1,000 for categories, else estimated; null for embeddings
 * @param quantiles by the share of rows below, empty for other kinds
 * @param frequent the most frequent categories with their weight, at most 20, ties by name; empty
 *     for other kinds
 */
public record ColumnSummary(
    long rows,
    long used,
    long nulls,
    long nan,
    long infinite,
    Double mean,
    Double std,
    Double min,
    Double max,
    Double zeroShare,
    Double distinct,
    Map<String, Double> quantiles,
    Map<String, Double> frequent) {
  private static final List<String> SHARES =
      List.of("0.01", "0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95", "0.99");
  private static final int MOST_FREQUENT = 20;

  /** NULLs in a hundred rows; null without rows. */
  public Double percentNull() {
    return percent(nulls);
  }

  /** NaNs in a hundred rows; null without rows. */
  public Double percentNan() {
    return percent(nan);
  }

  /** Zeros in a hundred numbers; null without numbers. */
  public Double percentZeros() {
    return zeroShare == null ? null : (Double) (100 * zeroShare);
  }

  /** Different values to a hundred usable rows; null without those. */
  public Double percentDistinct() {
    return distinct == null || used == 0 ? null : (Double) (100 * distinct / used);
  }

  private Double percent(long count) {
    return rows == 0 ? null : (Double) (100.0 * count / rows);
  }

  static ColumnSummary of(ColumnKind kind, String column, StateView states) {
    return switch (kind) {
      case NUMBERS -> ofNumbers(column, states);
      case CATEGORIES -> ofCategories(column, states);
      case EMBEDDING -> of(kind.rows(column, states), null, Map.of());
    };
  }

  private static ColumnSummary of(
      RowAudit.State rows, Double distinct, Map<String, Double> frequent) {
    return new ColumnSummary(
        rows.rows(),
        rows.used(),
        rows.skipped(Skip.NULL),
        rows.skipped(Skip.NAN),
        rows.skipped(Skip.INF),
        null,
        null,
        null,
        null,
        null,
        distinct,
        Map.of(),
        frequent);
  }

  private static ColumnSummary ofNumbers(String column, StateView states) {
    RowAudit.State rows = ColumnKind.NUMBERS.rows(column, states);
    Distribution distribution = states.state(Kind.histogram(column)).distribution();
    if (distribution.size() == 0) {
      return of(rows, 0.0, Map.of());
    }
    Extremes.State extremes = states.state(new Extremes(Kind.column(column)));
    DistinctCount.State distinct = states.state(ColumnKind.distinct(column));
    Moments moments = Spread.of(states, column);
    boolean oneValueABin = distribution.relativeBound() == 0;
    return new ColumnSummary(
        rows.rows(),
        rows.used(),
        rows.skipped(Skip.NULL),
        rows.skipped(Skip.NAN),
        rows.skipped(Skip.INF),
        moments == null ? null : (Double) moments.mean(),
        moments == null ? null : (Double) Spread.deviation(moments),
        extremes.smallest(),
        extremes.largest(),
        shareOfZeros(distribution),
        oneValueABin ? (Double) (double) distribution.size() : rounded(distinct.estimate()),
        quantiles(distribution),
        Map.of());
  }

  private static Double rounded(double estimate) {
    return Math.rint(estimate);
  }

  /** Zero always has a bin of its own. */
  private static double shareOfZeros(Distribution distribution) {
    for (int bin = 0; bin < distribution.size(); bin++) {
      if (distribution.low()[bin] == 0 && distribution.high()[bin] == 0) {
        return new Dyadic(distribution.mass()[bin], 0).over(new Dyadic(distribution.total(), 0));
      }
    }
    return 0.0;
  }

  private static Map<String, Double> quantiles(Distribution distribution) {
    Map<String, Double> quantiles = new LinkedHashMap<>();
    for (String share : SHARES) {
      int bin = distribution.quantileBin(new BigDecimal(share));
      if (bin >= 0) {
        quantiles.put(share, distribution.middle()[bin] + 0.0);
      }
    }
    return quantiles;
  }

  private static ColumnSummary ofCategories(String column, StateView states) {
    PerCategoryState categories = states.state(Kind.counts(column));
    List<Map.Entry<String, Double>> weights = new ArrayList<>();
    for (String name : categories.categories()) {
      Dyadic weight = categories.of(name, Kind.weight(column)).sum().toDyadic();
      weights.add(Map.entry(name, weight.toDouble()));
    }
    // About one category in 2^level is kept.
    double distinct = Math.scalb((double) weights.size(), categories.level());
    weights.sort(
        Map.Entry.<String, Double>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())));
    Map<String, Double> frequent = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(MOST_FREQUENT, weights.size()); i++) {
      frequent.put(weights.get(i).getKey(), weights.get(i).getValue());
    }
    return of(ColumnKind.CATEGORIES.rows(column, states), distinct, frequent);
  }
}
