package dev.slicewise.jobs.drift;

import dev.slicewise.core.compare.DriftColumn;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.input.InputSource;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.EvaluationException;
import dev.slicewise.spark.SliceTable;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The one pass over rows: a profile of every column and every metric, for all slices.
 *
 * @param columns what is compared, and the roles that are read
 * @param metrics whose change is shown
 * @param asked the flags
 */
record RowEvaluation(RowColumns columns, List<NamedMetric> metrics, QuestionOptions asked) {
  /** The columns and metrics that flags ask of rows. */
  static RowEvaluation of(Dataset<Row> rows, QuestionOptions asked) {
    RowColumns columns = new RowColumns(rows, asked.choices(), asked.roleColumns());
    List<NamedMetric> metrics = asked.namedMetrics() == null ? List.of() : asked.namedMetrics();
    if (columns.columns().isEmpty() && metrics.isEmpty()) {
      throw JobException.usage(
          "expected --columns to compare, such as --columns distance,carrier, or --metrics with"
              + " --label and --prediction, found none.");
    }
    return new RowEvaluation(columns, metrics, asked);
  }

  List<SliceSpec> slices() {
    return asked.sliceSpecs() == null ? List.of(SliceSpec.ALL) : asked.sliceSpecs();
  }

  /** The same questions to other rows, whose columns may be found otherwise. */
  RowEvaluation on(Dataset<Row> others) {
    RowColumns theirs = new RowColumns(others, asked.choices(), asked.roleColumns());
    RowColumns.settle(columns, theirs);
    return new RowEvaluation(theirs, metrics, asked);
  }

  /**
   * Reads the rows.
   *
   * @param side which they are, for complaints
   */
  SliceTable run(InputSource input, Dataset<Row> rows, List<SliceSpec> slices, String side) {
    Evaluation evaluation = Evaluation.of(rows).slices(slices.toArray(new SliceSpec[0]));
    columns.roles().forEach(evaluation::role);
    for (DriftColumn column : columns.columns()) {
      evaluation.metrics(
          "column_profile(column="
              + column.role()
              + ",kind="
              + ParameterInfo.text(column.kind())
              + ")");
    }
    metrics.forEach(metric -> evaluation.metrics(metric.text()));
    if (asked.positiveLabel != null) {
      evaluation.positiveLabel(asked.positiveLabel);
    }
    evaluation.confidence(asked.confidence);
    try {
      return evaluation.run();
    } catch (EvaluationException e) {
      if (input.isEmptyText()) {
        throw SideSource.nothing("rows in the " + side, "none");
      }
      String said = e.getMessage().replace("slice slicewise_window", "--time-column");
      throw JobException.usage(side + ": " + Failures.sentence(said), e);
    }
  }
}
