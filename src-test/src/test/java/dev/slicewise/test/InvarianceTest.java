package dev.slicewise.test;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.Slices;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.SliceTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How Spark cuts, orders, reads and moves the rows changes no bit of keys, states and results. */
class InvarianceTest {
  private static final SliceSpec[] SLICES = {
    Slices.all(),
    Slices.by("carrier"),
    Slices.by("origin", "month"),
    Slices.by("bucket(distance, 500, 1000)"),
    Slices.by("top(dest, 5)", "carrier"),
    Slices.by("time(time, month)"),
    Slices.by("arr_delay > predicted_delay AS later")
  };

  /** Asked of every layout. */
  private static final Asked DELAYS =
      Asked.regression("mae, rmse, r2_score, quantile_abs_error(q=0.99)").ofHostileRows();

  /** Asked of some layouts only, for the time it takes. */
  private static final List<Asked> FURTHER =
      List.of(
          Asked.probability("log_loss, expected_calibration_error, reliability_curve")
              .ofHostileRows()
              .weighted(),
          Asked.regression("mae, rmse").ofHostileRows().weighted().withJackknife());

  /** How the rows come, and what else the evaluation is told. */
  private record Layout(
      String name, Supplier<Dataset<Row>> rows, UnaryOperator<Evaluation> evaluation) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Map<Asked, List<String>> EXPECTED = new ConcurrentHashMap<>();
  private static final List<Dataset<Row>> CACHED = new ArrayList<>();

  private static Dataset<Row> rows() {
    return Spark.sql("TABLE hostile");
  }

  private static Layout rows(String name, Supplier<Dataset<Row>> rows) {
    return new Layout(name, rows, UnaryOperator.identity());
  }

  private static Layout settings(String... namesAndValues) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return rows(settings.toString(), () -> Spark.session(settings).sql("TABLE hostile"));
  }

  private static List<Layout> fewLayouts() {
    return List.of(
        rows("64 partitions", () -> rows().repartition(64)),
        rows("shuffled", () -> rows().orderBy(xxhash64(col("flight_id")))),
        new Layout(
            "partial states after every batch",
            () -> rows().repartition(2),
            evaluation -> evaluation.memoryBudget(1)),
        settings("spark.sql.objectHashAggregate.sortBased.fallbackThreshold", "1"));
  }

  private static List<Layout> moreLayouts() {
    return List.of(
        rows("1 partition", () -> rows().coalesce(1)),
        rows("2 partitions", () -> rows().repartition(2)),
        rows("7 partitions", () -> rows().repartition(7)),
        rows("by carrier", () -> rows().repartition(5, col("carrier"))),
        rows("reversed", () -> rows().orderBy(col("flight_id").desc())),
        rows("one carrier first", () -> rows().where("carrier = 'OO'").union(withoutOo())),
        rows("after a broadcast join", () -> joined("BROADCAST")),
        rows("after a sort-merge join", () -> joined("MERGE")),
        rows("cached", InvarianceTest::cached),
        rows("from CSV", InvarianceTest::fromCsv),
        new Layout("64 KiB of states", () -> rows(), evaluation -> evaluation.memoryBudget(65_536)),
        settings("spark.sql.adaptive.enabled", "false"),
        settings(
            "spark.sql.codegen.wholeStage", "false", "spark.sql.codegen.factoryMode", "NO_CODEGEN"),
        settings("spark.sql.codegen.factoryMode", "CODEGEN_ONLY"),
        settings("spark.sql.objectHashAggregate.sortBased.fallbackThreshold", "2147483647"),
        settings("spark.sql.execution.useObjectHashAggregateExec", "false"),
        settings("spark.sql.shuffle.partitions", "1"),
        settings("spark.sql.shuffle.partitions", "7", "spark.sql.adaptive.enabled", "false"),
        settings("spark.sql.parquet.enableVectorizedReader", "false"),
        settings("spark.sql.files.maxPartitionBytes", "300000"),
        settings("spark.sql.ansi.enabled", "false"),
        settings("spark.sql.session.timeZone", "America/New_York"),
        settings("spark.sql.session.timeZone", "Asia/Kathmandu"),
        settings("spark.sql.caseSensitive", "true"));
  }

  private static Dataset<Row> withoutOo() {
    return rows().where("carrier <> 'OO'");
  }

  private static Dataset<Row> joined(String hint) {
    Dataset<Row> left = rows().drop("predicted_delay").repartition(3);
    Dataset<Row> right = rows().select("flight_id", "predicted_delay").hint(hint);
    return left.join(right, "flight_id");
  }

  private static synchronized Dataset<Row> cached() {
    if (CACHED.isEmpty()) {
      CACHED.add(rows().repartition(3).persist(StorageLevel.MEMORY_AND_DISK()));
    }
    return CACHED.get(0);
  }

  private static Dataset<Row> fromCsv() {
    String folder = Spark.target("hostile.csv").toString();
    Dataset<Row> rows = rows();
    Map<String, String> options =
        Map.of("header", "true", "positiveInf", "Infinity", "negativeInf", "-Infinity");
    rows.repartition(3).write().mode("overwrite").options(options).csv(folder);
    return Spark.session().read().schema(rows.schema()).options(options).csv(folder);
  }

  @AfterAll
  static void forget() {
    CACHED.forEach(Dataset::unpersist);
  }

  static Stream<Arguments> cases() {
    Stream<Arguments> all =
        Stream.concat(fewLayouts().stream(), moreLayouts().stream())
            .map(layout -> Arguments.of(DELAYS, layout));
    Stream<Arguments> some =
        FURTHER.stream()
            .flatMap(asked -> fewLayouts().stream().map(layout -> Arguments.of(asked, layout)));
    return Stream.concat(all, some);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void resultsDoNotDependOnTheLayout(Asked asked, Layout layout) {
    List<String> expected =
        EXPECTED.computeIfAbsent(
            asked,
            question -> {
              try (SliceTable table = question.of(rows(), SLICES).run()) {
                return Results.lines(table);
              }
            });
    assertThat(expected.size()).isGreaterThan(300);
    Evaluation evaluation = layout.evaluation().apply(asked.of(layout.rows().get(), SLICES));
    try (SliceTable table = evaluation.run()) {
      Results.assertSame(Results.lines(table), expected);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void statesOfSqlDoNotDependOnTheLayout(Asked asked, Layout layout) {
    Dataset<Row> rows = layout.rows().get();
    rows.createOrReplaceTempView("laid_out");
    String sql =
        "SELECT carrier, month, "
            + asked.evalState()
            + " AS state FROM %s GROUP BY GROUPING SETS ((carrier, month), (carrier), ())"
            + " ORDER BY carrier, month";
    List<String> states =
        rows.sparkSession().sql(sql.formatted("laid_out")).collectAsList().stream()
            .map(Results::line)
            .toList();
    List<String> expected =
        EXPECTED.computeIfAbsent(
            asked.called(asked + " in SQL"),
            question ->
                Spark.sql(sql.formatted("hostile")).collectAsList().stream()
                    .map(Results::line)
                    .toList());
    assertThat(expected.size()).isGreaterThan(150);
    Results.assertSame(states, expected);
  }
}
