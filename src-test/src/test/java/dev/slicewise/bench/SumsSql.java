package dev.slicewise.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The suite's nine plain sums as SQL that Spark and DuckDB both understand, and the measures that
 * follow from them. A row without label or prediction is left out, as a person would.
 */
final class SumsSql {
  /** The sums, in the order of their columns; the first is the number of rows. */
  private static final List<String> SUMS =
      List.of(
          "abs(e)",
          "e",
          "e * e",
          "y",
          "y * y",
          "CASE WHEN abs(e) <= 0.25e0 THEN 0.5e0 * e * e ELSE 0.25e0 * (abs(e) - 0.125e0) END",
          "CASE WHEN e < 0e0 THEN -0.9e0 * e ELSE 0.1e0 * e END",
          "CASE WHEN y = 1e0 THEN -ln(p) ELSE -ln(1e0 - p) END");

  private static final int NAMED = SUMS.size() + 2;

  private final Scenario scenario;
  private final String rows;
  private final String stores;

  /**
   * The sums of a scenario.
   *
   * @param scenario what is evaluated
   * @param rows what the table of rows is called
   * @param stores what the table of stores is called
   */
  SumsSql(Scenario scenario, String rows, String stores) {
    this.scenario = scenario;
    this.rows = rows;
    this.stores = stores;
  }

  /** The table, joined to what the slices need. */
  String table() {
    return scenario.joined() ? "%s JOIN %s ON s500 = store".formatted(rows, stores) : rows;
  }

  /** Sums of the columns that the scenario reads, over all rows. */
  String floor() {
    List<String> columns = new ArrayList<>();
    String times = scenario.weighted() ? "w * " : "";
    columns.add("sum(" + times + scenario.label() + ")");
    columns.add("sum(" + times + scenario.prediction() + ")");
    scenario.sliceColumns().forEach(column -> columns.add("count(" + column + ")"));
    return "SELECT " + String.join(", ", columns) + " FROM " + table();
  }

  /**
   * The sums of every slice of one definition, or of the totals over slices too many to collect.
   */
  String grouped(int definition, String more) {
    List<String> names = Scenario.names(scenario.definitions().get(definition));
    String keys = names.stream().map(name -> name + ", ").collect(Collectors.joining());
    String by = names.isEmpty() ? "" : " GROUP BY " + String.join(", ", names);
    String query = "SELECT " + keys + sums() + more + from() + by;
    return scenario.tooManySlicesToCollect() ? totals(query) : query;
  }

  /** The sums of the slice where one column has one value. */
  String filtered(SliceColumn column, Object value) {
    return "SELECT '%s', %s%s AND %s = '%s'"
        .formatted(value, sums(), from(), column.columnName(), value);
  }

  /** The sums of every slice of all definitions in one query; the last column tells which. */
  String groupingSets(String more) {
    String sets =
        scenario.definitions().stream()
            .map(columns -> "(" + String.join(", ", Scenario.names(columns)) + ")")
            .collect(Collectors.joining(", "));
    String all = String.join(", ", scenario.sliceColumns());
    return "SELECT %s, %s%s, CAST(grouping_id(%s) AS INT)%s GROUP BY GROUPING SETS (%s)"
        .formatted(all, sums(), more, all, from(), sets);
  }

  private String sums() {
    List<String> columns = new ArrayList<>();
    String times = scenario.weighted() ? "w * " : "";
    columns.add("count(*) AS n");
    columns.add((scenario.weighted() ? "sum(w)" : "CAST(count(*) AS DOUBLE)") + " AS s0");
    for (int s = 0; s < SUMS.size(); s++) {
      columns.add("sum(%s(%s)) AS s%d".formatted(times, SUMS.get(s), s + 1));
    }
    return String.join(", ", columns);
  }

  private String from() {
    List<String> columns = new ArrayList<>(scenario.sliceColumns());
    columns.add(scenario.label() + " AS y");
    columns.add(scenario.prediction() + " AS p");
    columns.add("%s - %s AS e".formatted(scenario.prediction(), scenario.label()));
    if (scenario.weighted()) {
      columns.add("w");
    }
    return " FROM (SELECT %s FROM %s) AS t WHERE %s"
        .formatted(
            String.join(", ", columns), table(), scenario.withNulls() ? "e IS NOT NULL" : "true");
  }

  /** Every sum of every slice is needed for these, so no engine may leave one out. */
  private static String totals(String query) {
    StringBuilder totals = new StringBuilder("SELECT count(*), CAST(sum(n) AS BIGINT)");
    for (int s = 0; s < NAMED - 1; s++) {
      totals.append(", sum(s").append(s).append(')');
    }
    return totals + " FROM (" + query + ") AS slices";
  }

  /** How many columns the sums take. */
  static int width() {
    return NAMED;
  }

  /**
   * The measures that follow from one line of sums.
   *
   * @param key of the slice
   * @param sums the columns from n on
   */
  static void read(Answers answers, String key, double[] sums) {
    double weight = sums[1];
    answers.put(key, Measure.COUNT, sums[0]);
    answers.put(key, Measure.MAE, sums[2] / weight);
    answers.put(key, Measure.BIAS, sums[3] / weight);
    answers.put(key, Measure.RMSE, Math.sqrt(sums[4] / weight));
    answers.put(key, Measure.BRIER, sums[4] / weight);
    double spread = sums[6] - sums[5] * sums[5] / weight;
    if (spread > 0) {
      answers.put(key, Measure.R2, 1 - sums[4] / spread);
    }
    answers.put(key, Measure.HUBER, sums[7] / weight);
    answers.put(key, Measure.PINBALL, sums[8] / weight);
    answers.put(key, Measure.LOG_LOSS, sums[9] / weight);
  }
}
