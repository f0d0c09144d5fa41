package dev.slicewise.core.gate;

import dev.slicewise.core.interval.Estimate;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.plan.MetricEstimate;
import dev.slicewise.core.plan.MetricResult;

/**
 * What is known about a requirement in one slice; a few numbers, however large its states are.
 *
 * @param result the metric
 * @param rows of the slice, usable or not
 * @param reference the metric of the reference; null without one
 * @param excess by how much the metric exceeds what is tolerated; null where that cannot be known
 * @param errorBound how far the excess may be off on the same rows
 * @param sampled whether the excess has intervals, if enough rows are there
 * @param interval of the excess, or null
 * @param p one-sided p-value of the hypothesis that the requirement is met; null without interval
 * @param reach from the metric to the end of its own interval that matters; null without one
 * @param reason why there is no excess; null when there is one
 */
public record Evidence(
    MetricResult result,
    long rows,
    Double reference,
    Double excess,
    double errorBound,
    boolean sampled,
    Interval interval,
    Double p,
    Double reach,
    String reason) {

  /**
   * Weighs the metric of a slice.
   *
   * @param reference the metric in the same slice of a reference; null where there is none
   * @param confidence of intervals; 0 for none
   */
  public static Evidence of(
      Requirement requirement,
      MetricEstimate current,
      MetricEstimate reference,
      double confidence) {
    if (current.estimate() == null) {
      return without(current, null, current.reason());
    }
    if (!requirement.isRelative()) {
      Estimate excess = requirement.excess(current.estimate(), null);
      return with(requirement, current, null, excess, current.sampled(), confidence);
    }
    if (reference == null) {
      return without(current, null, "the reference has no such slice");
    }
    if (reference.estimate() == null) {
      return without(current, null, "the reference is undefined: " + reference.reason());
    }
    double other = reference.estimate().value();
    if (requirement.kind() == Requirement.Kind.SHARE && other == 0) {
      return without(current, other, "the reference is 0, of which no share can be taken");
    }
    Estimate excess = requirement.excess(current.estimate(), reference.estimate());
    boolean sampled = current.sampled() && reference.sampled();
    return with(requirement, current, other, excess, sampled, confidence);
  }

  private static Evidence without(MetricEstimate current, Double reference, String reason) {
    return new Evidence(
        current.result(), current.rows(), reference, null, 0, false, null, null, null, reason);
  }

  private static Evidence with(
      Requirement requirement,
      MetricEstimate current,
      Double reference,
      Estimate excess,
      boolean sampled,
      double confidence) {
    Interval interval = sampled && confidence > 0 ? excess.interval(confidence).orElse(null) : null;
    Double p = interval == null ? null : (Double) excess.pAtMost(0);
    Double reach = null;
    if (interval != null) {
      // Where the metric seems good it must not reach up to the limit, where bad not down to it.
      boolean up = (requirement.side() == Requirement.Side.AT_MOST) == excess.value() <= 0;
      Interval own = current.estimate().interval(confidence).orElse(null);
      Double end = own == null ? null : up ? own.high() : own.low();
      reach = end == null ? null : (Double) Math.abs(end - current.estimate().value());
    }
    return new Evidence(
        current.result(),
        current.rows(),
        reference,
        excess.value(),
        excess.errorBound(),
        sampled,
        interval,
        p,
        reach,
        null);
  }
}
