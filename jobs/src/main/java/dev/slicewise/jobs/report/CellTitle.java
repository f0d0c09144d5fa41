package dev.slicewise.jobs.report;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;

/** What a cell tells when asked: every digit, the interval and its method, n. */
final class CellTitle {
  private CellTitle() {}

  static String of(MetricResult result, Standing standing) {
    StringBuilder title = new StringBuilder();
    if (result.value() instanceof MetricValue.Scalar scalar) {
      title.append(Numbers.full(scalar.value()));
      if (scalar.exactness() != MetricValue.Exactness.EXACT) {
        title.append(" (").append(Opening.exactness(scalar)).append(')');
      }
    } else if (result.value() instanceof MetricValue.Undefined undefined) {
      title.append("undefined: ").append(undefined.reason());
    }
    if (result.interval() != null) {
      title.append(" · ").append(interval(result.interval()));
    }
    title.append(" · n ").append(Numbers.count(result.rows()));
    return switch (standing) {
      case WORSE -> title.append(" · significantly worse than all rows").toString();
      case BETTER -> title.append(" · significantly better than all rows").toString();
      case OPEN, NOT_JUDGED -> title.toString();
    };
  }

  static String interval(Interval interval) {
    String low = interval.low() == null ? "−∞" : Numbers.full(interval.low());
    String high = interval.high() == null ? "∞" : Numbers.full(interval.high());
    return "[" + low + ", " + high + "] " + interval.method();
  }
}
