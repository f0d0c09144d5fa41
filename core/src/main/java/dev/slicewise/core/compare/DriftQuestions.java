package dev.slicewise.core.compare;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.metric.drift.ColumnQuestion;
import dev.slicewise.core.metric.drift.DriftMethod;
import dev.slicewise.core.metric.drift.DriftQuestion;
import dev.slicewise.core.metric.drift.MetricQuestion;
import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.statistic.StateView;
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
public record DriftQuestions(
    Map<DriftColumn, List<ColumnQuestion>> byColumn, List<MetricQuestion> ofMetrics, long minRows) {

  /**
   * Under which conditions answers decide anything.
   *
   * @param limits what counts as drift
   * @param confidence of the intervals of changes of metrics, in (0, 1)
   * @param minRows usable rows a side below which nothing is decided
   */
  public record Rules(DriftThresholds limits, double confidence, long minRows) {
    /** Refuses numbers that mean nothing. */
    public Rules {
      if (!(confidence > 0 && confidence < 1)) {
        throw new IllegalArgumentException("expected confidence in (0, 1), found " + confidence);
      }
      if (minRows < 1) {
        throw new IllegalArgumentException("expected min_rows of at least 1, found " + minRows);
      }
    }
  }

  /**
   * The questions to columns and metrics.
   *
   * @param methods null for what is usual for a column's kind
   * @throws IllegalArgumentException when a method applies to no column, or a limit to nothing
   */
  public static DriftQuestions of(
      List<DriftColumn> columns,
      List<DriftMethod> methods,
      List<NamedMetric> metrics,
      Rules rules) {
    rules.limits().expectAsked(columns.stream().map(DriftColumn::name).toList(), metrics);
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
                rules.limits().of(method, column.name()),
                rules.minRows()));
      }
      byColumn.put(column, questions);
    }
    for (DriftMethod method : methods == null ? List.<DriftMethod>of() : methods) {
      if (!used.contains(method)) {
        throw new IllegalArgumentException(
            "expected a column that "
                + method.id()
                + " can compare, one of "
                + String.join(
                    " or ", method.kinds().stream().map(DriftQuestions::word).sorted().toList())
                + ", found none among "
                + String.join(", ", columns.stream().map(DriftColumn::name).toList()));
      }
    }
    List<MetricQuestion> ofMetrics = new ArrayList<>();
    for (NamedMetric metric : metrics) {
      ofMetrics.add(
          new MetricQuestion(
              metric, rules.limits().of(metric), rules.confidence(), rules.minRows()));
    }
    return new DriftQuestions(byColumn, ofMetrics, rules.minRows());
  }

  /**
   * Reads {@code psi,ks_statistic,js_distance(bins=20)}, each method once.
   *
   * @throws IllegalArgumentException when there is no such method, naming the nearest
   */
  public static List<DriftMethod> methods(List<String> said) {
    Set<DriftMethod> asked = new LinkedHashSet<>();
    for (String list : said) {
      Dimension.Syntax.split(list).forEach(text -> asked.add(DriftMethod.parse(text)));
    }
    return new ArrayList<>(asked);
  }

  private static String word(Enum<?> kind) {
    return ParameterInfo.text(kind);
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

  /**
   * The answers for one slice, in the order of the questions.
   *
   * @param reference null when the slice has no row there
   * @param current null likewise
   */
  public List<DriftFinding> ask(StateView reference, StateView current) {
    List<DriftFinding> findings = new ArrayList<>();
    byColumn.forEach(
        (column, questions) ->
            questions.forEach(
                question ->
                    findings.add(
                        new DriftFinding(
                            column.name(), question, question.ask(reference, current), null))));
    for (MetricQuestion question : ofMetrics) {
      findings.add(
          new DriftFinding(question.subject(), question, question.ask(reference, current), null));
    }
    return findings;
  }

  /** Everything, in order. */
  public List<DriftQuestion> all() {
    List<DriftQuestion> all = new ArrayList<>();
    byColumn.values().forEach(all::addAll);
    all.addAll(ofMetrics);
    return all;
  }

  /** What is compared by its distribution. */
  public List<DriftColumn> columns() {
    return new ArrayList<>(byColumn.keySet());
  }
}
