package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.NonInferiority;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.ArrayList;
import java.util.List;

/** The change of any metric; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "metric_drift",
    summary =
        "Metric drift: the value of any metric on the current rows less that on the reference.",
    formula = "metric(current) − metric(reference); details reference and current",
    units = "units of the metric",
    range = "(-inf, inf)",
    better = Direction.ZERO,
    edges = {
      "the metric undefined or without rows on a side: undefined",
      "margin given: details z, p_value and non_inferior = 1 where p_value < 0.05",
      "margin given, and no standard error or one of 0: no test",
      "a split that is neither side: row skipped, n_domain; NULL: row skipped, n_null"
    },
    exactness = "as exact as the metric on both sides; one rounding more",
    use =
        "Whether a model got worse, with an interval, from labels that arrived. With a margin, the"
            + " test that it did not by so much: absence of a significant change is not evidence of"
            + " none.",
    source = "Zou and Donner 2008 for the interval; z = (worsening − margin)/se against −1.645")
public record MetricDrift(
    @Parameter(doc = MetricChange.METRIC) String metric,
    @Parameter(
            doc = "by how much worse would be tolerated, in units of the metric; null: no test",
            range = "[0, inf)")
        Double margin,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements MetricChange {
  private static final double SIGNIFICANT = 0.05;
  private static final double CONFIDENCE = 0.95;

  /** Of the mean absolute error, current against reference, without a margin. */
  public MetricDrift() {
    this("mean_absolute_error", null, "reference", "current");
  }

  @Override
  public List<Statistic<?>> ofEachSide() {
    List<Statistic<?>> needs = new ArrayList<>(MetricChange.super.ofEachSide());
    if (margin != null) {
      sign();
      needs.addAll(named().metric().interval().needs());
    }
    return needs;
  }

  /** 1 when more is worse, −1 when less is. */
  private int sign() {
    CatalogEntry entry = MetricCatalog.standard().entry(named().id());
    Direction better = entry.metricInfo().map(MetricInfo::better).orElse(Direction.LOWER);
    if (better != Direction.LOWER && better != Direction.HIGHER) {
      throw new IllegalArgumentException(
          "expected a metric of which less or more is better for a margin, found " + metric);
    }
    return better == Direction.LOWER ? 1 : -1;
  }

  @Override
  public MetricValue compare(StateView reference, StateView current) {
    MetricValue value = MetricChange.super.compare(reference, current);
    if (margin == null || !(value instanceof MetricValue.Scalar change)) {
      return value;
    }
    Double standardError =
        interval(reference, current, CONFIDENCE).map(Interval::standardError).orElse(null);
    if (standardError == null || standardError == 0) {
      return value;
    }
    NonInferiority test = NonInferiority.of(sign() * change.value(), standardError, margin);
    return change
        .with("z", test.z())
        .with("p_value", test.p())
        .with("non_inferior", test.p() < SIGNIFICANT ? 1 : 0);
  }
}
