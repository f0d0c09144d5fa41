package dev.slicewise.jobs.drift;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.drift.ColumnQuestion;
import dev.slicewise.core.metric.drift.DriftMethod;
import dev.slicewise.core.metric.drift.DriftQuestion;
import dev.slicewise.core.metric.drift.MetricQuestion;
import dev.slicewise.jobs.failure.JobException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is asked of each pair of sides.
 *
 * @param byColumn of each column's distribution
 * @param ofMetrics of values of metrics
 * @param minRows usable rows a side below which nothing is decided
 */
record Questions(
    Map<DriftColumn, List<ColumnQuestion>> byColumn, List<MetricQuestion> ofMetrics, long minRows) {

  /**
   * The questions to columns and metrics.
   *
   * @param methods null for what is usual for a column's kind
   */
  static Questions of(
      List<DriftColumn> columns,
      List<DriftMethod> methods,
      List<NamedMetric> metrics,
      DriftLimits limits,
      QuestionOptions said) {
    limits.expectAsked(columns.stream().map(DriftColumn::name).toList(), metrics);
    Map<DriftColumn, List<ColumnQuestion>> byColumn = new LinkedHashMap<>();
    Set<DriftMethod> used = new LinkedHashSet<>();
    for (DriftColumn column : columns) {
      List<ColumnQuestion> questions = new ArrayList<>();
      for (DriftMethod method : methods(methods, column)) {
        used.add(method);
        questions.add(
            new ColumnQuestion(
                method,
                column.role(),
                column.kind(),
                limits.of(method, column.name()),
                said.minRows));
      }
      byColumn.put(column, questions);
    }
    for (DriftMethod method : methods == null ? List.<DriftMethod>of() : methods) {
      if (!used.contains(method)) {
        throw JobException.usage(
            "expected a column that "
                + method.id()
                + " can compare, one of "
                + String.join(
                    " or ", method.kinds().stream().map(Questions::word).sorted().toList())
                + ", found none among "
                + String.join(", ", columns.stream().map(DriftColumn::name).toList())
                + ".");
      }
    }
    List<MetricQuestion> ofMetrics = new ArrayList<>();
    for (NamedMetric metric : metrics) {
      ofMetrics.add(new MetricQuestion(metric, limits.of(metric), said.confidence, said.minRows));
    }
    return new Questions(byColumn, ofMetrics, said.minRows);
  }

  private static String word(Enum<?> kind) {
    return dev.slicewise.core.metric.ParameterInfo.text(kind);
  }

  private static List<DriftMethod> methods(List<DriftMethod> asked, DriftColumn column) {
    List<DriftMethod> methods = new ArrayList<>();
    for (DriftMethod method : asked == null ? DriftMethod.defaults(column.kind()) : asked) {
      if (method.kinds().contains(column.kind())) {
        methods.add(method);
      }
    }
    if (!methods.contains(DriftMethod.MISSING_RATE_SHIFT)) {
      methods.add(DriftMethod.MISSING_RATE_SHIFT);
    }
    return methods;
  }

  /** Everything, in order. */
  List<DriftQuestion> all() {
    List<DriftQuestion> all = new ArrayList<>();
    byColumn.values().forEach(all::addAll);
    all.addAll(ofMetrics);
    return all;
  }

  List<DriftColumn> columns() {
    return new ArrayList<>(byColumn.keySet());
  }
}
