package dev.slicewise.core.plan;

import dev.slicewise.core.interval.GroupJackknife;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.State;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From states to results: what a report asks of a slice once its rows are in.
 *
 * @param confidence of intervals, in (0, 1); 0 for none
 * @param invalid what rows do that cannot be used
 */
public record Finish(double confidence, InvalidRows invalid) {
  /** 95 % intervals; invalid rows are skipped and counted. */
  public static final Finish DEFAULT = new Finish(0.95, InvalidRows.SKIP);

  /** What happens when a slice has rows that a metric cannot use. */
  public enum InvalidRows {
    /** They are skipped and counted. */
    SKIP,
    /** The evaluation fails. */
    FAIL,
    /** The metric is undefined. */
    NULL
  }

  /** Refuses confidences out of range. */
  public Finish {
    if (!(confidence >= 0 && confidence < 1)) {
      throw new IllegalArgumentException("expected confidence in (0, 1), found " + confidence);
    }
  }

  /** The results of a plan's metrics on a slice, in suite order. */
  public List<MetricResult> results(SliceState slice) {
    return results(slice, slice.plan().suite().metrics());
  }

  /** The results of any metrics whose statistics the slice remembers. */
  public List<MetricResult> results(SliceState slice, List<NamedMetric> metrics) {
    StateView view = slice.view();
    List<StateView> without = new ArrayList<>();
    boolean jackknife = slice.plan().suite().jackknife() && confidence > 0;
    if (jackknife) {
      without = leaveOneOut(slice);
    }
    List<MetricResult> results = new ArrayList<>();
    for (NamedMetric metric : metrics) {
      results.add(result(metric, slice, view, without));
    }
    return results;
  }

  private MetricResult result(
      NamedMetric named, SliceState slice, StateView view, List<StateView> without) {
    Metric metric = named.metric();
    RowAudit.State rows = view.rows(metric.needs().get(0).domain());
    Map<String, Long> counters = rows.counters();
    long overflows = overflows(metric, view);
    if (overflows > 0) {
      counters.put("n_overflow", overflows);
    }
    MetricValue value = value(metric, view);
    if (rows.invalid() > 0 && invalid == InvalidRows.FAIL) {
      throw new InvalidRowsException(
          "expected no invalid rows for " + named.text() + ", found " + counters);
    }
    if (rows.invalid() > 0 && invalid == InvalidRows.NULL) {
      value = MetricValue.undefined("invalid rows: " + counters);
    }
    Interval interval = null;
    if (value instanceof MetricValue.Scalar scalar && confidence > 0) {
      interval = interval(metric, slice, view, without, scalar).orElse(null);
    }
    return new MetricResult(named, value, interval, rows.used(), rows.weight(), counters);
  }

  private Optional<Interval> interval(
      Metric metric,
      SliceState slice,
      StateView view,
      List<StateView> without,
      MetricValue.Scalar value) {
    if (slice.plan().suite().intervals() && remembers(slice, metric)) {
      Optional<Interval> closed =
          metric.interval().interval(view, confidence).flatMap(Interval::withinRange);
      if (closed.isPresent()) {
        return closed;
      }
    }
    double[] estimates = new double[without.size()];
    for (int g = 0; g < estimates.length; g++) {
      if (!(value(metric, without.get(g)) instanceof MetricValue.Scalar left)) {
        return Optional.empty();
      }
      estimates[g] = left.value();
    }
    return GroupJackknife.interval(value.value(), estimates, confidence)
        .flatMap(Interval::withinRange);
  }

  /** Terms that overflowed in the sums of a metric; a row may have several. */
  private static long overflows(Metric metric, StateView view) {
    long overflows = 0;
    for (Statistic<?> statistic : new HashSet<>(metric.needs())) {
      overflows += overflows(statistic, view);
    }
    return overflows;
  }

  private static <S extends State<S>> long overflows(Statistic<S> statistic, StateView view) {
    return view.state(statistic).overflows();
  }

  private static boolean remembers(SliceState slice, Metric metric) {
    return metric.interval().needs().stream()
        .allMatch(statistic -> slice.plan().position(statistic) >= 0);
  }

  private static MetricValue value(Metric metric, StateView view) {
    RowAudit.State rows = view.rows(metric.needs().get(0).domain());
    if (rows.used() == 0) {
      return MetricValue.undefined(
          rows.rows() == 0 ? "no rows" : "no usable rows: " + rows.counters());
    }
    return metric.value(view);
  }

  /** For each group that has rows, all the others merged: two running merges from both ends. */
  private static List<StateView> leaveOneOut(SliceState slice) {
    List<Integer> present = new ArrayList<>();
    for (int g = 0; g < slice.plan().groups(); g++) {
      if (slice.hasGroup(g)) {
        present.add(g);
      }
    }
    int count = present.size();
    State<?>[][] after = new State<?>[count + 1][];
    after[count] = new SliceState(slice.plan()).group(0);
    for (int i = count - 1; i > 0; i--) {
      after[i] = merged(slice, after[i + 1], slice.group(present.get(i)));
    }
    List<StateView> views = new ArrayList<>();
    State<?>[] before = new SliceState(slice.plan()).group(0);
    for (int i = 0; i < count; i++) {
      views.add(slice.view(merged(slice, before, after[i + 1])));
      SliceState.mergeGroup(before, slice.group(present.get(i)));
    }
    return views;
  }

  private static State<?>[] merged(SliceState slice, State<?>[] a, State<?>[] b) {
    State<?>[] sum = new SliceState(slice.plan()).group(0);
    SliceState.mergeGroup(sum, a);
    SliceState.mergeGroup(sum, b);
    return sum;
  }
}
