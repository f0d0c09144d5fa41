package dev.slicewise.jobs.report;

import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.jobs.findings.SliceLabel;
import dev.slicewise.jobs.findings.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Results over time: of each slice and metric, what every window said. Slices beyond a bound are
 * counted, not kept.
 */
public final class Series {
  private static final int MOST_SLICES = 5_000;

  private final Map<SliceLabel, Map<String, Map<Window, MetricResult>>> slices =
      new LinkedHashMap<>();
  private final Map<Window, Long> rows = new TreeMap<>();
  private long left;

  /** Adds the metrics of a slice in a window. */
  public void add(Window window, SliceLabel slice, long sliceRows, List<MetricResult> results) {
    if (slice.isAll()) {
      rows.put(window, sliceRows);
    } else {
      rows.putIfAbsent(window, 0L);
    }
    if (!slices.containsKey(slice) && slices.size() >= MOST_SLICES) {
      left++;
      return;
    }
    Map<String, Map<Window, MetricResult>> metrics =
        slices.computeIfAbsent(slice, label -> new LinkedHashMap<>());
    for (MetricResult result : results) {
      metrics
          .computeIfAbsent(result.metric().text(), text -> new TreeMap<>())
          .put(window, KeptSlice.brief(result));
    }
  }

  /** Whether there are windows to compare. */
  boolean isEmpty() {
    return rows.size() < 2;
  }

  /** The windows, earliest first. */
  List<Window> windows() {
    return List.copyOf(rows.keySet());
  }

  /** The slices. */
  List<SliceLabel> slices() {
    return new ArrayList<>(slices.keySet());
  }

  /** What the windows said of a slice by a metric, earliest first. */
  Map<Window, MetricResult> of(SliceLabel slice, String metric) {
    return slices.getOrDefault(slice, Map.of()).getOrDefault(metric, Collections.emptyMap());
  }

  /** The metrics of a slice. */
  List<String> metrics(SliceLabel slice) {
    return List.copyOf(slices.getOrDefault(slice, Map.of()).keySet());
  }

  /** Results of slices that were not kept. */
  long left() {
    return left;
  }
}
