package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Reads stored states and asks them for metrics; one memory of plans per process and catalogue. */
public final class StoredStates {
  private static final Map<MetricCatalog, StateCodec> CODECS = new WeakHashMap<>();
  private static final Finish POINT = new Finish(0, Finish.InvalidRows.SKIP);

  private StoredStates() {}

  /** The state in stored bytes. */
  public static SliceState read(byte[] bytes) {
    MetricCatalog catalog = MetricCatalog.standard();
    StateCodec codec;
    synchronized (CODECS) {
      codec = CODECS.computeIfAbsent(catalog, StateCodec::new);
    }
    return codec.readStored(bytes);
  }

  /** A metric's value on a state, or null where it is undefined or not a number. */
  static Double value(SliceState state, NamedMetric metric) {
    return number(POINT.results(state, List.of(metric)).get(0));
  }

  /** The values of all metrics of a state's own suite. */
  static List<MetricResult> results(SliceState state) {
    return POINT.results(state);
  }

  static Double number(MetricResult result) {
    return result.value() instanceof MetricValue.Scalar scalar ? (Double) scalar.value() : null;
  }
}
