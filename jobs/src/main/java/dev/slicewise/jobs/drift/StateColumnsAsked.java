package dev.slicewise.jobs.drift;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.metric.drift.ColumnKind;
import dev.slicewise.core.metric.drift.ColumnProfile;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final Map<ColumnKind, String> TYPES =
      Map.of(
          ColumnKind.NUMBERS,
          "double",
          ColumnKind.CATEGORIES,
          "string",
          ColumnKind.EMBEDDING,
          "array<double>");

  /** What flags ask of the states of a suite; everything, where they name nothing. */
  static StateColumnsAsked of(Suite suite, QuestionOptions asked) {
    EvaluationPlan plan = EvaluationPlan.of(suite);
    Map<String, DriftColumn> profiled = new LinkedHashMap<>();
    List<NamedMetric> metrics = new ArrayList<>();
    for (NamedMetric metric : suite.metrics()) {
      if (metric.metric() instanceof ColumnProfile profile) {
        profiled.put(
            profile.column() + ":" + ParameterInfo.text(profile.kind()),
            new DriftColumn(
                profile.column(), profile.column(), profile.kind(), TYPES.get(profile.kind())));
      } else if (MetricCatalog.standard().entry(metric.id()).isScalar()) {
        metrics.add(metric);
      }
    }
    List<NamedMetric> named = asked.namedMetrics();
    if (named != null) {
      try {
        named.forEach(plan::expectRemembered);
      } catch (IllegalArgumentException e) {
        throw JobException.usage("--metrics: " + Failures.sentence(e.getMessage()), e);
      }
    }
    return new StateColumnsAsked(columns(profiled, asked), named == null ? metrics : named);
  }

  private static List<DriftColumn> columns(
      Map<String, DriftColumn> profiled, QuestionOptions asked) {
    if (asked.columns == null) {
      return new ArrayList<>(profiled.values());
    }
    List<DriftColumn> columns = new ArrayList<>();
    for (ColumnChoice choice : asked.choices()) {
      DriftColumn found = null;
      for (DriftColumn column : profiled.values()) {
        boolean same = column.name().equalsIgnoreCase(choice.name());
        if (same && (choice.kind() == null || choice.kind() == column.kind())) {
          found = column;
        }
      }
      if (found == null) {
        throw JobException.usage(
            "expected columns whose profile the states remember ("
                + (profiled.isEmpty() ? "none" : String.join(", ", profiled.keySet()))
                + "), found "
                + choice.name()
                + "; evaluate again with column_profile(column="
                + choice.name()
                + ") in --metrics.");
      }
      columns.add(found);
    }
    return columns;
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
