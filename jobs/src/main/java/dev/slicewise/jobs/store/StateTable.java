package dev.slicewise.jobs.store;

import dev.slicewise.jobs.failure.JobException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table of states, as it was when it was opened. Its columns, one row a slice:
 *
 * <ul>
 *   <li>{@code model}; {@code window_start}, {@code window_end}: instants, the end excluded, both
 *       null for data without a window; {@code fingerprint} of the plan. These say which
 *       publication a row belongs to, see {@link Publication}.
 *   <li>{@code definition}: the slice definition as text; {@code slices}, {@code slice}: its names
 *       and the slice's values for people; {@code slice_key}: the same for programs.
 *   <li>{@code state}: the bytes, with {@code codec_version}, {@code rows} and {@code counters}, a
 *       summary of its rows.
 *   <li>{@code run_id}: who published it.
 * </ul>
 */
public interface StateTable {
  /**
   * Opens a table to read.
   *
   * @param location a directory, {@code delta:} and a directory, or {@code iceberg:} and a table's
   *     name
   * @throws JobException when there is none, or it cannot be read
   */
  static StateTable open(SparkSession spark, String location) {
    StateTable table = openOrNew(spark, location);
    if (table.publications().isEmpty()) {
      throw JobException.usage(
          "expected a state table with publications at "
              + location
              + ", found none; `slicewise evaluate --state-table "
              + location
              + "` publishes to it.");
    }
    return table;
  }

  /**
   * Opens a table to publish to, which may not be there yet. Writes nothing.
   *
   * @throws JobException when something else is there
   */
  static StateTable openOrNew(SparkSession spark, String location) {
    if (location.startsWith(DeltaTable.PREFIX)) {
      return DeltaTable.open(spark, location);
    }
    return location.startsWith(IcebergTable.PREFIX)
        ? IcebergTable.open(spark, location)
        : DirectoryTable.open(spark, location);
  }

  /** Where it is, as it was said. */
  String location();

  /** What it has, by model, then in time. */
  List<Publication> publications();

  /** The rows of these publications. */
  Dataset<Row> rows(List<Publication> publications);

  /** The rows of these publications. */
  default Dataset<Row> rows(Publication... publications) {
    return rows(List.of(publications));
  }

  /** All rows. */
  default Dataset<Row> rows() {
    return rows(publications());
  }

  /**
   * Refuses to be inside what is read or written elsewhere, or around it.
   *
   * @param others qualified paths
   */
  default void refuseOverlap(List<Path> others) {}

  /**
   * Publishes states, all or nothing: each publication in them takes the place of the same model's,
   * window's and plan's that is there, and all others stay. This object does not change; open the
   * table again to see them.
   *
   * @param rows the columns above
   * @return the publications that were in the rows
   */
  List<Publication> publish(Dataset<Row> rows);
}
