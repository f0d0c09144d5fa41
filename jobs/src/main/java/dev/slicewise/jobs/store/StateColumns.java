package dev.slicewise.jobs.store;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** The columns of a state table, one row a slice, wherever the table is kept. */
final class StateColumns {
  /** What readers see. */
  static final StructType SCHEMA =
      StructType.fromDDL(
          "model string, window_start timestamp, window_end timestamp, definition string,"
              + " slices array<string>, slice map<string,string>, slice_key binary,"
              + " fingerprint string, codec_version int, rows bigint,"
              + " counters map<string,bigint>, run_id string, state binary");

  /** {@link Publication#key} of a row's publication: what data is laid out and replaced by. */
  static final String KEY = "publication";

  private StateColumns() {}

  /** These columns alone, in order. */
  static Dataset<Row> of(Dataset<Row> rows) {
    return rows.select(
        Arrays.stream(SCHEMA.fields())
            .map(field -> col(field.name()).cast(field.dataType()))
            .toArray(Column[]::new));
  }

  /** These columns and the key, in an order that makes small files and quick look-ups. */
  static Dataset<Row> keyed(Dataset<Row> rows) {
    Column text =
        concat_ws(
            "|",
            expr("hex(model)"),
            micros("window_start"),
            micros("window_end"),
            col("fingerprint"));
    return of(rows)
        .withColumn(KEY, sha2(text.cast("binary"), 256))
        .hint("rebalance", col(KEY))
        .sortWithinPartitions(KEY, "slice_key");
  }

  private static Column micros(String column) {
    return coalesce(expr("cast(unix_micros(" + column + ") AS string)"), lit("none"));
  }

  /** What the rows hold, by publication. */
  static List<Publication> publications(Dataset<Row> rows) {
    // A slice's key begins with the number of its definition; the slices of each hold all rows.
    Column number = expr("hex(substring(slice_key, 1, 2))");
    Dataset<Row> found =
        rows.groupBy(
                col("model"),
                expr("unix_micros(window_start)").as("start"),
                expr("unix_micros(window_end)").as("end"),
                col("fingerprint"))
            .agg(
                collect_set(struct(number, col("definition"))),
                max("run_id"),
                count(lit(1)),
                sum(expr("if(substring(slice_key, 1, 2) = X'0000', rows, 0L)")));
    List<Publication> publications = new ArrayList<>();
    for (Row row : found.collectAsList()) {
      TreeMap<String, String> definitions = new TreeMap<>();
      for (Row definition : row.<Row>getList(4)) {
        definitions.put(definition.getString(0), definition.getString(1));
      }
      publications.add(
          new Publication(
              row.getString(0),
              instant(row, 1),
              instant(row, 2),
              List.copyOf(definitions.values()),
              row.getString(3),
              row.getString(5),
              row.getLong(6),
              row.getLong(7)));
    }
    publications.sort(Publication.ORDER);
    return publications;
  }

  private static Instant instant(Row row, int column) {
    return row.isNullAt(column) ? null : Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
  }
}
