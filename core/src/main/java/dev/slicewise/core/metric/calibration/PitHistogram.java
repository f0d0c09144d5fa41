package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Curve;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.ArrayList;
import java.util.List;

/** How often labels fall into each part of their forecast distribution. */
@MetricInfo(
    id = "pit_histogram",
    summary =
        "PIT histogram: how many labels fall into each of n_bins equally likely parts of"
            + " their forecast.",
    formula =
        "counts of min(n_bins − 1, floor(u·n_bins)), u = Phi((y − prediction) / stddev) or cdf",
    units = "rows",
    range = "[0, inf)",
    better = Direction.NONE,
    curve = true,
    edges = {
      "no usable rows: undefined",
      "stddev <= 0, or cdf outside [0, 1]: the row is skipped and counted as n_domain",
      "an empty bin: a count of 0",
      "weighted rows: weights instead of counts"
    },
    use =
        "Flat when forecasts are right. A U shape says that they are too sure of"
            + " themselves, a hump that they are too wide, a slope that they are biased. Flatness"
            + " over all rows does not mean flatness in every slice.",
    source = "Dawid 1984, doi:10.2307/2981683; Gneiting, Balabdaoui, Raftery 2007")
public record PitHistogram(
    @Parameter(doc = "number of equal-width bins of u", range = "[2, 4096]") int nBins,
    @Parameter(doc = ProbabilityIntegralTransform.INPUT_DOC) ForecastForm input)
    implements Metric {
  private static final List<String> COLUMNS = List.of("low", "high", "n");

  /** The default: 20 bins. */
  public PitHistogram() {
    this(20, ForecastForm.NORMAL);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(ProbabilityIntegralTransform.bins(input, nBins));
  }

  @Override
  public MetricValue value(StateView states) {
    Dyadic[] counts = ProbabilityIntegralTransform.counts(states, input, nBins);
    List<List<Double>> points = new ArrayList<>();
    for (int i = 0; i < nBins; i++) {
      points.add(List.of((double) i / nBins, (i + 1.0) / nBins, counts[i].toDouble()));
    }
    return new Curve(COLUMNS, points);
  }
}
