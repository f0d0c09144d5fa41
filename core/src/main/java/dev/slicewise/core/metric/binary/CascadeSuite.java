package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Curve;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.ArrayList;
import java.util.List;

/** A two-stage filter in one line; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "cascade_suite",
    aliases = {"cascade"},
    summary = "Cascade suite: the six shares of a two-stage filter side by side.",
    formula =
        "(stage1_recall, stage1_pass_rate, stage2_precision, stage2_conditional_recall,"
            + " overall_recall, overall_precision), each as the metric of that name",
    range = "[0, 1]",
    better = Direction.HIGHER,
    curve = true,
    edges = {
      "a share of nothing: null in its column",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use =
        "A filter for recall before a filter for precision: read where positives are lost and what"
            + " the first stage costs the second.")
public record CascadeSuite(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements Metric {
  private static final List<String> COLUMNS =
      List.of(
          "stage1_recall",
          "stage1_pass_rate",
          "stage2_precision",
          "stage2_conditional_recall",
          "overall_recall",
          "overall_precision");

  /** Flags of 0 and 1. */
  public CascadeSuite() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  private List<Metric> shares() {
    return List.of(
        new Stage1Recall(threshold),
        new Stage1PassRate(threshold),
        new Stage2Precision(threshold),
        new Stage2ConditionalRecall(threshold),
        new OverallRecall(threshold),
        new OverallPrecision(threshold));
  }

  @Override
  public List<Statistic<?>> needs() {
    return shares().get(0).needs();
  }

  @Override
  public MetricValue value(StateView states) {
    List<Double> line = new ArrayList<>();
    for (Metric share : shares()) {
      line.add(share.value(states) instanceof MetricValue.Scalar scalar ? scalar.value() : null);
    }
    return new Curve(COLUMNS, List.of(line));
  }
}
