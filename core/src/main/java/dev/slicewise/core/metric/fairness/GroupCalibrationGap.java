package dev.slicewise.core.metric.fairness;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.calibration.SignedCalibrationError;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * max − min of mean prediction less mean label; everything else about it stands in its {@link
 * MetricInfo}.
 */
@MetricInfo(
    id = "group_calibration_gap",
    summary =
        "Group calibration gap: how far groups are apart in by how much probabilities are too "
            + "high on average.",
    formula =
        "max − min over groups of Σ w·(p − y) / W; detail max_group_ece: the largest expected "
            + "calibration error of a group",
    units = "probability",
    range = "[0, 2]",
    better = Direction.LOWER,
    edges = {
      "fewer than two groups of min_group_size rows with a value: undefined",
      "a smaller group: left out, detail groups_small counts them",
      "probability outside [0, 1]: row skipped, n_domain",
      "sensitive is NULL: row skipped, n_null",
      "more than 1,000 groups: those kept by hash, detail groups_truncated = 1",
      "no usable rows: undefined"
    },
    exactness = "the values of groups are as exact as the metric; one rounding more",
    use =
        "Whether a probability means the same for every group; calibration over all rows can hide"
            + " two opposite errors. Small groups have a large calibration error from noise alone.",
    source = "Pleiss et al. 2017, arXiv:1709.02012")
public record GroupCalibrationGap(
    @Parameter(doc = "number of equal-width bins of the calibration error", range = "[1, 10000]")
        int nBins,
    @Parameter(doc = Against.DOC) Against method,
    @Parameter(doc = Groups.MIN_GROUP_SIZE, range = Groups.ROWS) int minGroupSize)
    implements GroupComparison {
  /** 15 bins, between groups of 30 rows or more. */
  public GroupCalibrationGap() {
    this(15, Against.BETWEEN_GROUPS, Groups.DEFAULT_SIZE);
  }

  private Metric calibrationError() {
    String metric = "expected_calibration_error(n_bins=" + nBins + ")";
    return MetricCatalog.standard().parseScalar(metric).metric();
  }

  @Override
  public List<Metric> compared() {
    return List.of(new SignedCalibrationError());
  }

  @Override
  public Gap gap() {
    return Gap.DIFFERENCE;
  }

  @Override
  public List<Statistic<?>> needs() {
    List<Statistic<?>> needs = new ArrayList<>(GroupComparison.super.needs());
    needs.addAll(Groups.needs(List.of(calibrationError())));
    return needs;
  }

  @Override
  public MetricValue value(StateView states) {
    MetricValue gap = GroupComparison.super.value(states);
    Groups errors = Groups.of(states, calibrationError(), minGroupSize);
    return gap instanceof MetricValue.Scalar scalar && !errors.groups().isEmpty()
        ? scalar.with("max_group_ece", errors.highest().value())
        : gap;
  }
}
