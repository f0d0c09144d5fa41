package dev.slicewise.jobs.report;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import java.util.Arrays;
import java.util.List;

/** The parts of a shown value: its mark, its decimals, and what it tells when asked. */
final class Cell {
  private Cell() {}

  /** Every digit, the interval and its method, and the judgement. */
  static String title(MetricResult result, Standing standing) {
    StringBuilder title = new StringBuilder();
    if (result.value() instanceof MetricValue.Scalar scalar) {
      title.append(Numbers.full(scalar.value()));
      if (scalar.exactness() != MetricValue.Exactness.EXACT) {
        title.append(" (").append(exactness(scalar)).append(')');
      }
    } else if (result.value() instanceof MetricValue.Undefined undefined) {
      title.append("undefined: ").append(undefined.reason());
    }
    if (result.interval() != null) {
      title.append(' ').append(interval(result.interval()));
    }
    return switch (standing) {
      case WORSE -> title.append(" significantly worse").toString();
      case BETTER -> title.append(" significantly better").toString();
      case OPEN, NOT_JUDGED -> title.toString();
    };
  }

  /** Every digit of an interval, and its method. */
  static String interval(Interval interval) {
    String low = interval.low() == null ? "−∞" : Numbers.full(interval.low());
    String high = interval.high() == null ? "∞" : Numbers.full(interval.high());
    return "[" + low + ", " + high + "] (" + interval.method() + ")";
  }

  /** How exact a number is, in a word or two. */
  static String exactness(MetricValue.Scalar scalar) {
    return switch (scalar.exactness()) {
      case EXACT -> "exact";
      case BOUNDED -> "within ±\u202f" + Numbers.bound(scalar.errorBound());
      case ESTIMATED -> "estimate";
    };
  }

  /** The decimals that suit most slices of a metric, so that a column lines up. */
  static int decimals(List<KeptSlice> slices, int metric) {
    int[] each =
        slices.stream()
            .filter(slice -> !Double.isNaN(slice.value(metric)))
            .mapToInt(slice -> decimals(slice, metric))
            .toArray();
    Arrays.sort(each);
    return each.length == 0 ? 0 : each[each.length / 2];
  }

  private static int decimals(KeptSlice slice, int metric) {
    return Numbers.decimals(slice.value(metric), slice.metrics().get(metric).interval());
  }

  /** Writes mark, value and interval with a column's decimals, or more where those show nothing. */
  static void write(
      Html html, Yardstick yardstick, MetricResult result, double value, int columnDecimals) {
    int decimals =
        Numbers.vanishes(value, columnDecimals)
            ? Numbers.decimals(value, result.interval())
            : columnDecimals;
    mark(html, yardstick, result, value);
    html.text(Numbers.text(value, decimals));
    if (result.interval() != null) {
      html.element("small", Numbers.range(result.interval(), decimals));
    }
  }

  /** Writes the mark of a slice that stands out, with its meaning for those who do not see it. */
  private static void mark(Html html, Yardstick yardstick, MetricResult result, double value) {
    Standing standing = yardstick.standing(result);
    String mark = yardstick.mark(standing, value);
    if (!mark.isEmpty()) {
      html.open("span", "mark " + standing.word()).attribute("role", "img");
      html.attribute("aria-label", standing.word());
      html.text(mark).close();
    }
  }
}
