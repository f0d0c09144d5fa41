package dev.slicewise.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Curves in the long form: numbers in one column, names of classes in another. */
class CurveRowsTest {
  private static final String ROWS =
      " FROM VALUES ('plum', 0.25D), ('fig', 0.25D), ('plum', 0.75D), ('plum', 0.5D) AS t(y, p)";

  private static List<Row> points(Dataset<Row> rows) {
    return rows.selectExpr("posexplode(curve) AS (i, point)", "curve_names")
        .selectExpr(
            "curve_names[i]['category']",
            "curve_names[i]['class']",
            "point['n']",
            "map_keys(point)")
        .collectAsList();
  }

  private static SliceTable table(String metric) {
    return Evaluation.of(Spark.session().sql("SELECT *" + ROWS))
        .label("y")
        .metrics(metric)
        .withoutIntervals()
        .run();
  }

  @Test
  void namesInsteadOfIndices() {
    try (SliceTable table = table("category_counts(column=label)")) {
      List<Row> points = points(table.toDataFrame(Spark.session()));
      assertThat(points).extracting(row -> row.getString(0)).containsExactly("fig", "plum");
      assertThat(points).extracting(row -> row.getDouble(2)).containsExactly(1.0, 3.0);
      assertThat(points).noneMatch(row -> row.getList(3).contains("category"));
    }
    try (SliceTable table = table("class_balance")) {
      List<Row> points = points(table.toDataFrame(Spark.session()));
      assertThat(points).extracting(row -> row.getString(1)).containsExactly("fig", "plum");
      assertThat(table.toText(1)).contains("2 points");
    }
  }

  @Test
  void numbersStandForThemselves() {
    String numbers = "SELECT * FROM VALUES (10D), (-1D), (10D) AS t(y)";
    try (SliceTable table =
        Evaluation.of(Spark.session().sql(numbers)).label("y").metrics("class_balance").run()) {
      Row row =
          table
              .toDataFrame(Spark.session())
              .selectExpr("transform(curve, point -> point['class'])", "curve_names")
              .first();
      assertThat(row.<Double>getList(0)).containsExactly(-1.0, 10.0);
      assertThat(row.isNullAt(1)).isTrue();
    }
  }

  /** A prediction is a class in a table of classes, and a number in any other. */
  @Test
  void confusionMatricesNameBothSides() {
    String pairs =
        "SELECT * FROM VALUES ('fig', 'fig'), ('fig', 'plum'), ('plum', 'plum') AS t(y, p)";
    try (SliceTable table =
        Evaluation.of(Spark.session().sql(pairs))
            .label("y")
            .prediction("p")
            .metrics("confusion_matrix")
            .run()) {
      List<Map<String, String>> names =
          table
              .toDataFrame(Spark.session())
              .selectExpr("explode(curve_names) AS names")
              .collectAsList()
              .stream()
              .map(row -> row.<String, String>getJavaMap(0))
              .toList();
      assertThat(names)
          .contains(
              Map.of("label", "fig", "prediction", "plum"),
              Map.of("label", "plum", "prediction", "plum"));
    }
  }
}
