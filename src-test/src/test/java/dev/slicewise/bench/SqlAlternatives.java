package dev.slicewise.bench;

import dev.slicewise.bench.Answers.Coverage;
import dev.slicewise.bench.Answers.Rounding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What people write in SQL for the same question; the same text for either engine. */
final class SqlAlternatives {
  /** A loop over more filters than this is not worth anybody's time. */
  private static final int MOST_FILTERS = 10;

  private static final String FLOOR = "the sums of the columns read, of all rows together";
  private static final String SUMS = "the nine plain sums, of the finest slices";

  private final SqlEngine engine;

  private SqlAlternatives(SqlEngine engine) {
    this.engine = engine;
  }

  /** A query of a scenario, and how its lines are read. */
  private interface Query {
    Answers answers(Scenario scenario, SumsSql sql);
  }

  /** By Spark's generated code. */
  static List<Alternative> ofSpark(SqlEngine engine) {
    SqlAlternatives sql = new SqlAlternatives(engine);
    return List.of(
        sql.alternative("scan_floor", FLOOR, sql::floor),
        sql.alternative("spark_sums", SUMS, (scenario, sums) -> sql.sums(scenario, sums, false)),
        sql.alternative(
            "spark_sums_p99",
            "the nine plain sums and percentile_approx, of the finest slices",
            (scenario, sums) -> sql.sums(scenario, sums, true)),
        sql.severalDefinitions(
            "spark_grouping_sets", "the nine plain sums by GROUPING SETS", sql::groupingSets),
        sql.severalDefinitions(
            "spark_group_bys", "the nine plain sums in one query a definition", sql::groupBys),
        sql.filterLoop());
  }

  /** By DuckDB. */
  static List<Alternative> ofDuckDb(SqlEngine engine) {
    SqlAlternatives sql = new SqlAlternatives(engine);
    return List.of(
        sql.alternative("duckdb_floor", FLOOR, sql::floor),
        sql.alternative("duckdb_sums", SUMS, (scenario, sums) -> sql.sums(scenario, sums, false)),
        sql.alternative(
            "duckdb_sums_p99",
            "the nine plain sums and quantile_disc, of the finest slices",
            (scenario, sums) -> sql.sums(scenario, sums, true)),
        sql.severalDefinitions(
            "duckdb_grouping_sets", "the nine plain sums by GROUPING SETS", sql::groupingSets),
        sql.severalDefinitions(
            "duckdb_grouping_sets_p99",
            "the nine plain sums and quantile_disc by GROUPING SETS",
            sql::groupingSetsWithPercentile));
  }

  private Alternative alternative(String id, String about, Query query) {
    return new SqlAlternative(id, about, query, false);
  }

  private Alternative severalDefinitions(String id, String about, Query query) {
    return new SqlAlternative(id, about, query, true);
  }

  private record SqlAlternative(String id, String about, Query query, boolean severalDefinitions)
      implements Alternative {
    @Override
    public Optional<String> refusal(Scenario scenario, long rows) {
      if (severalDefinitions && scenario.definitions().size() == 1) {
        return Optional.of("the scenario has one definition");
      }
      if (!id.endsWith("_p99")) {
        return Optional.empty();
      }
      return scenario.weighted()
          ? Optional.of("its percentiles know no weights")
          : scenario.tooManySlicesToCollect()
              ? Optional.of("percentiles of a million slices are not asked for")
              : Optional.empty();
    }

    @Override
    public Supplier<Answers> run(Scenario scenario) {
      Answers answers =
          query.answers(scenario, new SumsSql(scenario, SqlEngine.ROWS, SqlEngine.STORES));
      return () -> answers;
    }
  }

  private Alternative filterLoop() {
    return new Alternative() {
      @Override
      public String id() {
        return "spark_filter_loop";
      }

      @Override
      public String about() {
        return "the nine plain sums in one filtered query a slice";
      }

      @Override
      public Optional<String> refusal(Scenario scenario, long rows) {
        return scenario.finest().size() == 1
                && scenario.finest().get(0).cardinality() <= MOST_FILTERS
            ? Optional.empty()
            : Optional.of("it would read the rows more than " + MOST_FILTERS + " times");
      }

      @Override
      public Supplier<Answers> run(Scenario scenario) {
        SumsSql sql = new SumsSql(scenario, SqlEngine.ROWS, SqlEngine.STORES);
        Answers answers = new Answers(Coverage.SLICES, Rounding.AT_EVERY_ROW);
        SliceColumn column = scenario.finest().get(0);
        for (int v = 0; v < column.cardinality(); v++) {
          for (Object[] line : engine.query(sql.filtered(column, column.value(v)))) {
            if (number(line[1]) > 0) {
              read(answers, Answers.key(0, List.of(line[0])), line, 1);
            }
          }
        }
        return () -> answers;
      }
    };
  }

  private Answers floor(Scenario scenario, SumsSql sql) {
    Answers answers = new Answers(Coverage.TOTAL, Rounding.AT_EVERY_ROW);
    Object[] line = engine.query(sql.floor()).get(0);
    answers.put(Answers.TOTAL, Measure.LABEL_SUM, number(line[0]));
    answers.put(Answers.TOTAL, Measure.SCORE_SUM, number(line[1]));
    return answers;
  }

  private Answers sums(Scenario scenario, SumsSql sql, boolean percentile) {
    int definition = scenario.definitions().size() - 1;
    int keys = scenario.finest().size();
    boolean totals = scenario.tooManySlicesToCollect();
    Answers answers =
        new Answers(
            totals ? Coverage.TOTAL : definition > 0 ? Coverage.FINEST : Coverage.SLICES,
            Rounding.AT_EVERY_ROW);
    for (Object[] line : engine.query(sql.grouped(definition, percentile(percentile)))) {
      if (totals) {
        answers.sliceCount((long) number(line[0]));
        read(answers, Answers.TOTAL, line, 1);
      } else {
        String key = Answers.key(definition, Arrays.asList(line).subList(0, keys));
        read(answers, key, line, keys);
        if (percentile) {
          readPercentile(answers, key, line[keys + SumsSql.width()]);
        }
      }
    }
    return answers;
  }

  private String percentile(boolean wanted) {
    return wanted ? ", " + engine.percentile() : "";
  }

  private void readPercentile(Answers answers, String key, Object value) {
    answers.put(
        key, Measure.P99, number(value), engine.percentileIsExact() ? 0 : Double.POSITIVE_INFINITY);
  }

  private Answers groupBys(Scenario scenario, SumsSql sql) {
    Answers answers = new Answers(Coverage.SLICES, Rounding.AT_EVERY_ROW);
    for (int d = 0; d < scenario.definitions().size(); d++) {
      int keys = scenario.definitions().get(d).size();
      for (Object[] line : engine.query(sql.grouped(d, ""))) {
        read(answers, Answers.key(d, Arrays.asList(line).subList(0, keys)), line, keys);
      }
    }
    return answers;
  }

  private Answers groupingSets(Scenario scenario, SumsSql sql) {
    return groupingSets(scenario, sql, false);
  }

  private Answers groupingSetsWithPercentile(Scenario scenario, SumsSql sql) {
    return groupingSets(scenario, sql, true);
  }

  private Answers groupingSets(Scenario scenario, SumsSql sql, boolean percentile) {
    Answers answers = new Answers(Coverage.SLICES, Rounding.AT_EVERY_ROW);
    List<SliceColumn> finest = scenario.finest();
    Map<Integer, Integer> definitions = definitionsByGroupingId(scenario);
    for (Object[] line : engine.query(sql.groupingSets(percentile(percentile)))) {
      int id = ((Number) line[line.length - 1]).intValue();
      List<Object> values = new ArrayList<>();
      for (int c = 0; c < finest.size(); c++) {
        if ((id >> finest.size() - 1 - c & 1) == 0) {
          values.add(line[c]);
        }
      }
      String key = Answers.key(definitions.get(id), values);
      read(answers, key, line, finest.size());
      if (percentile) {
        readPercentile(answers, key, line[finest.size() + SumsSql.width()]);
      }
    }
    return answers;
  }

  /** A grouping id has a one for every column that is not grouped by, the first highest. */
  private static Map<Integer, Integer> definitionsByGroupingId(Scenario scenario) {
    Map<Integer, Integer> byId = new HashMap<>();
    List<SliceColumn> finest = scenario.finest();
    for (int d = 0; d < scenario.definitions().size(); d++) {
      int id = 0;
      for (SliceColumn column : finest) {
        id = id << 1 | (scenario.definitions().get(d).contains(column) ? 0 : 1);
      }
      byId.put(id, d);
    }
    return byId;
  }

  private static void read(Answers answers, String key, Object[] line, int from) {
    double[] sums = new double[SumsSql.width()];
    for (int s = 0; s < sums.length; s++) {
      sums[s] = number(line[from + s]);
    }
    SumsSql.read(answers, key, sums);
  }

  /** NULL is the sum of no rows. */
  private static double number(Object value) {
    return value == null ? 0 : ((Number) value).doubleValue();
  }
}
