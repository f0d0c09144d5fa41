package dev.slicewise.spark;

import static org.apache.spark.sql.functions.expr;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.text.Nearest;
import dev.slicewise.spark.scan.ValueKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.NumericType;

/**
 * The input's columns as the scan wants them: roles as doubles in plan order, then the row key,
 * then the dimensions of the finest grain. All that can be wrong with a user's columns is found
 * here.
 */
final class InputColumns {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_]\\w*|`[^`]+`");

  private static final int SHOWN_COLUMNS = 40;

  private final Dataset<Row> input;
  private final List<Column> selected = new ArrayList<>();
  private final List<ValueKind> dimensionKinds = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private boolean hasKey;
  private Dataset<Row> prepared;

  private InputColumns(Dataset<Row> input) {
    this.input = input;
  }

  static InputColumns resolve(
      Dataset<Row> input,
      EvaluationPlan plan,
      Map<String, String> roles,
      String weight,
      String key,
      String positiveLabel,
      List<Dimension> finest) {
    if (!(input instanceof org.apache.spark.sql.classic.Dataset)) {
      throw new EvaluationException(
          "expected a DataFrame of a classic Spark session, found one of Spark Connect; use the SQL"
              + " functions there, or run the evaluation on the server");
    }
    InputColumns columns = new InputColumns(input);
    Map<String, String> bound = new LinkedHashMap<>(roles);
    if (weight != null) {
      bound.put(Role.WEIGHT.name(), weight);
    }
    columns.checkRoleNames(bound, plan);
    for (Role role : plan.roles()) {
      columns.addRole(role, bound.get(role.name()), positiveLabel);
    }
    columns.addKey(key);
    for (Dimension dimension : finest) {
      columns.addDimension(dimension);
    }
    columns.noteUnknown();
    if (!columns.problems.isEmpty()) {
      throw new EvaluationException(String.join("; ", columns.problems));
    }
    columns.prepared = input.select(columns.selected.toArray(new Column[0]));
    return columns;
  }

  /** The rows with just these columns. */
  org.apache.spark.sql.classic.Dataset<Row> prepared() {
    return (org.apache.spark.sql.classic.Dataset<Row>) prepared;
  }

  boolean hasKey() {
    return hasKey;
  }

  List<ValueKind> dimensionKinds() {
    return dimensionKinds;
  }

  /** The input columns that the scan touches, sorted. */
  List<String> columnsRead() {
    TreeSet<String> names = new TreeSet<>();
    var leaves = prepared().queryExecution().sparkPlan().collectLeaves().iterator();
    while (leaves.hasNext()) {
      names.addAll(Arrays.asList(leaves.next().schema().fieldNames()));
    }
    return new ArrayList<>(names);
  }

  /** Names the input's columns once, however many were not found among them. */
  private void noteUnknown() {
    if (unknown.isEmpty()) {
      return;
    }
    List<String> known = List.of(input.columns());
    String more =
        known.size() > SHOWN_COLUMNS ? " and " + (known.size() - SHOWN_COLUMNS) + " more" : "";
    problems.add(
        (unknown.size() == 1 ? "unknown column " : "unknown columns ")
            + String.join(" and ", unknown)
            + "; the input has "
            + String.join(", ", known.subList(0, Math.min(SHOWN_COLUMNS, known.size())))
            + more);
  }

  private void checkRoleNames(Map<String, String> bound, EvaluationPlan plan) {
    List<String> known = plan.roles().stream().map(Role::name).toList();
    List<String> common = List.of("label", "prediction", "weight");
    for (String role : bound.keySet()) {
      if (!known.contains(role) && !common.contains(role)) {
        problems.add(
            "no metric of the suite uses a role '"
                + role
                + "'; its roles are "
                + String.join(", ", known)
                + "."
                + Nearest.hint(role, known));
      }
    }
  }

  private void addRole(Role role, String column, String positiveLabel) {
    String source = column;
    if (source == null) {
      if (!hasColumn(role.name())) {
        problems.add(
            "a metric of the suite needs role '"
                + role
                + "', and neither a column was given for it nor does the input have a column of that"
                + " name");
        return;
      }
      source = quoted(role.name());
    }
    String what =
        role.equals(Role.LABEL) || role.equals(Role.PREDICTION) || role.equals(Role.WEIGHT)
            ? role.name()
            : "role " + role;
    Column resolved = resolve(source, what);
    if (resolved == null) {
      return;
    }
    DataType type = typeOf(resolved);
    if (role.equals(Role.LABEL) && positiveLabel != null) {
      Column text = resolved.cast("string");
      selected.add(
          org.apache
              .spark
              .sql
              .functions
              .when(resolved.isNotNull(), text.equalTo(positiveLabel).cast("double"))
              .as(role.name()));
      return;
    }
    if (!(type instanceof NumericType) && !(type instanceof BooleanType)) {
      problems.add(
          "expected a number or a boolean as "
              + what
              + ", found column "
              + column
              + " of type "
              + type.simpleString()
              + (role.equals(Role.LABEL)
                  ? "; cast it, or name the label that counts as positive (positive label)"
                  : "; cast it in an expression such as cast(" + column + " as double)"));
      return;
    }
    selected.add(resolved.cast("double").as(role.name()));
  }

  private void addKey(String key) {
    if (key == null) {
      return;
    }
    Column resolved = resolve(key, "row key");
    if (resolved == null) {
      return;
    }
    hasKey = true;
    Column hashed =
        typeOf(resolved) instanceof IntegralType
            ? resolved.cast("bigint")
            : org.apache.spark.sql.functions.xxhash64(resolved);
    selected.add(org.apache.spark.sql.functions.coalesce(hashed, expr("0L")).as("slicewise_key"));
  }

  private void addDimension(Dimension dimension) {
    String sql = DimensionSql.source(dimension);
    Column source = resolve(sql, "slice " + dimension.name());
    if (source == null) {
      return;
    }
    Column value = DimensionSql.value(dimension, source, typeOf(source), problems);
    if (value == null) {
      return;
    }
    DataType type = typeOf(value);
    ValueKind kind = ValueKind.of(type);
    if (kind == null) {
      problems.add(
          "expected a number, text, boolean, date or timestamp as slice dimension, found "
              + dimension.name()
              + " of type "
              + type.simpleString());
      return;
    }
    dimensionKinds.add(kind);
    selected.add(value.cast(kind.sqlType()).as("slicewise_dimension_" + dimensionKinds.size()));
  }

  private DataType typeOf(Column column) {
    return input.select(column).schema().fields()[0].dataType();
  }

  private boolean hasColumn(String name) {
    for (String field : input.columns()) {
      if (field.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** The column that a name or expression stands for, or null after noting what is wrong. */
  private Column resolve(String text, String what) {
    boolean quotedName = text.length() > 1 && text.startsWith("`") && text.endsWith("`");
    String name = quotedName ? text.substring(1, text.length() - 1) : text;
    if (!hasColumn(name) && IDENTIFIER.matcher(text).matches()) {
      String nearest =
          Nearest.to(name, List.of(input.columns()))
              .map(known -> " (did you mean '" + known + "'?)")
              .orElse("");
      unknown.add("'" + name + "' for " + what + nearest);
      return null;
    }
    try {
      Column column = hasColumn(name) ? input.col(quoted(name)) : expr(text);
      Dataset<Row> probe = input.select(column.as("slicewise_probe"));
      LogicalPlan analyzed = analyzed(probe);
      boolean ofOneRow =
          analyzed instanceof Project project
              && project.projectList().size() == 1
              && project.child().equals(analyzed(input))
              && project.projectList().head() instanceof Expression expression
              && expression.deterministic()
              && project.subqueries().isEmpty();
      if (ofOneRow) {
        return column;
      }
      problems.add(
          "expected a deterministic expression of one row's columns for "
              + what
              + ", found '"
              + text
              + "'; aggregates, windows, generators, subqueries and random functions cannot be used"
              + " there");
    } catch (Exception e) {
      problems.add(
          "cannot understand '" + text + "' for " + what + ": " + Messages.firstSentence(e));
    }
    return null;
  }

  private static LogicalPlan analyzed(Dataset<Row> dataset) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) dataset).queryExecution().analyzed();
  }
}
