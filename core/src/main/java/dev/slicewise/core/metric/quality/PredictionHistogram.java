package dev.slicewise.core.metric.quality;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Curve;
import dev.slicewise.core.statistic.BitHistogram;
import dev.slicewise.core.statistic.Distribution;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The distribution of a column; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "prediction_histogram",
    aliases = {"value_histogram"},
    presets = {"label_histogram = column: label"},
    summary = "Histogram of the predictions, or of any column, in bins of about equal mass.",
    formula =
        "(low, high, Σ w·1{low <= x <= high}) of each bin between the i/bins quantiles of x, in"
            + " ascending order",
    units = "units of the column; n in rows, or their weight",
    range = "(-inf, inf)",
    better = Direction.NONE,
    curve = true,
    edges = {
      "no usable rows: undefined",
      "a constant column: one bin",
      "many equal values: never split, so bins may be uneven and fewer than asked for"
    },
    exactness =
        "counts are exact; low and high are values of the column up to 4,096 distinct values, beyond"
            + " that the ends of the state's bins, which no value lies outside of",
    use =
        "The shape of the predictions is known before any label is: compare it between months. The"
            + " narrow bins are where the rows are.")
public record PredictionHistogram(
    @Parameter(doc = "number of bins", range = "[1, 1000]") int bins,
    @Parameter(doc = NamedColumn.DOC) String column)
    implements Metric {
  /** Twenty bins of the prediction. */
  public PredictionHistogram() {
    this(20, "prediction");
  }

  /** Refuses what is no column name. */
  public PredictionHistogram {
    NamedColumn.of(column);
  }

  private BitHistogram histogram() {
    return BitHistogram.of(NamedColumn.of(column));
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(histogram());
  }

  @Override
  public MetricValue value(StateView states) {
    Distribution fine = states.state(histogram()).distribution();
    BigInteger total = fine.total();
    if (total.signum() == 0) {
      return MetricValue.undefined("all weights are below 2^-60");
    }
    List<List<Double>> points = new ArrayList<>();
    BigInteger before = BigInteger.ZERO;
    int first = 0;
    BigInteger mass = BigInteger.ZERO;
    for (int bin = 0; bin < fine.size(); bin++) {
      mass = mass.add(fine.mass()[bin]);
      BigInteger next = before.add(fine.mass()[bin]);
      // A fine bin belongs where it begins: to bin ⌊bins·(mass before it)/total⌋.
      if (bin + 1 == fine.size() || !place(before, total).equals(place(next, total))) {
        double unit = Math.scalb(1.0, -fine.unitBits());
        double n = mass.doubleValue() * unit;
        points.add(List.of(fine.low()[first] + 0.0, fine.high()[bin] + 0.0, n));
        first = bin + 1;
        mass = BigInteger.ZERO;
      }
      before = next;
    }
    return new Curve(List.of("low", "high", "n"), points);
  }

  private BigInteger place(BigInteger before, BigInteger total) {
    return before.multiply(BigInteger.valueOf(bins)).divide(total);
  }
}
