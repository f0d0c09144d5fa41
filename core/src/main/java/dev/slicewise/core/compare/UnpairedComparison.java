package dev.slicewise.core.compare;

import dev.slicewise.core.interval.DifferenceTest;
import dev.slicewise.core.interval.IndependentDifference;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.SliceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One metric on different rows: two models on their own traffic, or one on two windows. Far less
 * sure than a paired comparison of as many rows, since what makes rows hard does not cancel.
 */
public final class UnpairedComparison {
  private UnpairedComparison() {}

  /**
   * Compares two results of the same metric on independent rows.
   *
   * @param model the result in question
   * @param baseline what it is compared with
   * @param margin how much worse is tolerated, or null
   * @param confidence of the intervals of both
   */
  public static Comparison of(
      MetricResult model, MetricResult baseline, Double margin, double confidence) {
    if (!(model.value() instanceof MetricValue.Scalar a)) {
      return undefined(model, baseline, model.value(), margin, "model: ");
    }
    if (!(baseline.value() instanceof MetricValue.Scalar b)) {
      return undefined(model, baseline, baseline.value(), margin, "baseline: ");
    }
    if (Double.isNaN(a.value() - b.value())) {
      return Comparison.undefined(model, baseline.weight(), margin, "both values are infinite");
    }
    Optional<Interval> ofModel = Optional.ofNullable(model.interval());
    Optional<Interval> ofBaseline = Optional.ofNullable(baseline.interval());
    Optional<Interval> interval =
        ofModel.isEmpty() || ofBaseline.isEmpty()
            ? Optional.empty()
            : IndependentDifference.combined(
                a.value(), ofModel.get(), b.value(), ofBaseline.get(), confidence);
    return Comparison.of(
        model.metric(),
        a.value(),
        b.value(),
        interval,
        interval.flatMap(i -> test(i, a.value() - b.value())),
        model,
        baseline.weight(),
        Optional.empty(),
        margin);
  }

  /**
   * The metrics of a plan that are numbers.
   *
   * @param asked which of them; all when empty
   * @throws IllegalArgumentException when the plan's states do not remember what one needs
   */
  public static List<NamedMetric> metrics(EvaluationPlan plan, List<NamedMetric> asked) {
    asked.forEach(plan::expectRemembered);
    return (asked.isEmpty() ? plan.suite().metrics() : asked)
        .stream()
            .filter(metric -> MetricCatalog.standard().entry(metric.id()).isScalar())
            .distinct()
            .toList();
  }

  /**
   * One slice by every metric.
   *
   * @param model null for a slice that is gone
   * @param baseline null for a new slice; not both are null
   * @param margins how much worse is tolerated, by the metric's text
   */
  public static List<Comparison> of(
      SliceState model,
      SliceState baseline,
      List<NamedMetric> metrics,
      Map<String, Double> margins,
      Finish finish) {
    List<MetricResult> after = model == null ? null : finish.results(model, metrics);
    List<MetricResult> before = baseline == null ? null : finish.results(baseline, metrics);
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < metrics.size(); i++) {
      Double margin = margins.get(metrics.get(i).text());
      comparisons.add(
          after == null
              ? vanished(before.get(i), margin)
              : before == null
                  ? appeared(after.get(i), margin)
                  : of(after.get(i), before.get(i), margin, finish.confidence()));
    }
    return comparisons;
  }

  /** A slice that the model has rows of and the baseline has not. */
  public static Comparison appeared(MetricResult model, Double margin) {
    Comparison only =
        Comparison.undefined(model, 0, margin, "the slice is new: the baseline has no such rows");
    return only.withValues(number(model), null);
  }

  /** A slice that the baseline has rows of and the model has not. */
  public static Comparison vanished(MetricResult baseline, Double margin) {
    MetricResult none =
        new MetricResult(baseline.metric(), baseline.value(), null, 0, 0, baseline.counters());
    Comparison only =
        Comparison.undefined(
            none, baseline.weight(), margin, "the slice is gone: the model has no such rows");
    return only.withValues(null, number(baseline));
  }

  private static Double number(MetricResult result) {
    return result.value() instanceof MetricValue.Scalar scalar ? (Double) scalar.value() : null;
  }

  private static Optional<DifferenceTest> test(Interval interval, double difference) {
    return interval
        .pValueOfZero(difference)
        .map(
            p ->
                new DifferenceTest(
                    interval.method().equals("welch") ? "welch t" : "unpaired z", p));
  }

  private static Comparison undefined(
      MetricResult model, MetricResult baseline, MetricValue value, Double margin, String whose) {
    String reason =
        value instanceof MetricValue.Undefined undefined ? undefined.reason() : "not a number";
    return Comparison.undefined(model, baseline.weight(), margin, whose + reason)
        .withValues(number(model), number(baseline));
  }
}
