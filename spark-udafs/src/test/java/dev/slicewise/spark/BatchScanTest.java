package dev.slicewise.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.Slices;
import dev.slicewise.spark.scan.SliceJob;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columnar batches and rows of the same table give the same state bytes. */
class BatchScanTest {
  private static final String SUITE = "mae, rmse, mean_error, r2_score, quantile_abs_error(q=0.99)";

  @TempDir static Path directory;

  private static SparkSession spark;

  /**
   * Every type that is read as it is, with NULLs; NaN, infinities and both zeros; texts of all
   * lengths.
   */
  @BeforeAll
  static void write() {
    spark = Spark.session();
    Dataset<Row> rows =
        spark
            .range(0, 12_000, 1, 2)
            .selectExpr(
                "if(id % 11 = 0, null, id % 3 = 0) AS truth",
                "if(id % 13 = 0, null, cast(id % 200 - 100 AS tinyint)) AS tiny",
                "if(id % 17 = 0, null, cast(id % 3000 AS smallint)) AS small",
                "if(id % 19 = 0, null, cast(hash(id) AS int)) AS number",
                "xxhash64(id) AS large",
                "if(id % 23 = 0, null, cast(sin(id) AS float)) AS single",
                "CASE WHEN id % 29 = 0 THEN null WHEN id % 1009 = 0 THEN double('NaN')"
                    + " WHEN id % 1013 = 0 THEN double('-Infinity') ELSE exp(id % 40) * sin(id) END"
                    + " AS real",
                "id % 50 / 7D AS coarse",
                "CASE id % 5 WHEN 0 THEN -0.0D WHEN 1 THEN 0.0D WHEN 2 THEN double('NaN')"
                    + " WHEN 3 THEN null ELSE 1.5D END AS zeros",
                "if(id % 7 = 0, null, concat('value ', (id div 1000) * 10 + id % 5)) AS word",
                "concat_ws('-', 'text', cast(id % 10007 AS string)) AS words",
                "CASE id % 4 WHEN 0 THEN '' WHEN 1 THEN 'null' WHEN 2 THEN 'a\\0b' END AS odd",
                "cast(id % 1000 / 8 AS decimal(9, 3)) AS money",
                "cast(id % 3 AS int) AS part",
                "id AS row_id");
    var writer = rows.write().partitionBy("part");
    writer.option("parquet.block.size", 100_000).parquet(path("parquet"));
    writer
        .option("parquet.enable.dictionary", false)
        .option("parquet.block.size", 200_000)
        .parquet(path("plain"));
    writer.orc(path("orc"));
    rows.withColumn("word", rows.col("words")).write().mode("append").parquet(path("grown/one"));
    rows.drop("single").write().mode("append").parquet(path("grown/two"));
  }

  @AfterEach
  void readBatchesAgain() {
    spark.conf().unset(SliceJob.COLUMNAR_SETTING);
  }

  private static String path(String name) {
    return directory.resolve(name).toString();
  }

  private static Dataset<Row> read(String name) {
    return spark.read().format(name.equals("orc") ? "orc" : "parquet").load(path(name));
  }

  private static List<String> states(Evaluation evaluation) {
    try (SliceTable table = evaluation.run()) {
      return table.states(spark).collectAsList().stream()
          .map(
              row ->
                  row.getAs("slice") + " " + HexFormat.of().formatHex((byte[]) row.getAs("state")))
          .sorted()
          .toList();
    }
  }

  private static Evaluation of(Dataset<Row> input, String label, SliceSpec... slices) {
    return Evaluation.of(input)
        .label(label)
        .prediction("coarse")
        .metrics(SUITE)
        .memoryBudget(1 << 20)
        .slices(slices);
  }

  /** Runs on batches, then on rows. */
  private static void expectEqual(Dataset<Row> input, UnaryOperator<Evaluation> asked) {
    Evaluation evaluation = asked.apply(Evaluation.of(input));
    assertThat(evaluation.preview().scanKind()).startsWith("columnar batches of ");
    List<String> byBatches = states(evaluation);
    spark.conf().set(SliceJob.COLUMNAR_SETTING, "false");
    assertThat(evaluation.preview().scanKind())
        .isEqualTo("rows: " + SliceJob.COLUMNAR_SETTING + " is false");
    assertThat(byBatches).isNotEmpty().isEqualTo(states(evaluation));
    spark.conf().unset(SliceJob.COLUMNAR_SETTING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "plain", "orc"})
  void everyTypeAsRole(String format) {
    for (String label :
        List.of("truth", "tiny", "small", "number", "large", "single", "real", "part")) {
      expectEqual(
          read(format), e -> e.label(label).prediction("coarse").weight("tiny").metrics(SUITE));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "plain", "orc"})
  void everyTypeAsDimension(String format) {
    for (String dimensions :
        List.of("truth, zeros, part", "small", "tiny, odd", "word, truth", "single")) {
      expectEqual(
          read(format),
          e ->
              e.label("real")
                  .prediction("single")
                  .metrics("mae")
                  .slices(SliceSpec.parse(dimensions)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "plain", "orc"})
  void manySlicesInLittleMemory(String format) {
    for (long budget : new long[] {1, 300_000}) {
      expectEqual(
          read(format),
          e ->
              e.label("real")
                  .prediction("coarse")
                  .metrics("mae")
                  .memoryBudget(budget)
                  .slices(Slices.by("part", "words"), Slices.by("word")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "plain", "orc"})
  void definitionsWithoutACommonOne(String format) {
    SliceSpec[] slices = {Slices.by("tiny"), Slices.by("truth", "part"), Slices.by("odd")};
    Evaluation plenty = of(read(format), "real", slices).memoryBudget(1 << 30);
    List<String> expected = states(plenty);
    assertThat(plenty.preview().coarserGrains())
        .containsExactly(List.of("tiny"), List.of("truth", "part"), List.of("odd"));
    for (long budget : new long[] {1, 300_000}) {
      expectEqual(
          read(format),
          e ->
              e.label("real")
                  .prediction("coarse")
                  .metrics(SUITE)
                  .memoryBudget(budget)
                  .slices(slices));
      assertThat(states(of(read(format), "real", slices).memoryBudget(budget))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"number", "row_id", "tiny"})
  void rowKeys(String key) {
    expectEqual(
        read("parquet"),
        e ->
            e.label("real")
                .prediction("coarse")
                .key(key)
                .jackknife()
                .metrics(SUITE)
                .slices(Slices.by("truth")));
  }

  @Test
  void columnsThatSomeFilesLack() {
    Dataset<Row> grown =
        spark.read().option("mergeSchema", true).parquet(path("grown/one"), path("grown/two"));
    expectEqual(
        grown,
        e -> e.label("single").prediction("coarse").metrics(SUITE).slices(Slices.by("word")));
    expectEqual(
        grown,
        e -> e.label("real").prediction("coarse").metrics("mae").slices(Slices.by("single")));
  }

  @Test
  void flights() {
    expectEqual(
        Spark.flights(),
        e ->
            e.label("arr_delay")
                .prediction("predicted_delay")
                .metrics(SUITE)
                .slices(Slices.by("carrier", "origin", "dest"), Slices.by("top(dest, 5)")));
  }

  @Test
  void everythingElseIsReadAsRows() {
    Dataset<Row> input = read("parquet");
    assertThat(of(input, "money").preview().scanKind())
        .startsWith("rows: ")
        .endsWith(" is computed");
    assertThat(of(input, "real + 1").preview().scanKind()).endsWith(" is computed");
    assertThat(of(input, "real", Slices.by("coalesce(large, 0L)")).preview().scanKind())
        .endsWith(" is computed");
    assertThat(of(input, "real", Slices.by("cast(real as bigint)")).preview().scanKind())
        .endsWith(" is computed");
    assertThat(of(input.where("tiny > 3"), "real").preview().scanKind())
        .isEqualTo("rows: Filter works on rows");
    assertThat(of(input.where("part = 1"), "real").preview().scanKind())
        .isEqualTo("columnar batches of Scan parquet");
    assertThat(of(spark.range(9).selectExpr("id AS y", "id AS coarse"), "y").preview().scanKind())
        .startsWith("rows: Range");
    assertThat(states(of(input, "money", Slices.by("word")))).hasSizeGreaterThan(10);
  }

  @Test
  void cachedNumbers() {
    Dataset<Row> cached = read("parquet").select("real", "coarse", "tiny", "zeros").cache();
    try {
      expectEqual(
          cached,
          e ->
              e.label("real")
                  .prediction("coarse")
                  .metrics(SUITE)
                  .slices(Slices.by("tiny", "zeros")));
    } finally {
      cached.unpersist();
    }
  }
}
