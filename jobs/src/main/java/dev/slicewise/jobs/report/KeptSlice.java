package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the report remembers of a slice it shows; a bounded number of bytes, however long its values
 * are and whatever curves it has.
 *
 * @param position among the slices of its definition
 * @param values as text, null for NULL
 * @param rows of the slice
 * @param metrics without their curves and counters
 */
record KeptSlice(long position, List<String> values, long rows, List<MetricResult> metrics) {
  static final int MOST_CHARACTERS = 120;
  private static final MetricValue.Curve ELSEWHERE = new MetricValue.Curve(List.of(), List.of());

  static KeptSlice of(long position, SliceResult slice) {
    List<String> values = new ArrayList<>();
    for (Object value : slice.key().values()) {
      values.add(value == null ? null : VisibleText.cut(value.toString(), MOST_CHARACTERS));
    }
    List<MetricResult> metrics = new ArrayList<>();
    for (MetricResult metric : slice.metrics()) {
      metrics.add(brief(metric));
    }
    return new KeptSlice(position, values, slice.rows(), metrics);
  }

  /** A result without its points and counters. */
  static MetricResult brief(MetricResult metric) {
    return new MetricResult(
        metric.metric(),
        metric.value() instanceof MetricValue.Curve ? ELSEWHERE : metric.value(),
        metric.interval(),
        metric.rows(),
        metric.weight(),
        Map.of());
  }

  /** The value of one metric; NaN when it has none. */
  double value(int metric) {
    return metrics.get(metric).value() instanceof MetricValue.Scalar scalar
        ? scalar.value()
        : Double.NaN;
  }

  /** Writes the slice's values in one line. */
  void writeLabel(Html html) {
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        html.element("span", "by", " · ");
      }
      writeValue(html, values.get(i));
    }
  }

  /** Writes one value; NULL and the empty text look like no other value. */
  static void writeValue(Html html, String value) {
    if (value == null) {
      html.element("i", "null", "NULL");
    } else if (value.isEmpty()) {
      html.element("i", "null", "empty text");
    } else if (value.chars().allMatch(c -> c == ' ')) {
      html.element("i", "null", value.length() == 1 ? "1 blank" : value.length() + " blanks");
    } else {
      html.element("bdi", value);
    }
  }
}
