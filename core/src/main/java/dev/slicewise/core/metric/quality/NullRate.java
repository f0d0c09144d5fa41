package dev.slicewise.core.metric.quality;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Skip;

/** How often a column is NULL; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "null_rate",
    aliases = {"missing_rate"},
    presets = {"label_null_rate = column: label", "prediction_null_rate = column: prediction"},
    summary = "Null rate: the share of rows in which a column is NULL.",
    formula = "#{column is NULL} / n_rows; detail n is the number of rows",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no rows, or no row of positive weight: undefined",
      "every row NULL: 1",
      "weighted rows: rows are counted, not weight, those of weight 0 included"
    },
    use =
        "Missing values that come in waves are the earliest sign of a broken feed. NaN is not NULL: nan_rate counts it.")
public record NullRate(@Parameter(doc = NamedColumn.DOC) String column) implements SkippedRate {
  /** Of the column in the role value. */
  public NullRate() {
    this(NamedColumn.VALUE);
  }

  /** Refuses what is no column name. */
  public NullRate {
    NamedColumn.of(column);
  }

  @Override
  public Skip reason() {
    return Skip.NULL;
  }
}
