package dev.slicewise.test;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.spark.Evaluation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A question in a form that every door can ask.
 *
 * @param name for reports of failures
 * @param view of which rows
 * @param metrics comma-separated
 * @param columns the input's column or expression by role; {@link #column} knows others by shape
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

  /** Every metric of numbers in the catalogue, as it is without being given parameters. */
  static String everyMetric() {
    return MetricCatalog.standard().entries().stream()
        .filter(entry -> entry.bind().roles().stream().allMatch(Asked::isNumber))
        .map(CatalogEntry::id)
        .collect(Collectors.joining(", "));
  }

  /**
   * Every metric that reads arrays or texts, in as few questions as can be: one column cannot be
   * array here and number there.
   */
  static List<Asked> everyMetricOfArrays() {
    List<Map<String, Boolean>> shapes = new ArrayList<>();
    List<StringJoiner> questions = new ArrayList<>();
    for (CatalogEntry entry : MetricCatalog.standard().entries()) {
      List<Role> roles = entry.bind().roles();
      if (roles.stream().allMatch(Asked::isNumber)) {
        continue;
      }
      int place = 0;
      while (place < shapes.size() && !fits(roles, shapes.get(place))) {
        place++;
      }
      if (place == shapes.size()) {
        shapes.add(new HashMap<>());
        questions.add(new StringJoiner(", "));
      }
      for (Role role : roles) {
        shapes.get(place).put(role.name(), isArray(role));
      }
      questions.get(place).add(entry.id());
    }
    List<Asked> asked = new ArrayList<>();
    for (StringJoiner metrics : questions) {
      String name = "arrays " + asked.size();
      asked.add(new Asked(name, "flights_sample", metrics.toString(), Map.of(), null, false));
    }
    return asked;
  }

  private static boolean fits(List<Role> roles, Map<String, Boolean> shapes) {
    return roles.stream()
        .allMatch(role -> shapes.getOrDefault(role.name(), isArray(role)) == isArray(role));
  }

  private static boolean isNumber(Role role) {
    return role.shape() == Shape.NUMBER;
  }

  private static boolean isArray(Role role) {
    return role.shape() != Shape.NUMBER && role.shape() != Shape.TEXT;
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
  List<Role> roles() {
    return EvaluationPlan.of(suite()).roles();
  }

  /** The names of the roles, each once. */
  List<String> roleNames() {
    return roles().stream().map(Role::name).distinct().toList();
  }

  String column(String name) {
    if (name.equals(Role.WEIGHT.name())) {
      return weight;
    }
    Role role = roles().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    return columns.getOrDefault(name, byShape(role));
  }

  /** Something of a flight in the shape that a role has. */
  private static String byShape(Role role) {
    boolean observed = role.name().equals("label");
    return switch (role.shape()) {
      case NUMBER -> observed ? "late" : "p_late";
      case NUMBERS ->
          observed ? "array(late, 1 - late, 0)" : "array(p_late / 2, 0.5 - p_late / 2, 0.5)";
      case TEXT -> observed ? "late" : "IF(p_late > 0.2, 1, 0)";
      // Plain text is read as its words, whether one text or several are wanted.
      case TEXTS, TEXT_LISTS ->
          role.name().equals("reference")
              ? "concat_ws(' ', origin, 'to', month)"
              : "concat_ws(' ', origin, 'at', hour)";
    };
  }

  Evaluation of(Dataset<Row> rows, SliceSpec... slices) {
    Evaluation evaluation = Evaluation.of(rows).metrics(metrics).slices(slices);
    for (String role : roleNames()) {
      evaluation.role(role, column(role));
    }
    return jackknife ? evaluation.jackknife() : evaluation;
  }

  /** The call of {@code eval_state} that asks the same. */
  String evalState() {
    String arguments =
        roleNames().stream()
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
