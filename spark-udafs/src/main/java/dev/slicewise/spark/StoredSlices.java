package dev.slicewise.spark;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.spark.scan.StateMerge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/** Makes a slice table of stored states. */
final class StoredSlices {
  private static final List<String> COLUMNS = List.of("definition", "slice_key", "state");

  private StoredSlices() {}

  static SliceTable read(Dataset<Row> stored, Finish finish) {
    for (String column : COLUMNS) {
      if (!List.of(stored.columns()).contains(column)) {
        throw new EvaluationException(
            "expected stored states with the columns "
                + String.join(", ", COLUMNS)
                + ", found "
                + String.join(", ", stored.columns()));
      }
    }
    try {
      List<String> definitions = definitions(stored);
      if (definitions.isEmpty()) {
        throw new EvaluationException("expected stored states, found none");
      }
      Suite suite = suite(stored);
      return SliceTable.of(
          EvaluationPlan.of(suite),
          definitions.stream().map(SliceSpec::parse).toList(),
          finish,
          StateMerge.merged(numbered(stored, definitions), suite.text()));
    } catch (StateFormatException | IllegalArgumentException e) {
      throw new EvaluationException(e.getMessage(), e);
    }
  }

  /** The definitions in the order of their numbers where they were evaluated. */
  private static List<String> definitions(Dataset<Row> stored) {
    return stored
        .groupBy("definition")
        .agg(functions.expr("min(substring(slice_key, 1, 2))").as("number"))
        .orderBy("number", "definition")
        .select("definition")
        .as(Encoders.STRING())
        .collectAsList();
  }

  /** The one suite of all states: the metrics of those that share a plan. */
  private static Suite suite(Dataset<Row> stored) {
    List<String> texts =
        stored
            .select("state")
            .as(Encoders.BINARY())
            .map((MapFunction<byte[], String>) StateCodec::storedSuite, Encoders.STRING())
            .distinct()
            .orderBy("value")
            .collectAsList();
    Suite suite = Suite.parse(texts.get(0), MetricCatalog.standard());
    EvaluationPlan plan = EvaluationPlan.of(suite);
    for (String text : texts.subList(1, texts.size())) {
      Suite other = Suite.parse(text, MetricCatalog.standard());
      plan.expectSame(EvaluationPlan.of(other));
      Set<NamedMetric> both = new LinkedHashSet<>(suite.metrics());
      both.addAll(other.metrics());
      Suite joined =
          new Suite(new ArrayList<>(both), suite.weighted(), suite.intervals(), suite.jackknife());
      // With intervals for one and not for the other, equal plans may not cover both.
      if (EvaluationPlan.of(joined).fingerprint() == plan.fingerprint()) {
        suite = joined;
      }
    }
    return suite;
  }

  /** Keys whose definition is the position in the list, whatever it was where they come from. */
  private static Dataset<Tuple2<byte[], byte[]>> numbered(
      Dataset<Row> stored, List<String> definitions) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    definitions.forEach(definition -> positions.put(definition, positions.size()));
    return stored
        .select("definition", "slice_key", "state")
        .map(
            (MapFunction<Row, Tuple2<byte[], byte[]>>)
                row ->
                    new Tuple2<>(
                        SliceKey.numbered((byte[]) row.get(1), positions.get(row.getString(0))),
                        (byte[]) row.get(2)),
            StateMerge.KEYED_STATE);
  }
}
