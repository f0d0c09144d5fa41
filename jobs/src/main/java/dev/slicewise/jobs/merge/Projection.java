package dev.slicewise.jobs.merge;

import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.config.PublishConfig;
import dev.slicewise.jobs.store.WindowUnit;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Stored states under the keys of the slices that are made of them. */
final class Projection implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final StructType KEYED =
      StructType.fromDDL("definition string, slice_key binary, state binary");

  private final HashMap<String, List<Coarsening.Target>> targets;
  private final ArrayList<String> definitions = new ArrayList<>();
  private final WindowUnit unit;
  private final ZoneId zone;

  /**
   * Describes the keys.
   *
   * @param targets by stored definition, see {@link Coarsening#from}
   * @param made the definitions that are made
   * @param unit of the window that their slices begin with; null when there is none
   * @param zone whose calendar the windows follow
   */
  Projection(
      Map<String, List<Coarsening.Target>> targets,
      List<SliceSpec> made,
      WindowUnit unit,
      ZoneId zone) {
    this.targets = new HashMap<>(targets);
    this.unit = unit;
    this.zone = zone;
    for (SliceSpec spec : made) {
      List<Dimension> dimensions = new ArrayList<>(spec.dimensions());
      if (unit != null) {
        dimensions.add(
            0, new Dimension.TimeUnit(PublishConfig.WINDOW, "window_start", unit.text()));
      }
      definitions.add(new SliceSpec(dimensions).text());
    }
  }

  /**
   * Rows of just definition, key and state.
   *
   * @param stored rows with these columns
   * @param start the column with the start of a row's window, or null without windows
   */
  Dataset<Row> of(Dataset<Row> stored, String start) {
    Dataset<Row> needed =
        stored.filter(functions.col("definition").isInCollection(targets.keySet()));
    String micros = start == null ? "CAST(NULL AS bigint)" : "unix_micros(" + start + ")";
    return needed
        .selectExpr("definition", "slice_key", "state", micros)
        .flatMap((FlatMapFunction<Row, Row>) this::projected, Encoders.row(KEYED));
  }

  private Iterator<Row> projected(Row row) {
    List<Object> values = SliceKey.fromBytes((byte[]) row.get(1)).values();
    List<Row> projected = new ArrayList<>();
    for (Coarsening.Target target : targets.get(row.getString(0))) {
      List<Object> kept = new ArrayList<>();
      if (unit != null) {
        Instant start = Instant.EPOCH.plus(row.getLong(3), ChronoUnit.MICROS);
        kept.add(unit.label(unit.around(start, zone).start(), zone));
      }
      for (int position : target.positions()) {
        kept.add(values.get(position));
      }
      byte[] key = new SliceKey(target.number(), kept).toBytes();
      projected.add(RowFactory.create(definitions.get(target.number()), key, row.get(2)));
    }
    return projected.iterator();
  }
}
