package dev.slicewise.core.gate;

import dev.slicewise.core.interval.Estimate;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.plan.MetricEstimate;

/**
 * What is known about a requirement in one slice.
 *
 * @param current the metric
 * @param excess by how much it exceeds what is tolerated; null where that cannot be known
 * @param sampled whether the excess has intervals, if enough rows are there
 * @param reach from the metric to the end of its own interval that matters; null without one
 * @param reason why there is no excess; null when there is one
 */
record Evidence(
    MetricEstimate current, Estimate excess, boolean sampled, Double reach, String reason) {

  static Evidence of(
      Requirement requirement,
      MetricEstimate current,
      MetricEstimate reference,
      double confidence) {
    if (current.estimate() == null) {
      return without(current, current.reason());
    }
    if (!requirement.isRelative()) {
      Estimate excess = requirement.excess(current.estimate(), null);
      return with(requirement, current, excess, current.sampled(), confidence);
    }
    if (reference == null) {
      return without(current, "the reference has no such slice");
    }
    if (reference.estimate() == null) {
      return without(current, "the reference is undefined: " + reference.reason());
    }
    if (requirement.kind() == Requirement.Kind.SHARE && reference.estimate().value() == 0) {
      return without(current, "the reference is 0, of which no share can be taken");
    }
    Estimate excess = requirement.excess(current.estimate(), reference.estimate());
    return with(requirement, current, excess, current.sampled() && reference.sampled(), confidence);
  }

  private static Evidence without(MetricEstimate current, String reason) {
    return new Evidence(current, null, false, null, reason);
  }

  private static Evidence with(
      Requirement requirement,
      MetricEstimate current,
      Estimate excess,
      boolean sampled,
      double confidence) {
    Double reach = null;
    if (sampled) {
      // Where the metric seems good it must not reach up to the limit, where bad not down to it.
      boolean up = (requirement.side() == Requirement.Side.AT_MOST) == excess.value() <= 0;
      Interval own = current.estimate().interval(confidence).orElse(null);
      Double end = own == null ? null : up ? own.high() : own.low();
      reach = end == null ? null : (Double) Math.abs(end - current.estimate().value());
    }
    return new Evidence(current, excess, sampled, reach, null);
  }
}
