package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;

/**
 * All SQL functions by name: every metric of the catalogue under its id, its aliases and {@code
 * slicewise_<id>}; every loss also row by row as {@code loss_<id>}; the functions on states. A name
 * that Spark itself has is never taken.
 */
public final class FunctionCatalog {
  /** A function: how it is described and how its expression is made. */
  public record SqlFunction(ExpressionInfo info, Function<List<Expression>, Expression> builder) {}

  private final Map<String, SqlFunction> functions = new LinkedHashMap<>();

  private FunctionCatalog(MetricCatalog catalog) {
    addStateFunctions();
    addSlicedFunctions();
    for (CatalogEntry entry : catalog.entries()) {
      if (entry.isScalar()) {
        addMetric(catalog, entry);
      }
    }
  }

  private void addStateFunctions() {
    String rows = "VALUES ('a', 3.0, 2.5), ('b', 7.0, 8.0), ('b', 2.0, 2.0) AS t(s, y, p)";
    String states =
        "(SELECT s, eval_state('mae, rmse', y, p) AS state FROM " + rows + " GROUP BY s)";
    add(
        Descriptions.state(
            "eval_state",
            "_FUNC_(metrics, columns…, weight => w, key => k, intervals => true,"
                + " jackknife => false) - The state of all rows for a list of metrics, as BINARY:"
                + " what any of them, and any coarser question, is answered from.",
            List.of(
                "metrics - a constant list such as 'mae, quantile_abs_error(q=0.99)'",
                "columns - those of the metrics' roles: label, prediction, then others by name",
                "weight - of the row, finite and at least 0; without it every row weighs 1",
                "key - what identifies a row, for hash groups and ties",
                "intervals - whether closed-form intervals can be asked of the state",
                "jackknife - whether 32 hash groups are kept, for an interval of any metric",
                Descriptions.PROFILE),
            List.of("SELECT eval_metrics(state) FROM " + states)),
        Functions::state);
    add(
        Descriptions.state(
            "eval_merge",
            "_FUNC_(state) - All states of a group merged into one, exactly.",
            List.of("state - BINARY of eval_state or eval_merge, all of the same metrics"),
            List.of("SELECT eval_metric(eval_merge(state), 'mae') FROM " + states)),
        Functions::merge);
    add(
        Descriptions.state(
            "eval_metric",
            "_FUNC_(state, metric) - The value of a metric on a state, as DOUBLE;"
                + " NULL where it is undefined.",
            List.of(
                "state - BINARY of eval_state or eval_merge",
                "metric - a constant; any metric that needs no more than the state remembers",
                Descriptions.PROFILE),
            List.of("SELECT s, eval_metric(state, 'rmse') FROM " + states)),
        Functions::stateMetric);
    add(
        Descriptions.state(
            "eval_metrics",
            "_FUNC_(state) - The values of all metrics of a state, as MAP.",
            List.of("state - BINARY of eval_state or eval_merge"),
            List.of("SELECT s, eval_metrics(state) FROM " + states)),
        Functions::stateMetrics);
    functions.putAll(ResultFunctions.all());
    functions.putAll(SliceFunctions.all());
    functions.putAll(CompareFunctions.all());
    functions.putAll(DriftFunctions.all());
    functions.put("eval_plan", PlanFunction.function());
    functions.put("eval_report", ReportFunction.function());
  }

  private void addSlicedFunctions() {
    String rows = "VALUES ('a', 3.0, 2.5), ('b', 7.0, 8.0), ('b', 2.0, 2.0) AS t(s, y, p)";
    add(
        Descriptions.state(
            "eval_sliced_state",
            "_FUNC_(metrics, slice, columns…, max_slices => 1000, weight => w, key => k,"
                + " intervals => true, jackknife => false) - The state of every slice as a MAP by"
                + " the slice's value, in one aggregate: for observe and other places without GROUP"
                + " BY.",
            List.of(
                "metrics - a constant list such as 'mae, quantile_abs_error(q=0.99)'",
                "slice - text, number, boolean, date or timestamp; NULL is the slice (null), and a"
                    + " text that begins with a backslash or reads (null) or (other) has a"
                    + " backslash before it",
                "columns - those of the metrics' roles: label, prediction, then others by name",
                "max_slices - how many slices are kept, 1 to 100000; of more, those whose values"
                    + " have the smallest hashes, whatever the partitioning and order; rows of all"
                    + " others are the slice (other)",
                "weight, key, intervals, jackknife - as for eval_state",
                Descriptions.PROFILE),
            List.of(
                "SELECT eval_sliced_metrics(eval_sliced_state('mae, rmse', s, y, p)) FROM " + rows,
                "SELECT explode(eval_sliced_state('mae', s, y, p, max_slices => 1)) FROM " + rows)),
        SlicedFunctions::state);
    add(
        Descriptions.state(
            "eval_sliced_metrics",
            "_FUNC_(slices) - The values of all metrics of every slice, as MAP of MAPs.",
            List.of("slices - MAP of states, as eval_sliced_state gives"),
            List.of(
                "SELECT eval_sliced_metrics(eval_sliced_state('rmse', s, y, p))['b'] FROM "
                    + rows)),
        SlicedFunctions::metrics);
  }

  /** The functions of the metrics that this thread's class loader sees. */
  public static FunctionCatalog standard() {
    return new FunctionCatalog(MetricCatalog.standard());
  }

  /** The functions by name. */
  public Map<String, SqlFunction> functions() {
    return Map.copyOf(functions);
  }

  private void addMetric(MetricCatalog catalog, CatalogEntry entry) {
    addMetric("slicewise_" + entry.id(), entry, Map.of());
    addMetric(entry.id(), entry, Map.of());
    for (String alias : entry.aliases()) {
      if (catalog.entry(alias).id().equals(entry.id())) {
        addMetric(alias, entry, Map.of());
      }
    }
    entry
        .presets()
        .forEach(
            (name, preset) -> {
              int colon = preset.indexOf(':');
              addMetric(
                  name,
                  entry,
                  Map.of(preset.substring(0, colon).trim(), preset.substring(colon + 1).trim()));
            });
    if (entry.isLoss()) {
      String name = "loss_" + entry.id();
      add(Descriptions.loss(name, entry), arguments -> Functions.loss(name, entry, arguments));
    }
  }

  private void addMetric(String name, CatalogEntry entry, Map<String, String> preset) {
    if (name.matches("\\w+") && !catalogHas(name)) {
      String lower = name.toLowerCase(Locale.ROOT);
      add(
          Descriptions.metric(lower, entry, preset),
          arguments -> Functions.metric(lower, entry, preset, arguments));
    }
  }

  private boolean catalogHas(String name) {
    return functions.containsKey(name.toLowerCase(Locale.ROOT))
        || FunctionRegistry.builtin().functionExists(new FunctionIdentifier(name));
  }

  private void add(ExpressionInfo info, Function<List<Expression>, Expression> builder) {
    functions.put(info.getName(), new SqlFunction(info, builder));
  }
}
