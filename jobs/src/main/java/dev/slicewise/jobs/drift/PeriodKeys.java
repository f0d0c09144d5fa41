package dev.slicewise.jobs.drift;

import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Stored states as slices that are told apart by the number of their period as well. */
final class PeriodKeys {
  /** The dimension's name. */
  private static final Dimension PERIOD = new Dimension.Column("slicewise_period");

  private static final StructType STATES =
      StructType.fromDDL("definition string, slice_key binary, state binary");

  private PeriodKeys() {}

  /** States with the number of their period as the last value of their key. */
  static Dataset<Row> add(Dataset<Row> states, Column period) {
    return states
        .select(
            states.col("definition"),
            states.col("slice_key"),
            states.col("state"),
            period.cast("bigint").as("period"))
        .map(
            (MapFunction<Row, Row>)
                row ->
                    RowFactory.create(
                        definition(row.getString(0)),
                        key((byte[]) row.get(1), row.getLong(3)),
                        row.get(2)),
            Encoders.row(STATES));
  }

  private static String definition(String text) {
    List<Dimension> dimensions = new ArrayList<>(SliceSpec.parse(text).dimensions());
    dimensions.add(PERIOD);
    return new SliceSpec(dimensions).text();
  }

  private static byte[] key(byte[] bytes, long period) {
    SliceKey key = SliceKey.fromBytes(bytes);
    List<Object> values = new ArrayList<>(key.values());
    values.add(period);
    return new SliceKey(key.definition(), values).toBytes();
  }

  /** The period in the last value of a key. */
  static int period(List<Object> values) {
    return ((Long) values.get(0)).intValue();
  }
}
