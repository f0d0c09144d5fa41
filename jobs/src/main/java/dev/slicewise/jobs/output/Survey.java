package dev.slicewise.jobs.output;

import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.term.Skip;
import dev.slicewise.jobs.config.EvaluateConfig.PrintConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * One pass over the results: how many slices, which rows were used and which were not, and the
 * slices to print. Holds no more slices than are printed.
 */
public final class Survey {
  private record Candidate(SliceResult slice, double badness, long position) {}

  /** From the best kept one to the worst; of equals, the later is better. */
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::badness)
          .thenComparing(Comparator.comparingLong(Candidate::position).reversed());

  private final PrintConfig print;
  private final PriorityQueue<Candidate> kept = new PriorityQueue<>(BEST_FIRST);
  private final Map<String, Map<String, Long>> counters = new LinkedHashMap<>();
  private long slices;
  private long rows;
  private long badWeights;
  private long belowMinRows;

  private Survey(PrintConfig print) {
    this.print = print;
  }

  /** Goes through the results once. */
  public static Survey of(Iterator<SliceResult> results, PrintConfig print) {
    Survey survey = new Survey(print);
    while (results.hasNext()) {
      survey.add(results.next());
    }
    return survey;
  }

  private void add(SliceResult slice) {
    // The slices of every definition hold all rows, so one definition is enough to count them.
    if (slice.key().definition() == 0) {
      count(slice);
    }
    if (slice.rows() < print.minRows()) {
      belowMinRows++;
    } else if (print.limit() > 0) {
      kept.add(new Candidate(slice, badness(slice), slices));
      if (kept.size() > print.limit()) {
        kept.remove();
      }
    }
    slices++;
  }

  private void count(SliceResult slice) {
    rows += slice.rows();
    long bad = 0;
    for (MetricResult result : slice.metrics()) {
      Map<String, Long> total =
          counters.computeIfAbsent(result.metric().text(), ignored -> new TreeMap<>());
      result.counters().forEach((name, count) -> total.merge(name, count, Long::sum));
      bad = Math.max(bad, result.counters().getOrDefault(Skip.BAD_WEIGHT.counter(), 0L));
    }
    badWeights += bad;
  }

  /** Larger is worse; slices without a value come last, and all are alike when nobody asked. */
  private double badness(SliceResult slice) {
    if (print.worst() == null) {
      return 0;
    }
    for (MetricResult result : slice.metrics()) {
      if (result.metric().text().equals(print.worst().text())) {
        return result.value() instanceof MetricValue.Scalar scalar
            ? badness(scalar.value(), print.direction())
            : Double.NEGATIVE_INFINITY;
      }
    }
    return Double.NEGATIVE_INFINITY;
  }

  private static double badness(double value, Direction better) {
    return switch (better) {
      case LOWER -> value;
      case HIGHER -> -value;
      case ZERO -> Math.abs(value);
      case ONE -> Math.abs(value - 1);
      case NONE -> 0;
    };
  }

  /** The slices to print, in order. */
  public List<SliceResult> shown() {
    List<Candidate> sorted = new ArrayList<>(kept);
    sorted.sort(BEST_FIRST.reversed());
    return sorted.stream().map(Candidate::slice).toList();
  }

  /** All slices. */
  public long slices() {
    return slices;
  }

  /** Slices that are not printed for want of rows. */
  public long belowMinRows() {
    return belowMinRows;
  }

  /** Rows of the input. */
  public long rows() {
    return rows;
  }

  /** Rows whose weight is negative, NaN or infinite. */
  public long badWeights() {
    return badWeights;
  }

  /** Rows by what happened to them, by metric. */
  public Map<String, Map<String, Long>> counters() {
    return counters;
  }
}
