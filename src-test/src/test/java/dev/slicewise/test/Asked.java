package dev.slicewise.test;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.term.Role;
import dev.slicewise.spark.Evaluation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A question in a form that every door can ask.
 *
 * @param name for reports of failures
 * @param view of which rows
 * @param metrics comma-separated
 * @param columns the input's column or expression of every role the metrics need, weight excluded
 * @param weight the weight's column, or null
 * @param jackknife whether hash groups are kept
 */
record Asked(
    String name,
    String view,
    String metrics,
    Map<String, String> columns,
    String weight,
    boolean jackknife) {

  private static final Map<String, String> REAL =
      Map.ofEntries(
          Map.entry("label", "arr_delay"),
          Map.entry("prediction", "predicted_delay"),
          Map.entry("baseline", "predicted_delay_baseline"),
          Map.entry("previous", "predicted_delay_baseline + 1"),
          Map.entry("lower", "predicted_delay - 30"),
          Map.entry("upper", "predicted_delay + 30"),
          Map.entry("scale", "distance"),
          Map.entry("variance", "distance"),
          Map.entry("stddev", "distance / 100"),
          Map.entry("value", "hour"),
          Map.entry("stage1", "p_late_baseline"),
          Map.entry("stage2", "p_late"));

  private static final Map<String, String> BINARY =
      REAL.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  entry ->
                      switch (entry.getKey()) {
                        case "label" -> "late";
                        case "prediction" -> "p_late";
                        case "baseline" -> "p_late_baseline";
                        default -> entry.getValue();
                      }));

  /** Delays and what was predicted for them. */
  static Asked regression(String metrics) {
    return new Asked("regression", "flights", metrics, REAL, null, false);
  }

  /** Late or not, and the probability predicted for it. */
  static Asked probability(String metrics) {
    return new Asked("probability", "flights", metrics, BINARY, null, false);
  }

  /** Every metric of the catalogue that has a value without being given parameters. */
  static String everyMetric() {
    return MetricCatalog.standard().entries().stream()
        .map(CatalogEntry::id)
        .collect(Collectors.joining(", "));
  }

  Asked called(String newName) {
    return new Asked(newName, view, metrics, columns, weight, jackknife);
  }

  Asked ofHostileRows() {
    return new Asked(name + " of hostile rows", "hostile", metrics, columns, weight, jackknife);
  }

  Asked weighted() {
    return new Asked(name + ", weighted", view, metrics, columns, "distance", jackknife);
  }

  Asked withJackknife() {
    return new Asked(name + ", jackknife", view, metrics, columns, weight, true);
  }

  Suite suite() {
    return new Suite(MetricCatalog.standard().parseList(metrics), weight != null, true, jackknife);
  }

  /** The roles that the metrics need, in the order of the aggregator's columns; the weight last. */
  List<String> roles() {
    return EvaluationPlan.of(suite()).roles().stream().map(Role::name).toList();
  }

  String column(String role) {
    return role.equals(Role.WEIGHT.name()) ? weight : columns.get(role);
  }

  Evaluation of(Dataset<Row> rows, SliceSpec... slices) {
    Evaluation evaluation = Evaluation.of(rows).metrics(metrics).slices(slices);
    for (String role : roles()) {
      evaluation.role(role, column(role));
    }
    return jackknife ? evaluation.jackknife() : evaluation;
  }

  /** The call of {@code eval_state} that asks the same. */
  String evalState() {
    String arguments =
        roles().stream()
            .map(role -> ", " + role + " => " + column(role))
            .collect(Collectors.joining());
    return "eval_state('"
        + metrics.replace("'", "\\'")
        + "'"
        + arguments
        + (jackknife ? ", jackknife => true)" : ")");
  }

  @Override
  public String toString() {
    return name;
  }
}
