package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.SliceSpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The results as the report shows them, gathered in one pass over the slices (and one more, as far
 * as all rows, to know what to hold them against).
 *
 * @param content what was given
 * @param all the slice of all rows, or null when there is none
 * @param words what each metric says about itself, in suite order
 * @param primary position of the metric that ranks slices, or −1
 * @param yardstick of the primary metric
 * @param digests one per definition
 */
record Results(
    ReportContent content,
    SliceResult all,
    List<MetricWords> words,
    int primary,
    Yardstick yardstick,
    List<Digest> digests) {

  static Results gather(ReportContent content) {
    ReportInput input = content.evaluation();
    List<MetricWords> words = input.metrics().stream().map(MetricWords::of).toList();
    SliceResult all = allRows(input);
    int primary = primary(input.metrics(), words, all);
    Yardstick yardstick =
        primary < 0
            ? Yardstick.of(Direction.NONE, null)
            : Yardstick.of(
                words.get(primary).better(), all == null ? null : all.metrics().get(primary));
    List<Digest> digests = new ArrayList<>();
    for (int i = 0; i < input.definitions().size(); i++) {
      digests.add(new Digest(primary, yardstick));
    }
    Iterator<SliceResult> slices = input.slices().get();
    while (slices.hasNext()) {
      SliceResult slice = slices.next();
      digests.get(slice.key().definition()).add(slice);
    }
    return new Results(content, all, words, primary, yardstick, digests);
  }

  private static SliceResult allRows(ReportInput input) {
    if (!input.definitions().contains(SliceSpec.ALL)) {
      return null;
    }
    Iterator<SliceResult> slices = input.slices().get();
    while (slices.hasNext()) {
      SliceResult slice = slices.next();
      if (slice.key().values().isEmpty()) {
        return slice;
      }
    }
    return null;
  }

  /** The first metric that judges; one with a value of all rows before one without. */
  private static int primary(List<NamedMetric> metrics, List<MetricWords> words, SliceResult all) {
    int fallback = -1;
    for (int i = 0; i < metrics.size(); i++) {
      boolean judges = words.get(i).better() != Direction.NONE;
      if (judges && all != null && all.metrics().get(i).value() instanceof MetricValue.Scalar) {
        return i;
      }
      fallback = judges && fallback < 0 ? i : fallback;
    }
    return fallback;
  }

  /** The evaluation. */
  ReportInput input() {
    return content.evaluation();
  }

  /** The result of all rows of a metric, or null. */
  MetricResult all(int metric) {
    return all == null ? null : all.metrics().get(metric);
  }

  /** What slices are held against by a metric. */
  Yardstick yardstick(int metric) {
    return metric == primary ? yardstick : Yardstick.of(words.get(metric).better(), all(metric));
  }

  /** Whether a metric gives curves: those are drawn for all rows and in no table. */
  boolean isCurve(int metric) {
    return all != null && all(metric).value() instanceof MetricValue.Curve;
  }

  /** The metrics that give numbers, by position. */
  List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < input().metrics().size(); i++) {
      if (!isCurve(i)) {
        numbers.add(i);
      }
    }
    return numbers;
  }

  /** The curves of all rows, those of the suite first. */
  List<MetricResult> curves() {
    List<MetricResult> curves = new ArrayList<>();
    if (all != null) {
      curves.addAll(all.metrics());
    }
    curves.addAll(content.answers());
    curves.removeIf(result -> !(result.value() instanceof MetricValue.Curve));
    return curves;
  }

  /** {@code 95 % interval}. */
  String intervalName() {
    return Numbers.percent(input().confidence()) + " interval";
  }
}
