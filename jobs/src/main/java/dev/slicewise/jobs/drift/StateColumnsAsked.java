package dev.slicewise.jobs.drift;

import dev.slicewise.core.compare.ColumnChoice;
import dev.slicewise.core.compare.DriftColumn;
import dev.slicewise.core.compare.RememberedDrift;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What stored states can be asked: the columns whose profile they remember, and the metrics.
 *
 * @param columns to compare
 * @param metrics whose change is shown
 */
record StateColumnsAsked(List<DriftColumn> columns, List<NamedMetric> metrics) {
  /** What flags ask of the states of a suite; everything, where they name nothing. */
  static StateColumnsAsked of(Suite suite, QuestionOptions asked) {
    List<ColumnChoice> choices = asked.columns == null ? null : asked.choices();
    try {
      RememberedDrift remembered =
          RememberedDrift.of(EvaluationPlan.of(suite), choices, asked.namedMetrics());
      return new StateColumnsAsked(remembered.columns(), remembered.metrics());
    } catch (IllegalArgumentException e) {
      throw JobException.usage(Failures.sentence(e.getMessage()), e);
    }
  }

  /** The states of the slice definitions that flags ask for; all, where they name none. */
  static Dataset<Row> ofSlices(Dataset<Row> states, QuestionOptions asked) {
    List<SliceSpec> specs = asked.sliceSpecs();
    if (specs == null) {
      return states;
    }
    List<String> stored =
        states
            .select("definition")
            .distinct()
            .as(org.apache.spark.sql.Encoders.STRING())
            .collectAsList();
    for (SliceSpec spec : specs) {
      if (!stored.contains(spec.text())) {
        throw JobException.usage(
            "expected slice definitions that are stored ("
                + String.join(
                    "; ", stored.stream().map(text -> "\"" + text + "\"").sorted().toList())
                + "), found --slice \""
                + spec.text()
                + "\"; `slicewise merge` makes coarser ones.");
      }
    }
    Object[] texts = specs.stream().map(SliceSpec::text).toArray();
    return states.filter(functions.col("definition").isin(texts));
  }
}
