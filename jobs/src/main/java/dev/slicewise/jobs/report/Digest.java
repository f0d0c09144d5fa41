package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What the report remembers of all slices of one definition: counts, the first slices for the
 * table, and the worst for the chart.
 */
final class Digest {
  /** Most rows of a table. */
  static final int TABLE_ROWS = 500;

  /** Most slices of a chart. */
  static final int CHART_ROWS = 30;

  private record Ranked(double badness, KeptSlice slice) {}

  /** The least bad first, so that it is the one to leave. */
  private static final Comparator<Ranked> LEAST_BAD =
      Comparator.comparingDouble(Ranked::badness)
          .thenComparing(ranked -> ranked.slice().position(), Comparator.reverseOrder());

  private final int metric;
  private final Yardstick yardstick;
  private final long[] standings = new long[Standing.values().length];
  private final List<KeptSlice> first = new ArrayList<>();
  private final PriorityQueue<Ranked> worse = new PriorityQueue<>(LEAST_BAD);
  private final PriorityQueue<Ranked> others = new PriorityQueue<>(LEAST_BAD);
  private long slices;
  private long rankable;

  /**
   * An empty digest.
   *
   * @param metric position of the metric that ranks slices, or −1
   */
  Digest(int metric, Yardstick yardstick) {
    this.metric = metric;
    this.yardstick = yardstick;
  }

  void add(SliceResult slice) {
    KeptSlice kept = null;
    if (first.size() < TABLE_ROWS) {
      kept = KeptSlice.of(slices, slice);
      first.add(kept);
    }
    if (metric >= 0) {
      rank(slice, kept);
    }
    slices++;
  }

  private void rank(SliceResult slice, KeptSlice known) {
    MetricResult result = slice.metrics().get(metric);
    Standing standing = yardstick.standing(result);
    standings[standing.ordinal()]++;
    double badness = yardstick.badness(scalar(result));
    if (Double.isNaN(badness) || result.rows() < Yardstick.LEAST_ROWS) {
      return;
    }
    rankable++;
    PriorityQueue<Ranked> queue = standing == Standing.WORSE ? worse : others;
    if (queue.size() == CHART_ROWS && badness <= queue.peek().badness()) {
      return;
    }
    queue.add(new Ranked(badness, known == null ? KeptSlice.of(slices, slice) : known));
    if (queue.size() > CHART_ROWS) {
      queue.poll();
    }
  }

  private static double scalar(MetricResult result) {
    return result.value() instanceof MetricValue.Scalar scalar ? scalar.value() : Double.NaN;
  }

  /** How many slices the definition has. */
  long slices() {
    return slices;
  }

  /** How many slices stand so. */
  long count(Standing standing) {
    return standings[standing.ordinal()];
  }

  /** How many slices could be judged. */
  long judged() {
    return metric < 0 ? 0 : slices - count(Standing.NOT_JUDGED);
  }

  /** How many slices have a value from enough rows. */
  long rankable() {
    return rankable;
  }

  /** The first slices, in slice order. */
  List<KeptSlice> first() {
    return first;
  }

  /** The worst slice that is significantly worse, or else the worst; none when none has a value. */
  Optional<KeptSlice> worstOne() {
    return (worse.isEmpty() ? others : worse).stream().max(LEAST_BAD).map(Ranked::slice);
  }

  /** The worst slices, worst first: those significantly worse, and if there is room, the next. */
  List<KeptSlice> worst() {
    List<Ranked> chosen = new ArrayList<>(worse);
    List<Ranked> rest = new ArrayList<>(others);
    rest.sort(LEAST_BAD.reversed());
    chosen.addAll(rest.subList(0, Math.min(rest.size(), CHART_ROWS - chosen.size())));
    chosen.sort(LEAST_BAD.reversed());
    return chosen.stream().map(Ranked::slice).toList();
  }
}
