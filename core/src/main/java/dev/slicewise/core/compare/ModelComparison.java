package dev.slicewise.core.compare;

import dev.slicewise.core.interval.DifferenceTest;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.interval.PairedMethod;
import dev.slicewise.core.interval.PairedRows;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.comparison.MetricDifference;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.statistic.StateView;
import java.util.List;
import java.util.Optional;

/**
 * A model and its baseline on the same rows, one metric: asked of the states of any slice.
 *
 * @param model the role of the model's predictions
 * @param baseline the role of the baseline's
 * @param metric what is compared
 * @param margin how much worse is tolerated in units of the metric, or null
 */
public record ModelComparison(String model, String baseline, NamedMetric metric, Double margin) {
  /** The test of the jackknife's own interval. */
  private static final String JACKKNIFE = "jackknife t";

  /** What has to be remembered of the rows. */
  public NamedMetric question() {
    // Quotes of the metric's own text cannot stand within quotes.
    if (metric.text().indexOf('\'') >= 0) {
      throw new IllegalArgumentException(
          "expected metrics whose parameters need no quotes, found " + metric.text());
    }
    return MetricCatalog.standard()
        .parse(
            "metric_difference(metric='"
                + metric.text()
                + "',model="
                + model
                + ",other="
                + baseline
                + ")");
  }

  /** Whether the difference is a mean over rows, so that windows of it are a series. */
  public boolean isOfMeans() {
    MetricDifference difference = (MetricDifference) question().metric();
    return difference.method().map(PairedMethod::isOfMeans).orElse(false);
  }

  /** The answers for one slice, in the order of the questions. */
  public static List<Comparison> of(
      SliceState state, Finish finish, List<ModelComparison> questions) {
    List<NamedMetric> asked = questions.stream().map(ModelComparison::question).toList();
    List<MetricResult> results = finish.results(state, asked);
    StateView view = state.view();
    boolean closed = state.plan().suite().intervals();
    List<Comparison> comparisons = new java.util.ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      comparisons.add(questions.get(i).answer(results.get(i), view, closed));
    }
    return comparisons;
  }

  private Comparison answer(MetricResult result, StateView view, boolean closed) {
    if (!(result.value() instanceof MetricValue.Scalar scalar)) {
      String reason =
          result.value() instanceof MetricValue.Undefined undefined
              ? undefined.reason()
              : "not a number";
      return Comparison.undefined(result, result.weight(), margin, reason).named(metric);
    }
    MetricDifference difference = (MetricDifference) result.metric().metric();
    Optional<PairedMethod> method = closed ? difference.method() : Optional.empty();
    Optional<Interval> interval = Optional.ofNullable(result.interval());
    Optional<DifferenceTest> own = method.flatMap(paired -> paired.test(view));
    Optional<DifferenceTest> ofInterval =
        interval.flatMap(
            i -> i.pValueOfZero(scalar.value()).map(p -> new DifferenceTest(name(method, i), p)));
    return Comparison.of(
        metric,
        scalar.details().get("value"),
        scalar.details().get("baseline_value"),
        interval,
        own.isPresent() ? own : ofInterval,
        result,
        result.weight(),
        tally(scalar),
        margin);
  }

  private static String name(Optional<PairedMethod> method, Interval interval) {
    return interval.method().equals("jackknife") || method.isEmpty()
        ? JACKKNIFE
        : method.get().testName();
  }

  private static Optional<PairedRows.Tally> tally(MetricValue.Scalar scalar) {
    return Optional.ofNullable(scalar.details().get("rows_lower"))
        .map(
            lower ->
                new PairedRows.Tally(
                    lower,
                    scalar.details().get("rows_equal"),
                    scalar.details().get("rows_higher")));
  }
}
