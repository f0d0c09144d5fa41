package dev.slicewise.spark;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.spark.slice.LongForm;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/** Slice results as rows of a DataFrame, made where the states are. */
final class SliceTableRows implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Long form: one row per slice and metric. */
  static final StructType METRICS =
      StructType.fromDDL("slices array<string>, slice map<string,string>, " + LongForm.COLUMNS);

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
    Object[] cells = new Object[METRICS.size()];
    cells[0] = names(key);
    cells[1] = values(key);
    Object[] rest = LongForm.cells(result);
    System.arraycopy(rest, 0, cells, 2, rest.length);
    return RowFactory.create(cells);
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
    return CollectionConverters.asScala(LongForm.values(spec, key.values()));
  }
}
