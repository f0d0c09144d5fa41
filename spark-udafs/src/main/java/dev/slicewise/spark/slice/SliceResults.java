package dev.slicewise.spark.slice;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.SliceSpec;
import java.util.List;

/** States as results that readers understand. */
public final class SliceResults {
  private SliceResults() {}

  /** The result of one slice. */
  public static SliceResult of(
      SliceSpec spec, SliceKey key, SliceState state, Finish finish, List<NamedMetric> metrics) {
    SliceKey shown = new SliceKey(key.definition(), spec.display(key.values()));
    return new SliceResult(spec.names(), shown, state.rows(), finish.results(state, metrics));
  }
}
