package dev.slicewise.core.metric.quality;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.RateOfRows;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Parameter;

/** How often a column is zero; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "zero_rate",
    presets = {"label_zero_rate = column: label", "prediction_zero_rate = column: prediction"},
    summary = "Zero rate: the share of a column's usable rows that hold 0.",
    formula = "Σ w·1{x = 0} / W over the rows where the column is usable",
    units = "none",
    range = "[0, 1]",
    better = Direction.NONE,
    edges = {"no usable rows: undefined", "−0.0: counts as 0"},
    use =
        "Missing values that were filled with 0 show here; so does a label of which percentages cannot be taken.")
public record ZeroRate(@Parameter(doc = NamedColumn.DOC) String column) implements RateOfRows {
  /** Of the column in the role value. */
  public ZeroRate() {
    this(NamedColumn.VALUE);
  }

  /** Refuses what is no column name. */
  public ZeroRate {
    NamedColumn.of(column);
  }

  @Override
  public CellCounts table() {
    return CellCounts.of(new Compare(NamedColumn.of(column), Compare.Relation.EQUAL, 0));
  }

  @Override
  public double[] counted() {
    return new double[] {0, 1};
  }
}
