package dev.slicewise.core.metric.drift;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.MomentMatrix;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a column holds; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "column_profile",
    summary =
        "Column profile: what a column holds, remembered so that every drift method can be asked"
            + " later.",
    formula =
        "numbers: (statistic, value) of used rows, mean, std, min, max, zero_share, distinct and"
            + " quantiles; categories: (category, n, share) of the 20 most frequent;"
            + " embedding: (element, mean, std)",
    units = "units of the column; rows or their weight",
    range = "(-inf, inf)",
    better = Direction.NONE,
    curve = true,
    edges = {
      "no usable rows: undefined, and the missing rate is remembered all the same",
      "sums that overflow: mean and std null",
      "distinct beyond 4,096 different numbers or 1,000 categories: estimated",
      "further categories: one point, its name empty",
      "arrays of different lengths: undefined"
    },
    exactness =
        "exact; quantiles up to 4,096 distinct values and for integers and float32, else within half"
            + " a bin",
    use =
        "Evaluate it every night for each input of a model: its states are all that slicewise drift"
            + " needs to compare any two days, weeks or slices, without reading a row again. An"
            + " embedding of d elements costs d² sums.",
    source = "numpy mean, std, quantile(method=inverted_cdf); pandas 2.2 value_counts")
public record ColumnProfile(
    @Parameter(doc = Kind.COLUMN) String column, @Parameter(doc = ColumnKind.DOC) ColumnKind kind)
    implements Metric {
  /** Of the numbers in the role value. */
  public ColumnProfile() {
    this(Kind.DEFAULT_COLUMN, ColumnKind.NUMBERS);
  }

  /** Refuses what is no column name. */
  public ColumnProfile {
    kind.role(column);
  }

  @Override
  public List<Statistic<?>> needs() {
    List<Statistic<?>> needs = new ArrayList<>(kind.remembered(column));
    // For bins of missing values, and for their rate.
    needs.add(new RowAudit(Domain.of()));
    needs.add(new RowAudit(kind.domain(column)));
    return needs;
  }

  /** The column in numbers, also where no row has a value. */
  public ColumnSummary summary(StateView states) {
    return ColumnSummary.of(kind, column, states);
  }

  @Override
  public MetricValue value(StateView states) {
    return switch (kind) {
      case NUMBERS -> ofNumbers(summary(states));
      case CATEGORIES -> ofCategories(summary(states), states);
      case EMBEDDING -> ofEmbedding(states);
    };
  }

  private static MetricValue ofNumbers(ColumnSummary column) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("used", (double) column.used());
    values.put("mean", column.mean());
    values.put("std", column.std());
    values.put("min", column.min());
    values.put("max", column.max());
    values.put("zero_share", column.zeroShare());
    values.put("distinct", column.distinct());
    column.quantiles().forEach((share, value) -> values.put("quantile_" + share, value));
    List<List<Double>> points = new ArrayList<>();
    for (Double value : values.values()) {
      List<Double> point = new ArrayList<>();
      point.add((double) points.size());
      point.add(value);
      points.add(point);
    }
    return new MetricValue.Curve(
        List.of("statistic", "value"), points, List.copyOf(values.keySet()));
  }

  private MetricValue ofCategories(ColumnSummary summary, StateView states) {
    Dyadic all = kind.rows(column, states).exactWeight();
    List<String> names = new ArrayList<>();
    List<List<Double>> points = new ArrayList<>();
    Dyadic rest = all;
    for (Map.Entry<String, Double> category : summary.frequent().entrySet()) {
      Dyadic weight = Dyadic.of(category.getValue());
      rest = rest.minus(weight);
      points.add(List.of((double) names.size(), weight.toDouble(), weight.over(all)));
      names.add(category.getKey());
    }
    if (summary.distinct() > names.size()) {
      points.add(List.of((double) names.size(), rest.toDouble(), rest.over(all)));
      names.add("");
    }
    return new MetricValue.Curve(List.of("category", "n", "share"), points, names);
  }

  private MetricValue ofEmbedding(StateView states) {
    MomentMatrix.State sums = states.state(ColumnKind.matrix(column, true));
    if (sums.mixed()) {
      return MetricValue.undefined(
          "arrays have different lengths, the shortest " + sums.dimension());
    }
    if (sums.overflows() > 0) {
      return MetricValue.undefined("sums overflowed");
    }
    Dyadic weight = kind.rows(column, states).exactWeight();
    List<List<Double>> points = new ArrayList<>();
    for (int i = 0; i < sums.dimension(); i++) {
      Dyadic sum = sums.sum(i).toDyadic();
      Dyadic spread = weight.times(sums.product(i, i).toDyadic()).minus(sum.squared());
      // Products below 2^-969 lose digits, which alone can bring a variance below 0.
      double variance = spread.signum() < 0 ? 0 : spread.over(weight.squared());
      points.add(List.of((double) i, sum.over(weight), Math.sqrt(variance)));
    }
    return new MetricValue.Curve(List.of("element", "mean", "std"), points);
  }
}
