package dev.slicewise.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.Slices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of unfortunate shapes: correct, and in seconds. */
class SkewAndSizeTest {
  private static final SparkSession SPARK = Spark.session();

  @TempDir static Path directory;

  private static List<byte[]> states(Dataset<Row> input, long budget, SliceSpec... slices) {
    Evaluation evaluation =
        Evaluation.of(input)
            .label("y")
            .prediction("p")
            .metrics("mae, r2_score, p99_abs")
            .memoryBudget(budget)
            .slices(slices);
    try (SliceTable table = evaluation.run()) {
      List<byte[]> states = new ArrayList<>();
      table.states(SPARK).collectAsList().forEach(row -> states.add((byte[]) row.getAs("state")));
      return states;
    }
  }

  private static boolean contains(List<byte[]> states, byte[] state) {
    return states.stream().anyMatch(other -> Arrays.equals(other, state));
  }

  @Test
  void oneSliceWithNineTenthsOfTheRows() {
    Dataset<Row> rows =
        SPARK
            .range(0, 60_000, 1, 4)
            .selectExpr(
                "id % 97 AS y",
                "id % 97 + sin(id) AS p", "if(id % 10 > 0, 'big', concat('s', id % 5000)) AS name");
    rows.write().parquet(path("skewed"));
    Dataset<Row> skewed = SPARK.read().parquet(path("skewed"));
    byte[] big = states(skewed.where("name = 'big'"), 1 << 30, Slices.all()).get(0);
    for (long budget : new long[] {10_000, 1 << 30}) {
      List<byte[]> states = states(skewed, budget, Slices.by("name"));
      assertThat(states).hasSize(501);
      assertThat(contains(states, big)).isTrue();
    }
  }

  @Test
  void oneRowGroupOrMany() {
    Dataset<Row> rows =
        SPARK
            .range(0, 30_000, 1, 6)
            .selectExpr("id % 31 AS y", "cos(id) AS p", "id % 700 AS g", "id % 3 AS h");
    rows.coalesce(1).write().parquet(path("one"));
    rows.write().option("parquet.block.size", 20_000).parquet(path("many"));
    SliceSpec[] slices = {Slices.by("g"), Slices.by("h"), Slices.all()};
    List<byte[]> one = states(SPARK.read().parquet(path("one")), 1 << 20, slices);
    List<byte[]> many = states(SPARK.read().parquet(path("many")), 1 << 20, slices);
    assertThat(one).hasSize(704);
    assertThat(many.stream().filter(state -> contains(one, state))).hasSize(704);
  }

  @Test
  void twoHundredMetrics() {
    Dataset<Row> rows = SPARK.range(0, 5_000, 1, 2).selectExpr("0D AS y", "id AS p", "id % 2 AS g");
    String[] metrics =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> "huber(delta=" + i + ")")
            .toArray(String[]::new);
    try (SliceTable table =
        Evaluation.of(rows)
            .label("y")
            .prediction("p")
            .metrics(metrics)
            .slices(Slices.by("g"))
            .run()) {
      List<Row> values =
          table
              .toDataFrame(SPARK)
              .where("cast(params['delta'] AS double) = 200")
              .select("value")
              .collectAsList();
      assertThat(table.toDataFrame(SPARK).count()).isEqualTo(400);
      assertThat(values).hasSize(2);
      // e²/2 of the even numbers up to 200, then 200(e − 100) up to 4,998; and of the odd ones.
      double even = 0;
      double odd = 0;
      for (int e = 0; e < 5_000; e++) {
        double loss = e <= 200 ? e * e / 2.0 : 200.0 * (e - 100);
        even += e % 2 == 0 ? loss : 0;
        odd += e % 2 == 1 ? loss : 0;
      }
      assertThat(values.stream().map(row -> row.getDouble(0)))
          .containsExactlyInAnyOrder(even / 2500, odd / 2500);
    }
  }

  @Test
  void tenThousandColumns() {
    String[] columns =
        IntStream.range(0, 10_000).mapToObj(i -> "id + " + i + " AS c" + i).toArray(String[]::new);
    Dataset<Row> wide = SPARK.range(0, 300, 1, 2).selectExpr(columns);
    Evaluation evaluation =
        Evaluation.of(wide).label("c0").prediction("c9999").metrics("mae").slices(Slices.by("c7"));
    assertThat(evaluation.preview().columnsRead()).containsExactly("id");
    try (SliceTable table = evaluation.run()) {
      assertThat(
              table.toDataFrame(SPARK).select("value").collectAsList().stream()
                  .map(row -> row.getDouble(0))
                  .collect(Collectors.toSet()))
          .containsExactly(9999.0);
      assertThat(table.sliceCount()).isEqualTo(300);
    }
  }

  private static String path(String name) {
    return directory.resolve(name).toString();
  }
}
