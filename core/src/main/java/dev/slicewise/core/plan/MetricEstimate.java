package dev.slicewise.core.plan;

import dev.slicewise.core.interval.Estimate;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import java.util.Optional;

/**
 * One metric of one slice, ready to be compared with a limit or with another slice.
 *
 * @param result the metric as reports show it
 * @param estimate the value with its interval at any level; null when the metric is undefined, not
 *     a number, or infinite
 * @param sampled whether the metric has intervals at all here, if enough rows are there; where it
 *     has none, its value speaks alone
 * @param rows rows of the slice, usable or not
 */
public record MetricEstimate(MetricResult result, Estimate estimate, boolean sampled, long rows) {

  /** Asks a metric whose statistics the slice remembers. */
  public static MetricEstimate of(Finish finish, SliceState slice, NamedMetric metric) {
    return of(finish, slice.only(slice.plan().only(metric)));
  }

  /**
   * Asks the first metric of a plan.
   *
   * @param part what {@link SliceState#only} keeps, so that little is merged for an interval
   */
  public static MetricEstimate of(Finish finish, SliceState part) {
    MetricResult result = finish.results(part).get(0);
    Estimate estimate =
        result.value() instanceof MetricValue.Scalar scalar && Double.isFinite(scalar.value())
            ? new Estimate(
                scalar.value(),
                scalar.errorBound(),
                confidence -> interval(finish, part, confidence))
            : null;
    return new MetricEstimate(
        result, estimate, finish.confidence() > 0 && isSampled(part.plan()), part.rows());
  }

  private static Optional<Interval> interval(Finish finish, SliceState part, double confidence) {
    Finish level = new Finish(confidence, finish.invalid());
    return Optional.ofNullable(level.results(part).get(0).interval());
  }

  private static boolean isSampled(EvaluationPlan part) {
    IntervalMethod method = part.suite().metrics().get(0).metric().interval();
    return part.suite().jackknife() || (part.suite().intervals() && method != IntervalMethod.NONE);
  }

  /** Why there is no estimate; null when there is one. */
  public String reason() {
    if (estimate != null) {
      return null;
    }
    if (result.value() instanceof MetricValue.Undefined undefined) {
      return undefined.reason();
    }
    return result.value() instanceof MetricValue.Scalar ? "infinite" : "not a number but a curve";
  }
}
