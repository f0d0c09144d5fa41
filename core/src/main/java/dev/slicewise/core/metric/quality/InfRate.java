package dev.slicewise.core.metric.quality;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Skip;

/** How often a column is infinite; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "inf_rate",
    aliases = {"infinity_rate"},
    presets = {"label_inf_rate = column: label", "prediction_inf_rate = column: prediction"},
    summary = "Infinity rate: the share of rows in which a column is plus or minus infinity.",
    formula = "#{column is infinite} / n_rows; detail n is the number of rows",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no rows, or no row of positive weight: undefined",
      "every row infinite: 1",
      "weighted rows: rows are counted, not weight, those of weight 0 included"
    },
    use =
        "Overflow or a division by zero upstream; one such row would make any mean infinite, so they are skipped and counted.")
public record InfRate(@Parameter(doc = NamedColumn.DOC) String column) implements SkippedRate {
  /** Of the column in the role value. */
  public InfRate() {
    this(NamedColumn.VALUE);
  }

  /** Refuses what is no column name. */
  public InfRate {
    NamedColumn.of(column);
  }

  @Override
  public Skip reason() {
    return Skip.INF;
  }
}
