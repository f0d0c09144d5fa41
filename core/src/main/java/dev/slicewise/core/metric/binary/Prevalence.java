package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.statistic.CellCounts;

/** P / n; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "prevalence",
    aliases = {"base_rate", "positive_rate"},
    summary = "Prevalence: the share of rows with label 1.",
    formula = "P / n",
    range = "[0, 1]",
    better = Direction.NONE,
    edges = {"no usable rows: undefined", "label other than 0 or 1: row skipped, n_domain"},
    use = "What precision, F1 and average precision of a random score are measured against.",
    source = "weighted mean of the label")
public record Prevalence() implements CellRatio {
  @Override
  public CellCounts table() {
    return Confusion.LABELS;
  }

  @Override
  public double[] numerator() {
    return new double[] {0, 1};
  }

  @Override
  public double[] denominator() {
    return new double[] {1, 1};
  }

  @Override
  public String whenZero() {
    return "no rows";
  }
}
