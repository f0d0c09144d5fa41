package dev.slicewise.jobs.gate;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricEstimate;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceStates;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * One metric in all slices of a definition, from stored states that pass by once. Keeps no state of
 * slices that are stored as they are asked for.
 */
final class SliceEstimates {
  private final SliceSource source;
  private final EvaluationPlan part;
  private final Finish finish;
  private final BiConsumer<List<Object>, MetricEstimate> sink;
  private final TreeMap<byte[], SliceState> merged = new TreeMap<>(Arrays::compareUnsigned);

  /**
   * Prepares.
   *
   * @param plan of the states that will pass
   * @param sink takes the values of each slice, as in its key, and the metric
   */
  SliceEstimates(
      SliceSource source,
      EvaluationPlan plan,
      NamedMetric metric,
      Finish finish,
      BiConsumer<List<Object>, MetricEstimate> sink) {
    this.source = source;
    this.part = plan.only(metric);
    this.finish = finish;
    this.sink = sink;
  }

  /** Takes a stored slice of any definition. */
  void accept(SliceStates slice) {
    if (!slice.definition().equals(source.stored())) {
      return;
    }
    SliceState kept = slice.state().only(part);
    List<Object> values = source.values(slice);
    if (source.isExact()) {
      sink.accept(values, MetricEstimate.of(finish, kept));
    } else {
      byte[] key = new SliceKey(0, values).toBytes();
      merged.computeIfAbsent(key, ignored -> part.emptyState()).merge(kept);
    }
  }

  /** Hands out what had to be merged first, once all have passed. */
  void end() {
    merged.forEach(
        (key, state) ->
            sink.accept(SliceKey.fromBytes(key).values(), MetricEstimate.of(finish, state)));
    merged.clear();
  }
}
