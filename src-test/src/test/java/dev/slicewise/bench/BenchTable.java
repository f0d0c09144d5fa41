package dev.slicewise.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The benchmark's rows as Parquet files, written once and found again by their manifest. */
record BenchTable(Path directory, long rows, int files) {
  private static final String MANIFEST = "MANIFEST";
  private static final long ROWS_OF_FILE = 2_000_000;
  private static final int FEWEST_FILES = 4;

  /** Columns of real predictions have no dictionary to read them by; these are kept likewise. */
  private static final List<String> WITHOUT_DICTIONARY =
      List.of("p", "p_nulls", "label", "prediction");

  /** Slice columns that the files have. */
  private static final List<SliceColumn> SLICES =
      Stream.of(SliceColumn.values()).filter(column -> column != SliceColumn.STATE).toList();

  /** The table of so many rows below a directory; written if it is not there. */
  static BenchTable open(SparkSession spark, Path parent, long rows) {
    int files = (int) Math.max(FEWEST_FILES, (rows + ROWS_OF_FILE - 1) / ROWS_OF_FILE);
    BenchTable table = new BenchTable(parent.resolve("rows-" + rows), rows, files);
    try {
      Path manifest = table.directory.resolve(MANIFEST);
      if (!Files.exists(manifest) || !Files.readString(manifest).equals(table.manifest())) {
        delete(table.directory);
        table.write(spark);
        Files.writeString(manifest, table.manifest());
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the rows in " + table.directory, e);
    }
  }

  private String manifest() {
    return "generator %d, rows %d, files %d%n".formatted(BenchRow.GENERATOR_VERSION, rows, files);
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> paths = Files.walk(directory)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private void write(SparkSession spark) {
    var writer =
        spark
            .range(0, rows, 1, files)
            .mapPartitions(
                (MapPartitionsFunction<Long, Row>) BenchTable::rows, Encoders.row(schema()))
            .write()
            .option("parquet.block.size", 64 << 20);
    for (String column : WITHOUT_DICTIONARY) {
      writer = writer.option("parquet.enable.dictionary#" + column, false);
    }
    writer.parquet(rowFiles().toString());
    spark
        .range(0, SliceColumn.S500.cardinality(), 1, 1)
        .mapPartitions((MapPartitionsFunction<Long, Row>) BenchTable::stores, Encoders.row(STORES))
        .write()
        .parquet(storeFiles().toString());
  }

  /** Where the rows are. */
  Path rowFiles() {
    return directory.resolve("rows.parquet");
  }

  /** Where the stores and their states are. */
  Path storeFiles() {
    return directory.resolve("stores.parquet");
  }

  private static final StructType STORES =
      new StructType()
          .add("store", DataTypes.StringType)
          .add(SliceColumn.STATE.columnName(), DataTypes.StringType);

  private static StructType schema() {
    StructType schema =
        new StructType()
            .add("id", DataTypes.LongType)
            .add("y", DataTypes.DoubleType)
            .add("p", DataTypes.DoubleType)
            .add("w", DataTypes.DoubleType)
            .add("y_nulls", DataTypes.DoubleType)
            .add("p_nulls", DataTypes.DoubleType)
            .add("label", DataTypes.DoubleType)
            .add("prediction", DataTypes.DoubleType);
    for (SliceColumn column : SLICES) {
      schema = schema.add(column.columnName(), column.type());
    }
    return schema;
  }

  private static Iterator<Row> rows(Iterator<Long> ids) {
    BenchRow row = new BenchRow();
    List<Object[]> values = new ArrayList<>();
    for (SliceColumn column : SLICES) {
      // A million numbers need no table.
      boolean text = column.type() instanceof org.apache.spark.sql.types.StringType;
      Object[] known = new Object[text ? column.cardinality() : 0];
      for (int i = 0; i < known.length; i++) {
        known[i] = column.value(i);
      }
      values.add(known);
    }
    return map(
        ids,
        id -> {
          row.become(id);
          Object[] fields = new Object[8 + SLICES.size()];
          fields[0] = id;
          fields[1] = row.positive() ? 1.0 : 0.0;
          fields[2] = row.score();
          fields[3] = row.weightEighths() * BenchRow.WEIGHT_UNIT;
          fields[4] = row.labelMissing() ? null : fields[1];
          fields[5] = row.predictionMissing() ? null : fields[2];
          fields[6] = row.regressionLabel();
          fields[7] = row.regressionPrediction();
          for (int c = 0; c < SLICES.size(); c++) {
            int index = SLICES.get(c).of(row);
            Object[] known = values.get(c);
            fields[8 + c] = known.length == 0 ? (Object) index : known[index];
          }
          return RowFactory.create(fields);
        });
  }

  private static Iterator<Row> stores(Iterator<Long> numbers) {
    return map(
        numbers,
        number -> {
          int store = (int) (long) number;
          return RowFactory.create(
              SliceColumn.S500.value(store), SliceColumn.STATE.value(SliceColumn.stateOf(store)));
        });
  }

  private static Iterator<Row> map(
      Iterator<Long> items, java.util.function.Function<Long, Row> function) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public Row next() {
        return function.apply(items.next());
      }
    };
  }
}
