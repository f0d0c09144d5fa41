package dev.slicewise.spark;

import static org.apache.spark.sql.functions.expr;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.core.text.Nearest;
import dev.slicewise.spark.role.RoleReader;
import dev.slicewise.spark.scan.ValueKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.IntegralType;

/**
 * The input's columns as the scan wants them: roles as doubles in plan order, then the row key,
 * then the dimensions of the finest grain. All that can be wrong with a user's columns is found
 * here.
 */
final class InputColumns {
  private final Dataset<Row> input;
  private final List<Column> selected = new ArrayList<>();
  private final List<ValueKind> dimensionKinds = new ArrayList<>();
  private final List<RoleReader> readers = new ArrayList<>();
  private final ColumnResolver resolver;
  private final List<String> problems;
  private boolean hasKey;
  private Dataset<Row> prepared;

  private InputColumns(Dataset<Row> input) {
    this.input = input;
    this.resolver = new ColumnResolver(input);
    this.problems = resolver.problems();
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
      columns.readers.add(null);
      columns.addRole(role, bound.get(role.name()), positiveLabel);
    }
    columns.addKey(key);
    for (Dimension dimension : finest) {
      columns.addDimension(dimension);
    }
    columns.resolver.expectNoProblems();
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

  /** Per role of the plan, how to read what is no number; null for numbers. */
  List<RoleReader> readers() {
    return readers;
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

  private void checkRoleNames(Map<String, String> bound, EvaluationPlan plan) {
    List<String> known = plan.roles().stream().map(Role::name).distinct().toList();
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
      if (!resolver.hasColumn(role.name())) {
        problems.add(
            "a metric of the suite needs role '"
                + role
                + "', and neither a column was given for it nor does the input have a column of that"
                + " name");
        return;
      }
      source = ColumnResolver.quoted(role.name());
    }
    String what =
        List.of("label", "prediction", "weight").contains(role.name())
            ? role.name()
            : "role " + role;
    Column resolved = resolver.resolve(source, what);
    if (resolved == null) {
      return;
    }
    DataType type = resolver.typeOf(resolved);
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
    if (!RoleReader.accepts(role, type)) {
      problems.add(
          "expected "
              + role.shape().expectation()
              + " as "
              + what
              + ", found column "
              + column
              + " of type "
              + type.simpleString()
              + (role.equals(Role.LABEL)
                  ? "; cast it, or name the label that counts as positive (positive label)"
                  : role.shape() == Shape.NUMBER
                      ? "; cast it in an expression such as cast(" + column + " as double)"
                      : ""));
      return;
    }
    if (role.shape() != Shape.NUMBER) {
      readers.set(readers.size() - 1, new RoleReader(role.shape(), type));
      selected.add(resolved.as(role.name()));
      return;
    }
    selected.add(resolved.cast("double").as(role.name()));
  }

  private void addKey(String key) {
    if (key == null) {
      return;
    }
    Column resolved = resolver.resolve(key, "row key");
    if (resolved == null) {
      return;
    }
    hasKey = true;
    Column hashed =
        resolver.typeOf(resolved) instanceof IntegralType
            ? resolved.cast("bigint")
            : org.apache.spark.sql.functions.xxhash64(resolved);
    selected.add(org.apache.spark.sql.functions.coalesce(hashed, expr("0L")).as("slicewise_key"));
  }

  private void addDimension(Dimension dimension) {
    String sql = DimensionSql.source(dimension);
    Column source = resolver.resolve(sql, "slice " + dimension.name());
    if (source == null) {
      return;
    }
    Column value = DimensionSql.value(dimension, source, resolver.typeOf(source), problems);
    if (value == null) {
      return;
    }
    DataType type = resolver.typeOf(value);
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
}
