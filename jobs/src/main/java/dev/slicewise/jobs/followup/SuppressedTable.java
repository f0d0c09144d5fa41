package dev.slicewise.jobs.followup;

import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.Suppression;
import dev.slicewise.core.slice.Suppression.Size;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.spark.SliceTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A table of results in which small slices are joined, states and all, so that nothing which is
 * made of it knows them.
 *
 * @param table the results
 * @param hidden slices that were joined
 */
record SuppressedTable(SliceTable table, long hidden) {
  private static final StructType STATES =
      StructType.fromDDL("definition string, slice_key binary, state binary");

  static SuppressedTable of(SparkSession spark, SliceTable whole, long fewest) {
    Dataset<Row> states = whole.states(spark);
    List<Size> sizes = new ArrayList<>();
    List<byte[]> keys = new ArrayList<>();
    for (Row row : states.select("slice_key", "rows").collectAsList()) {
      SliceKey key = SliceKey.fromBytes((byte[]) row.get(0));
      sizes.add(new Size(key.definition(), key.values(), row.getLong(1)));
      keys.add((byte[]) row.get(0));
    }
    boolean[] hidden;
    try {
      hidden = Suppression.of(whole.definitions(), sizes, fewest);
    } catch (IllegalArgumentException e) {
      throw JobException.tooLittleData("--suppress-below: " + Failures.sentence(e.getMessage()));
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < hidden.length; i++) {
      if (hidden[i]) {
        names.add(HexFormat.of().formatHex(keys.get(i)));
      }
    }
    if (names.isEmpty()) {
      return new SuppressedTable(whole, 0);
    }
    Dataset<Row> joined =
        states
            .select("definition", "slice_key", "state")
            .map(joining(new HashSet<>(names)), Encoders.row(STATES));
    SliceTable read = SliceTable.read(joined, whole.finish());
    return new SuppressedTable(read.select(whole.metrics(), whole.finish()), names.size());
  }

  /** A slice that is hidden goes by the name of all that are, and states of one name are merged. */
  private static MapFunction<Row, Row> joining(HashSet<String> hidden) {
    return row -> {
      byte[] key = (byte[]) row.get(1);
      if (!hidden.contains(HexFormat.of().formatHex(key))) {
        return row;
      }
      int dimensions = SliceSpec.parse(row.getString(0)).dimensions().size();
      List<Object> values = new ArrayList<>(Collections.nCopies(dimensions, Suppression.HIDDEN));
      byte[] joined = new SliceKey(SliceKey.fromBytes(key).definition(), values).toBytes();
      return RowFactory.create(row.getString(0), joined, row.get(2));
    };
  }
}
