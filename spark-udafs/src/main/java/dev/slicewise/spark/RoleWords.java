package dev.slicewise.spark;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.spark.role.RoleReader;
import java.util.List;
import org.apache.spark.sql.types.DataType;

/** Words for what is wrong with the column of a role. */
final class RoleWords {
  private static final int SHOWN_METRICS = 3;

  private RoleWords() {}

  /** The metrics that read a role, the first few by name. */
  static String readers(EvaluationPlan plan, Role role) {
    List<String> metrics =
        plan.suite().metrics().stream()
            .filter(metric -> metric.roles().contains(role))
            .map(NamedMetric::id)
            .distinct()
            .toList();
    if (metrics.isEmpty()) {
      return "the suite";
    }
    int more = metrics.size() - SHOWN_METRICS;
    return "metric "
        + String.join(", ", metrics.subList(0, Math.min(SHOWN_METRICS, metrics.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }

  static String wrongType(
      EvaluationPlan plan, Role role, String what, String column, DataType type) {
    return "expected "
        + role.shape().expectation()
        + " as "
        + what
        + ", found column "
        + column
        + " of type "
        + type.simpleString()
        + " for "
        + readers(plan, role)
        + cure(role, column, type);
  }

  private static String cure(Role role, String column, DataType type) {
    if (role.equals(Role.LABEL)) {
      return "; cast it, or name the label that counts as positive (positive label), or ask about"
          + " classes by task=multiclass where the metric has it";
    }
    if (role.shape() == Shape.NUMBER) {
      return "; cast it in an expression such as cast(" + column + " as double)";
    }
    boolean candidate =
        role.shape() == Shape.NUMBERS
            && RoleReader.isNumber(type)
            && List.of("label", "prediction").contains(role.name());
    return candidate
        ? "; where a row is one candidate of a query, name the column of queries (group)"
        : "";
  }
}
