package dev.slicewise.spark.slice;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import scala.jdk.javaapi.CollectionConverters;

/** One metric of one slice as cells of a row, the same for every way that asks. */
public final class LongForm {
  /**
   * The columns as Spark's DDL. A point of a curve is two maps of one index, since a map has one
   * type: its numbers in {@code curve}, and in {@code curve_names}, null for curves without any,
   * the names of the classes or groups it is about.
   */
  public static final String COLUMNS =
      "metric string, params map<string,string>, value double, n bigint, weight_sum double,"
          + " exactness string, error_bound double, ci_low double, ci_high double,"
          + " ci_method string, reason string, counters map<string,bigint>,"
          + " details map<string,double>, curve array<map<string,double>>,"
          + " curve_names array<map<string,string>>";

  private LongForm() {}

  /** The cells of a result, in the order of {@link #COLUMNS}. */
  public static Object[] cells(MetricResult result) {
    Map<String, String> params = new HashMap<>();
    result
        .metric()
        .parameters()
        .forEach(
            (name, value) -> params.put(name, value == null ? null : ParameterInfo.text(value)));
    Double value = null;
    Double bound = null;
    String exactness = null;
    String reason = null;
    Map<String, Double> details = null;
    MetricValue.Curve curve = null;
    if (result.value() instanceof MetricValue.Scalar scalar) {
      value = scalar.value();
      exactness = scalar.exactness().name().toLowerCase(Locale.ROOT);
      bound = scalar.errorBound() == 0 ? null : (Double) scalar.errorBound();
      details = scalar.details().isEmpty() ? null : scalar.details();
    } else if (result.value() instanceof MetricValue.Curve points) {
      curve = points;
    } else if (result.value() instanceof MetricValue.Undefined undefined) {
      reason = undefined.reason();
    }
    Interval interval = result.interval();
    return new Object[] {
      result.metric().id(),
      scala(params),
      value,
      result.rows(),
      result.weight(),
      exactness,
      bound,
      interval == null ? null : interval.low(),
      interval == null ? null : interval.high(),
      interval == null ? null : interval.method(),
      reason,
      scala(result.counters()),
      details == null ? null : scala(details),
      curve == null ? null : numbers(curve),
      curve == null ? null : classNames(curve)
    };
  }

  private static Object numbers(MetricValue.Curve curve) {
    return points(curve, false, Double.class);
  }

  private static Object classNames(MetricValue.Curve curve) {
    boolean none = IntStream.range(0, curve.columns().size()).noneMatch(curve::named);
    return none ? null : points(curve, true, String.class);
  }

  /** The columns of names or the other ones, a map for every point. */
  private static <V> Object points(MetricValue.Curve curve, boolean named, Class<V> type) {
    List<Object> points = new ArrayList<>();
    for (int point = 0; point < curve.points().size(); point++) {
      Map<String, V> cells = new HashMap<>();
      for (int i = 0; i < curve.columns().size(); i++) {
        if (curve.named(i) == named) {
          cells.put(curve.columns().get(i), type.cast(curve.cell(point, i)));
        }
      }
      points.add(scala(cells));
    }
    return CollectionConverters.asScala(points).toSeq();
  }

  /** A slice's values as reports show them, by the names of its dimensions. */
  public static Map<String, String> values(SliceSpec spec, List<Object> key) {
    List<Object> shown = spec.display(key);
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < shown.size(); i++) {
      Object value = shown.get(i);
      values.put(spec.names().get(i), value == null ? null : ParameterInfo.text(value));
    }
    return values;
  }

  private static <V> Object scala(Map<String, V> map) {
    return CollectionConverters.asScala(map);
  }
}
