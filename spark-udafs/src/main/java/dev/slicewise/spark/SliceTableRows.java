package dev.slicewise.spark;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceSpec;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/** Slice results as rows of a DataFrame, made where the states are. */
final class SliceTableRows implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Long form: one row per slice and metric. A point of a curve is two maps of one index, since a
   * map has one type: its numbers in {@code curve}, and in {@code curve_names}, null for curves
   * without any, the names of the classes or groups it is about.
   */
  static final StructType METRICS =
      StructType.fromDDL(
          "slices array<string>, slice map<string,string>, metric string,"
              + " params map<string,string>, value double, n bigint, weight_sum double,"
              + " exactness string, error_bound double, ci_low double, ci_high double,"
              + " ci_method string, reason string, counters map<string,bigint>,"
              + " details map<string,double>, curve array<map<string,double>>,"
              + " curve_names array<map<string,string>>");

  /** One row per slice. */
  static final StructType STATES =
      StructType.fromDDL(
          "definition string, slices array<string>, slice map<string,string>, slice_key binary,"
              + " rows bigint, fingerprint string, state binary");

  private final String suite;
  private final ArrayList<String> metrics = new ArrayList<>();
  private final ArrayList<SliceSpec> definitions;
  private final double confidence;
  private final Finish.InvalidRows invalid;
  private transient EvaluationPlan plan;

  SliceTableRows(SliceTable table) {
    suite = table.plan().suite().text();
    table.metrics().forEach(metric -> metrics.add(metric.text()));
    definitions = new ArrayList<>(table.definitions());
    confidence = table.finish().confidence();
    invalid = table.finish().invalid();
  }

  private EvaluationPlan plan() {
    if (plan == null) {
      plan = EvaluationPlan.of(Suite.parse(suite, MetricCatalog.standard()));
    }
    return plan;
  }

  /** The rows in all slices of the first definition, which together are all rows. */
  long firstDefinitionRows(Iterator<Tuple2<byte[], byte[]>> slices) {
    long rows = 0;
    while (slices.hasNext()) {
      Tuple2<byte[], byte[]> slice = slices.next();
      if (SliceKey.fromBytes(slice._1).definition() == 0) {
        rows += StateCodec.read(slice._2, plan()).rows();
      }
    }
    return rows;
  }

  /** One row per slice and metric. */
  Iterator<Row> metricRows(Iterator<Tuple2<byte[], byte[]>> slices) {
    Finish finish = new Finish(confidence, invalid);
    List<NamedMetric> named =
        metrics.stream().map(text -> MetricCatalog.standard().parse(text)).toList();
    return new Iterator<>() {
      private Iterator<Row> current = List.<Row>of().iterator();

      @Override
      public boolean hasNext() {
        while (!current.hasNext() && slices.hasNext()) {
          Tuple2<byte[], byte[]> slice = slices.next();
          SliceState state = StateCodec.read(slice._2, plan());
          List<Row> rows = new ArrayList<>();
          for (MetricResult result : finish.results(state, named)) {
            rows.add(metricRow(slice._1, result));
          }
          current = rows.iterator();
        }
        return current.hasNext();
      }

      @Override
      public Row next() {
        hasNext();
        return current.next();
      }
    };
  }

  /** One row per slice. */
  Iterator<Row> stateRows(Iterator<Tuple2<byte[], byte[]>> slices) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return slices.hasNext();
      }

      @Override
      public Row next() {
        Tuple2<byte[], byte[]> slice = slices.next();
        return RowFactory.create(
            spec(slice._1).text(),
            names(slice._1),
            values(slice._1),
            slice._1,
            StateCodec.read(slice._2, plan()).rows(),
            plan().fingerprintText(),
            slice._2);
      }
    };
  }

  private Row metricRow(byte[] key, MetricResult result) {
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
    return RowFactory.create(
        names(key),
        values(key),
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
        curve == null ? null : classNames(curve));
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

  private SliceSpec spec(byte[] key) {
    return definitions.get(SliceKey.fromBytes(key).definition());
  }

  private Object names(byte[] key) {
    return CollectionConverters.asScala(spec(key).names()).toSeq();
  }

  private Object values(byte[] bytes) {
    SliceKey key = SliceKey.fromBytes(bytes);
    SliceSpec spec = definitions.get(key.definition());
    List<Object> shown = spec.display(key.values());
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < shown.size(); i++) {
      Object value = shown.get(i);
      values.put(spec.names().get(i), value == null ? null : ParameterInfo.text(value));
    }
    return scala(values);
  }

  private static <V> Object scala(Map<String, V> map) {
    return CollectionConverters.asScala(map);
  }
}
