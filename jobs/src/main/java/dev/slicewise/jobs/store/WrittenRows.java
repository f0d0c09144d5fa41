package dev.slicewise.jobs.store;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.spark.slice.LongForm;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Makes rows of a state table out of states and their keys: what can be read from them is, and so
 * is always true of them. A row that cannot be one says why in a column of its own, since what a
 * task throws reaches nobody as a sentence.
 */
final class WrittenRows {
  /** Why a row is none of a state table, or null. */
  static final String PROBLEM = "problem";

  /** What is read: {@code micros} are those of the window's ends, for comparison. */
  static final StructType READ =
      StructType.fromDDL(
          "model string, window_start timestamp, window_end timestamp, definition string,"
              + " slice_key binary, run_id string, state binary, start_micros bigint,"
              + " end_micros bigint");

  private static final StructType SCHEMA =
      StateColumns.SCHEMA.add(PROBLEM, DataTypes.StringType, true);

  private WrittenRows() {}

  /** The rows of {@link #READ} as those of a state table, each with its problem. */
  static Dataset<Row> complete(Dataset<Row> read) {
    return read.mapPartitions(
        (MapPartitionsFunction<Row, Row>)
            rows -> {
              StateCodec codec = new StateCodec(MetricCatalog.standard());
              return new Iterator<Row>() {
                @Override
                public boolean hasNext() {
                  return rows.hasNext();
                }

                @Override
                public Row next() {
                  return complete(rows.next(), codec);
                }
              };
            },
        Encoders.row(SCHEMA));
  }

  private static Row complete(Row row, StateCodec codec) {
    try {
      String definition = row.getAs("definition");
      byte[] key = row.getAs("slice_key");
      byte[] bytes = row.getAs("state");
      expectGiven("model", row.getAs("model"));
      expectGiven("definition", definition);
      expectGiven("slice_key", key);
      expectGiven("state", bytes);
      expectWindow(row.getAs("start_micros"), row.getAs("end_micros"), row);
      SliceSpec spec = SliceSpec.parse(definition);
      SliceKey values = SliceKey.fromBytes(key);
      if (values.values().size() != spec.dimensions().size()) {
        throw new IllegalArgumentException(
            "expected a slice_key of the values of '"
                + spec.text()
                + "', found "
                + values.values().size()
                + " values; make it with slice_key(0, …)");
      }
      SliceState state = codec.readStored(bytes);
      return RowFactory.create(
          row.getAs("model"),
          row.getAs("window_start"),
          row.getAs("window_end"),
          spec.text(),
          CollectionConverters.asScala(spec.names()).toSeq(),
          CollectionConverters.asScala(LongForm.values(spec, values.values())),
          key,
          state.plan().fingerprintText(),
          StateCodec.VERSION,
          state.rows(),
          CollectionConverters.asScala(state.counters()),
          row.getAs("run_id"),
          bytes,
          null);
    } catch (IllegalArgumentException | StateFormatException e) {
      Object[] cells = new Object[SCHEMA.size()];
      cells[SCHEMA.size() - 1] = e.getMessage();
      return RowFactory.create(cells);
    }
  }

  private static void expectGiven(String column, Object value) {
    if (value == null) {
      throw new IllegalArgumentException(
          "expected a value in column " + column + " of every row, found NULL");
    }
  }

  private static void expectWindow(Long start, Long end, Row row) {
    boolean none = start == null && end == null;
    if (!none && (start == null || end == null || start >= end)) {
      throw new IllegalArgumentException(
          "expected a window that starts before it ends, or neither, found window_start "
              + row.getAs("window_start")
              + " and window_end "
              + row.getAs("window_end"));
    }
  }
}
