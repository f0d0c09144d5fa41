package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.Slices;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.SliceTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Awkward values of dimensions: each keeps its identity, its rows and its place in the order. */
class SliceValuesTest {
  private static final List<String> TEXTS =
      Arrays.asList(
          null,
          "null",
          "NULL",
          "all",
          "(other)",
          "",
          " ",
          "a",
          "A",
          "a ",
          "a\u0000b",
          "a\u0000",
          "\u0000",
          "\u00ff",
          "\u00fc",
          "u\u0308",
          "a\nb",
          "a\tb",
          "\u001b[31m",
          "a,b",
          "a=b",
          "\"",
          "'",
          "`",
          "<script>",
          "=1+1",
          "\u202eabc",
          "\ufeff",
          "\uff5e",
          "\ud83d\ude00",
          "\u4e2d\u6587",
          "x".repeat(10_000));

  private static Evaluation of(Dataset<Row> rows, SliceSpec... slices) {
    return Evaluation.of(rows)
        .label("label")
        .prediction("prediction")
        .metrics("mae")
        .slices(slices);
  }

  /** Text i occurs in i + 1 rows, over several partitions. */
  private static Dataset<Row> texts() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < TEXTS.size(); i++) {
      for (int k = 0; k <= i; k++) {
        rows.add(RowFactory.create(TEXTS.get(i), 0.0, (double) i));
      }
    }
    return Spark.session()
        .createDataFrame(rows, StructType.fromDDL("text string, label double, prediction double"))
        .repartition(3);
  }

  @Test
  void textsAreSlicesByTheirCodePoints() {
    List<String> sorted = new ArrayList<>(TEXTS);
    sorted.sort(
        Comparator.nullsFirst(
            (a, b) ->
                Arrays.compareUnsigned(
                    a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8))));
    try (SliceTable table = of(texts(), Slices.by("text")).run()) {
      List<Object> found = new ArrayList<>();
      for (SliceResult slice : table) {
        Object text = slice.key().values().get(0);
        found.add(text);
        assertThat(slice.rows()).as("rows of '%s'", text).isEqualTo(TEXTS.indexOf(text) + 1);
        assertThat(SliceKey.fromBytes(slice.key().toBytes())).isEqualTo(slice.key());
      }
      assertThat(found).isEqualTo(sorted);
    }
  }

  @Test
  void textsSurviveTheTableOfStates() {
    try (SliceTable table = of(texts(), Slices.by("text")).run()) {
      Map<String, Long> rows = new HashMap<>();
      for (Row row :
          table.states(Spark.session()).selectExpr("slice['text']", "rows").collectAsList()) {
        rows.put(row.getString(0), row.getLong(1));
      }
      assertThat(rows).hasSize(TEXTS.size());
      rows.forEach((text, count) -> assertThat(count).isEqualTo(TEXTS.indexOf(text) + 1L));
    }
  }

  @Test
  void nullTheWordNullAndAllAreThreeSlices() {
    try (SliceTable table = of(texts(), Slices.all(), Slices.by("text")).run()) {
      List<Row> rows =
          table
              .toDataFrame(Spark.session())
              .selectExpr("slices", "slice", "n", "slice['text'] AS text")
              .where("size(slices) = 0 OR text IS NULL OR text IN ('null', 'NULL', 'all')")
              .collectAsList();
      assertThat(rows).hasSize(5);
      assertThat(rows.get(0).getJavaMap(1)).isEmpty();
      assertThat(rows.get(0).getLong(2)).isEqualTo(TEXTS.size() * (TEXTS.size() + 1L) / 2);
      assertThat(rows.get(1).getJavaMap(1)).containsEntry("text", null);
      assertThat(rows.get(1).getLong(2)).isEqualTo(1);
      assertThat(rows.subList(2, 5))
          .extracting(row -> row.getString(3))
          .containsExactly("NULL", "all", "null");
      assertThat(rows.subList(2, 5)).extracting(row -> row.getLong(2)).containsExactly(3L, 4L, 2L);
    }
  }

  @Test
  void controlCharactersDoNotReachTheTerminalNorMarkupThePage() {
    try (SliceTable table = of(texts(), Slices.by("text")).run()) {
      assertThat(table.toText(100).replace("\n", "")).doesNotContainPattern("\\p{Cntrl}");
      assertThat(table.html()).doesNotContain("<script>").contains("&lt;script&gt;");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "double | (NULL), (0D), (-0D), (double('NaN')), (double('Infinity')), (-1e300D), (4.9e-324D)"
            + " | double | null, -1.0E300, 0.0, 4.9E-324, Infinity, NaN",
        "float | (NULL), (float(0)), (float('-0')), (float('NaN')), (float(0.5))"
            + " | double | null, 0.0, 0.5, NaN",
        "decimal | (NULL), (1.50BD), (-1.50BD), (10.00BD), (0.00BD) | string"
            + " | null, -1.50, 0.00, 1.50, 10.00",
        "date | (NULL), (DATE'2013-03-10'), (DATE'1969-12-31'), (DATE'0001-01-01') | string"
            + " | null, 0001-01-01, 1969-12-31, 2013-03-10",
        "boolean | (NULL), (true), (false) | boolean | null, false, true",
        "bigint | (NULL), (0L), (-1L), (9223372036854775807L), (-9223372036854775807L) | bigint"
            + " | null, -9223372036854775807, -1, 0, 9223372036854775807",
        "tinyint | (NULL), (1Y), (-128Y) | bigint | null, -128, 1",
        "timestamp_ntz | (NULL), (TIMESTAMP_NTZ'2013-03-10 02:30:00.123456') | string"
            + " | null, 2013-03-10 02:30:00.123456"
      })
  void typedValuesAreSlices(String name, String values, String type, String expected) {
    Dataset<Row> rows =
        Spark.sql("SELECT x, 0D AS label, 1D AS prediction FROM VALUES " + values + " AS v(x)");
    // Every value twice, in other partitions: equal values must still meet.
    try (SliceTable table = of(rows.union(rows).repartition(4), Slices.by("x")).run()) {
      List<String> found = new ArrayList<>();
      long counted = 0;
      for (SliceResult slice : table) {
        Object value = slice.key().values().get(0);
        found.add(String.valueOf(value));
        counted += slice.rows();
        if (value != null) {
          assertThat(value.getClass()).as(name).isEqualTo(classOf(type));
        }
      }
      assertThat(String.join(", ", found)).isEqualTo(expected);
      assertThat(counted).isEqualTo(2 * rows.count());
    }
  }

  private static Class<?> classOf(String type) {
    return switch (type) {
      case "double" -> Double.class;
      case "bigint" -> Long.class;
      case "boolean" -> Boolean.class;
      default -> String.class;
    };
  }

  /** Ties of frequency are broken by value, so that the cut does not depend on the order. */
  @Test
  void topValuesBreakTiesByValue() {
    Dataset<Row> rows =
        Spark.sql(
            "SELECT x, 0D AS label, 1D AS prediction FROM VALUES ('d'), ('c'), ('b'), ('a'), ('a'),"
                + " (NULL), (NULL), (NULL) AS v(x)");
    for (int partitions : new int[] {1, 3}) {
      try (SliceTable table = of(rows.repartition(partitions), Slices.by("top(x, 2)")).run()) {
        List<Object> values = new ArrayList<>();
        table.forEach(slice -> values.add(slice.key().values().get(0) + ":" + slice.rows()));
        assertThat(values).containsExactly("null:3", "(other):2", "a:2", "b:1");
      }
    }
  }
}
