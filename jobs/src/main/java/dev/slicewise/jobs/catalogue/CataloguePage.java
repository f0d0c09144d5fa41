package dev.slicewise.jobs.catalogue;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.LossMetric;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** All that is known about one metric or loss, as names and plain values in reading order. */
final class CataloguePage {
  private final CatalogEntry entry;
  private final Metric metric;

  CataloguePage(CatalogEntry entry) {
    this.entry = entry;
    this.metric = entry.bind().metric();
  }

  String id() {
    return entry.id();
  }

  String summary() {
    return entry.metricInfo().map(MetricInfo::summary).orElseGet(() -> loss().summary());
  }

  /** Which values are good, in a word: lower, higher, zero, one or none. */
  String better() {
    return entry.metricInfo().map(info -> ParameterInfo.text(info.better())).orElse("lower");
  }

  /** The family: the folder that holds the metric; losses are a family of their own. */
  String family() {
    Object definition = metric instanceof LossMetric mean ? mean.loss() : metric;
    String folder = definition.getClass().getPackageName();
    if (!folder.startsWith("dev.slicewise.core.")) {
      return "in jars of your own";
    }
    String word = entry.isLoss() ? "losses" : folder.substring(folder.lastIndexOf('.') + 1);
    return word.equals("binary") ? "binary classification" : word;
  }

  /** The roles that must be bound, in the order of SQL arguments. */
  List<String> roles() {
    Suite suite = new Suite(List.of(entry.bind()), false, false, false);
    return EvaluationPlan.of(suite).roles().stream().map(Role::name).toList();
  }

  private LossInfo loss() {
    return entry.lossInfo().orElseThrow();
  }

  /** Everything, for programs. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", entry.id());
    values.put("aliases", entry.aliases());
    values.put("presets", new TreeMap<>(entry.presets()));
    values.put("kind", entry.isLoss() ? "loss" : "metric");
    values.put("family", family());
    values.put("parameters", entry.parameters().stream().map(this::parameter).toList());
    values.put("roles", roles());
    values.put("summary", summary());
    values.put("better", better());
    entry.metricInfo().ifPresent(info -> describe(info, values));
    entry.lossInfo().ifPresent(info -> describe(info, values));
    values.put("sql", sql());
    return values;
  }

  private static void describe(MetricInfo info, Map<String, Object> values) {
    values.put("formula", info.formula());
    values.put("range", info.range());
    values.put("units", info.units());
    values.put("use", info.use());
    values.put("edges", List.of(info.edges()));
    values.put("exactness", info.exactness());
    values.put("source", info.source());
  }

  private static void describe(LossInfo info, Map<String, Object> values) {
    values.put("formula", info.formula());
    values.put("range", info.range());
    values.put("units", info.units());
    values.put("gradient", info.gradient());
    values.put("hessian", info.hessian());
    values.put("noise_model", info.noiseModel());
    values.put("elicits", info.elicits());
    values.put("cost", info.cost());
    values.put("trap", info.trap());
    values.put("edges", List.of(info.edges()));
    values.put("exactness", "exact up to final rounding of the sum of the rows' losses");
    values.put("source", info.source());
  }

  private Map<String, Object> parameter(ParameterInfo parameter) {
    Map<String, Object> values = new LinkedHashMap<>();
    Object standard = parameter.defaultValue();
    values.put("name", parameter.name());
    values.put("type", type(parameter));
    values.put("default", standard instanceof Enum<?> ? ParameterInfo.text(standard) : standard);
    values.put("range", parameter.range());
    values.put("values", parameter.words());
    values.put("doc", parameter.doc());
    return values;
  }

  static String type(ParameterInfo parameter) {
    return parameter.type().isEnum()
        ? "word"
        : parameter.type().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** How SQL calls it, with its parameters at their defaults. */
  String sql() {
    List<String> arguments = new ArrayList<>();
    for (String role : roles()) {
      boolean positional = role.equals("label") || role.equals("prediction");
      arguments.add(positional ? role : role + " => " + role);
    }
    for (ParameterInfo parameter : entry.parameters()) {
      Object standard = parameter.defaultValue();
      if (standard != null) {
        String text = ParameterInfo.text(standard);
        boolean quoted = standard instanceof Enum<?> || standard instanceof String;
        arguments.add(parameter.name() + " => " + (quoted ? "'" + text + "'" : text));
      }
    }
    return "SELECT " + entry.id() + "(" + String.join(", ", arguments) + ") FROM predictions";
  }
}
