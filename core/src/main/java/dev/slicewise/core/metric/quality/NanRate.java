package dev.slicewise.core.metric.quality;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Skip;

/**
 * How often a column is not a number; everything else about it stands in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "nan_rate",
    presets = {"label_nan_rate = column: label", "prediction_nan_rate = column: prediction"},
    summary = "NaN rate: the share of rows in which a column is NaN.",
    formula = "#{column is NaN} / n_rows; detail n is the number of rows",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no rows, or no row of positive weight: undefined",
      "every row NaN: 1",
      "weighted rows: rows are counted, not weight, those of weight 0 included"
    },
    use =
        "A NaN is a computation that failed (0/0, a missing value in pandas), not a value that was never there.")
public record NanRate(@Parameter(doc = NamedColumn.DOC) String column) implements SkippedRate {
  /** Of the column in the role value. */
  public NanRate() {
    this(NamedColumn.VALUE);
  }

  /** Refuses what is no column name. */
  public NanRate {
    NamedColumn.of(column);
  }

  @Override
  public Skip reason() {
    return Skip.NAN;
  }
}
