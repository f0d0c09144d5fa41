package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.term.LossInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
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
    add(
        "eval_state",
        "eval_state(metrics, columns…[, weight => w][, key => k]"
            + "[, intervals => true][, jackknife => false]) - The state of all rows for a list of"
            + " metrics, as BINARY: what any of them, and any coarser question, is answered from.",
        Functions::state);
    add(
        "eval_merge",
        "eval_merge(state) - All states of a group merged into one, exactly.",
        Functions::merge);
    add(
        "eval_metric",
        "eval_metric(state, metric) - The value of a metric on a state, as DOUBLE;"
            + " NULL where it is undefined.",
        Functions::stateMetric);
    add(
        "eval_metrics",
        "eval_metrics(state) - The values of all metrics of a state, as MAP.",
        Functions::stateMetrics);
    for (CatalogEntry entry : catalog.entries()) {
      if (entry.isScalar()) {
        addMetric(catalog, entry);
      }
    }
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
      add(name, usage(name, entry, true), arguments -> Functions.loss(name, entry, arguments));
    }
  }

  private void addMetric(String name, CatalogEntry entry, Map<String, String> preset) {
    if (name.matches("\\w+") && !catalogHas(name)) {
      String lower = name.toLowerCase(Locale.ROOT);
      add(
          lower,
          usage(lower, entry, false),
          arguments -> Functions.metric(lower, entry, preset, arguments));
    }
  }

  private boolean catalogHas(String name) {
    return functions.containsKey(name.toLowerCase(Locale.ROOT))
        || FunctionRegistry.builtin().functionExists(new FunctionIdentifier(name));
  }

  private void add(String name, String usage, Function<List<Expression>, Expression> builder) {
    ExpressionInfo info =
        new ExpressionInfo(
            EvaluationAggregate.class.getName(),
            null,
            name,
            usage,
            "",
            "",
            "",
            "",
            "",
            "",
            "scala_udf");
    functions.put(name, new SqlFunction(info, builder));
  }

  private static String usage(String name, CatalogEntry entry, boolean byRow) {
    StringJoiner call = new StringJoiner(", ", name + "(", ")");
    List<ParameterInfo> parameters = entry.parameters();
    entry.bind().roles().forEach(role -> call.add(role.name()));
    int count = parameters.size() - (byRow ? 1 : 0);
    for (ParameterInfo parameter : parameters.subList(0, count)) {
      call.add(parameter.name() + " => " + ParameterInfo.text(parameter.defaultValue()));
    }
    if (!byRow) {
      call.add("weight => w");
    }
    String summary =
        entry
            .metricInfo()
            .map(MetricInfo::summary)
            .or(() -> entry.lossInfo().map(LossInfo::summary))
            .orElse("");
    String formula =
        entry
            .metricInfo()
            .map(MetricInfo::formula)
            .or(() -> entry.lossInfo().map(LossInfo::formula))
            .orElse("");
    return call + " - " + summary + (byRow ? " Of one row: " : " ") + formula + ".";
  }
}
