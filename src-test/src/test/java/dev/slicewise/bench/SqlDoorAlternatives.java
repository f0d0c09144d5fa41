package dev.slicewise.bench;

import dev.slicewise.bench.Answers.Coverage;
import dev.slicewise.bench.Answers.Rounding;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.spark.Slicewise;
import dev.slicewise.spark.aggregator.StateAggregator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Slicewise's other doors: SQL functions and the public Aggregator, of the finest definition. */
final class SqlDoorAlternatives {
  private final SparkSession spark;

  private SqlDoorAlternatives(SparkSession spark) {
    this.spark = spark;
  }

  static List<Alternative> all(SparkSession spark) {
    SqlDoorAlternatives doors = new SqlDoorAlternatives(spark);
    return List.of(
        new Door(
            "sql_eval_state",
            "the whole suite by eval_state in SQL",
            scenario -> doors.states(scenario, doors.grouped(scenario, evalState(scenario)))),
        new Door("sql_functions", "the whole suite by one SQL function a metric", doors::functions),
        new Door(
            "aggregator_door",
            "the whole suite by the public Aggregator as a UDAF",
            doors::aggregator));
  }

  private interface Asker {
    Supplier<Answers> ask(Scenario scenario);
  }

  private record Door(String id, String about, Asker asker) implements Alternative {
    @Override
    public Optional<String> refusal(Scenario scenario, long rows) {
      return scenario.tooManySlicesToCollect()
          ? Optional.of("a million states would have to be collected")
          : Optional.empty();
    }

    @Override
    public Supplier<Answers> run(Scenario scenario) {
      return asker.ask(scenario);
    }
  }

  private static String evalState(Scenario scenario) {
    return "eval_state('%s', %s, %s%s, intervals => false)"
        .formatted(
            Measure.suite(),
            scenario.label(),
            scenario.prediction(),
            scenario.weighted() ? ", weight => w" : "");
  }

  private Supplier<Answers> aggregator(Scenario scenario) {
    Suite suite =
        new Suite(
            MetricCatalog.standard().parseList(Measure.suite()), scenario.weighted(), false, false);
    List<Column> roles = new ArrayList<>();
    roles.add(functions.col(scenario.label()));
    roles.add(functions.col(scenario.prediction()));
    if (scenario.weighted()) {
      roles.add(functions.col("w"));
    }
    Column state = Slicewise.udaf(new StateAggregator(suite)).apply(roles.toArray(Column[]::new));
    return states(
        scenario,
        SparkSqlEngine.table(spark, scenario)
            .groupBy(SparkSqlEngine.sliceColumns(scenario))
            .agg(state)
            .collectAsList());
  }

  private Supplier<Answers> states(Scenario scenario, List<Row> rows) {
    return () -> {
      Answers answers = answers(scenario);
      int keys = scenario.finest().size();
      rows.forEach(row -> answers.putState(key(scenario, row), (byte[]) row.get(keys)));
      return answers;
    };
  }

  private Supplier<Answers> functions(Scenario scenario) {
    List<Measure> measures =
        Arrays.stream(Measure.values()).filter(m -> m.metricText().isPresent()).toList();
    String calls =
        measures.stream().map(measure -> call(measure, scenario)).collect(Collectors.joining(", "));
    List<Row> rows = grouped(scenario, calls);
    return () -> {
      Answers answers = answers(scenario);
      int keys = scenario.finest().size();
      for (Row row : rows) {
        for (int m = 0; m < measures.size(); m++) {
          if (!row.isNullAt(keys + m)) {
            double value = row.getDouble(keys + m);
            answers.put(key(scenario, row), measures.get(m), value, bound(measures.get(m), value));
          }
        }
      }
      return answers;
    };
  }

  /** A function gives no certificate; these are what the catalogue promises of any scores. */
  private static double bound(Measure measure, double value) {
    return switch (measure) {
      case P50, P95, P99 -> 0.004 * value;
      case AUC -> 0.001;
      default -> 0;
    };
  }

  /** {@code huber(y, p, delta => 0.25, weight => w)}. */
  private static String call(Measure measure, Scenario scenario) {
    String text = measure.written();
    int open = text.indexOf('(');
    String name = open < 0 ? text : text.substring(0, open);
    String parameters =
        open < 0 ? "" : ", " + text.substring(open + 1, text.length() - 1).replace("=", " => ");
    return "%s(%s, %s%s%s)"
        .formatted(
            name,
            scenario.label(),
            scenario.prediction(),
            parameters,
            scenario.weighted() ? ", weight => w" : "");
  }

  private List<Row> grouped(Scenario scenario, String aggregates) {
    String table = new SumsSql(scenario, SqlEngine.ROWS, SqlEngine.STORES).table();
    String keys = String.join(", ", scenario.sliceColumns());
    return spark
        .sql(
            keys.isEmpty()
                ? "SELECT %s FROM %s".formatted(aggregates, table)
                : "SELECT %s, %s FROM %s GROUP BY %s".formatted(keys, aggregates, table, keys))
        .collectAsList();
  }

  private static Answers answers(Scenario scenario) {
    return new Answers(
        scenario.definitions().size() > 1 ? Coverage.FINEST : Coverage.SLICES, Rounding.ONCE);
  }

  private static String key(Scenario scenario, Row row) {
    List<Object> values = new ArrayList<>();
    for (int c = 0; c < scenario.finest().size(); c++) {
      values.add(row.get(c));
    }
    return Answers.key(scenario.definitions().size() - 1, values);
  }
}
