package dev.slicewise.core.compare;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.metric.drift.ColumnKind;
import dev.slicewise.core.metric.drift.ColumnProfile;
import dev.slicewise.core.plan.EvaluationPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stored states can be asked: the columns whose profile they remember, and the metrics.
 *
 * @param columns to compare
 * @param metrics whose change is shown
 */
public record RememberedDrift(List<DriftColumn> columns, List<NamedMetric> metrics) {
  private static final Map<ColumnKind, String> TYPES =
      Map.of(
          ColumnKind.NUMBERS,
          "double",
          ColumnKind.CATEGORIES,
          "string",
          ColumnKind.EMBEDDING,
          "array<double>");

  /**
   * What is asked of the states of a plan.
   *
   * @param columns null for all that are remembered
   * @param metrics null for all of the suite
   * @throws IllegalArgumentException when the states do not remember what is asked
   */
  public static RememberedDrift of(
      EvaluationPlan plan, List<ColumnChoice> columns, List<NamedMetric> metrics) {
    Map<String, DriftColumn> profiled = new LinkedHashMap<>();
    List<NamedMetric> numbers = new ArrayList<>();
    for (NamedMetric metric : plan.suite().metrics()) {
      if (metric.metric() instanceof ColumnProfile profile) {
        profiled.put(
            profile.column() + ":" + ParameterInfo.text(profile.kind()),
            new DriftColumn(
                profile.column(), profile.column(), profile.kind(), TYPES.get(profile.kind())));
      } else if (MetricCatalog.standard().entry(metric.id()).isScalar()) {
        numbers.add(metric);
      }
    }
    if (metrics != null) {
      metrics.forEach(plan::expectRemembered);
    }
    return new RememberedDrift(
        columns == null ? new ArrayList<>(profiled.values()) : chosen(profiled, columns),
        metrics == null ? numbers : metrics);
  }

  private static List<DriftColumn> chosen(
      Map<String, DriftColumn> profiled, List<ColumnChoice> choices) {
    List<DriftColumn> columns = new ArrayList<>();
    for (ColumnChoice choice : choices) {
      DriftColumn found = null;
      for (DriftColumn column : profiled.values()) {
        boolean same = column.name().equalsIgnoreCase(choice.name());
        if (same && (choice.kind() == null || choice.kind() == column.kind())) {
          found = column;
        }
      }
      if (found == null) {
        throw new IllegalArgumentException(
            "expected columns whose profile the states remember ("
                + (profiled.isEmpty() ? "none" : String.join(", ", profiled.keySet()))
                + "), found "
                + choice.name()
                + "; evaluate again with the metric column_profile(column="
                + choice.name()
                + ")");
      }
      columns.add(found);
    }
    return columns;
  }
}
