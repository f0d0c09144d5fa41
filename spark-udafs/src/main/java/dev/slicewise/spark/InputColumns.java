package dev.slicewise.spark;

import static org.apache.spark.sql.functions.expr;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.core.text.Nearest;
import dev.slicewise.spark.role.RoleReader;
import dev.slicewise.spark.scan.ValueKind;
import dev.slicewise.spark.slice.DimensionSql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegralType;

/**
 * The input's columns as the scan wants them: roles as doubles in plan order, then the row key,
 * then the dimensions of the finest grain. All that can be wrong with a user's columns is found
 * here.
 */
final class InputColumns {
  private final Dataset<Row> input;
  private final EvaluationPlan plan;
  private final InputRoles said;
  private final List<Column> selected = new ArrayList<>();
  private final List<Column> dimensions = new ArrayList<>();
  private final List<ValueKind> dimensionKinds = new ArrayList<>();
  private final List<RoleReader> readers = new ArrayList<>();
  private final ColumnResolver resolver;
  private final List<String> problems;
  private boolean hasKey;
  private Dataset<Row> prepared;

  private InputColumns(Dataset<Row> input, EvaluationPlan plan, InputRoles said) {
    this.input = input;
    this.plan = plan;
    this.said = said;
    this.resolver = new ColumnResolver(input);
    this.problems = resolver.problems();
  }

  static InputColumns resolve(
      Dataset<Row> input, EvaluationPlan plan, InputRoles roles, List<Dimension> finest) {
    if (!(input instanceof org.apache.spark.sql.classic.Dataset)) {
      throw new EvaluationException(
          "expected a DataFrame of a classic Spark session, found one of Spark Connect; use the SQL"
              + " functions there, or run the evaluation on the server");
    }
    InputColumns columns = new InputColumns(input, plan, roles);
    columns.checkRoleNames(roles.columns(), plan);
    for (Role role : plan.roles()) {
      columns.readers.add(null);
      columns.addRole(role, roles.columns().get(role.name()));
    }
    Column key = columns.rowKey(roles.key());
    Column group = columns.group(roles.group());
    for (Dimension dimension : finest) {
      columns.addDimension(dimension);
    }
    columns.resolver.expectNoProblems();
    columns.prepare(plan, key, group);
    return columns;
  }

  private void prepare(EvaluationPlan plan, Column key, Column group) {
    if (group != null) {
      int prediction = plan.roles().stream().map(Role::name).toList().indexOf("prediction");
      prepared = GroupedRows.of(input, selected, prediction, key, group, dimensions);
      hasKey = true;
      return;
    }
    List<Column> all = new ArrayList<>(selected);
    if (key != null) {
      hasKey = true;
      all.add(functions.coalesce(key, expr("0L")).as("slicewise_key"));
    }
    all.addAll(dimensions);
    prepared = input.select(all.toArray(new Column[0]));
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

  private void addRole(Role role, String column) {
    String source = column;
    if (source == null) {
      if (!resolver.hasColumn(role.name())) {
        problems.add(
            RoleWords.readers(plan, role)
                + " needs role '"
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
    boolean elementOfLabel =
        role.equals(Role.LABEL)
            || (said.group() != null && role.equals(Role.LABEL.as(Shape.NUMBERS)));
    if (elementOfLabel && said.positiveLabel() != null) {
      Column positive = resolved.cast("string").equalTo(said.positiveLabel());
      resolved = functions.when(resolved.isNotNull(), positive.cast("double"));
      type = DataTypes.DoubleType;
    }
    if (said.group() != null) {
      addCandidateValue(role, what, resolved, type);
      return;
    }
    if (!RoleReader.accepts(role, type)) {
      problems.add(RoleWords.wrongType(plan, role, what, column, type));
      return;
    }
    if (role.shape() != Shape.NUMBER) {
      readers.set(readers.size() - 1, new RoleReader(role.shape(), type));
      selected.add(resolved.as(role.name()));
      return;
    }
    selected.add(resolved.cast("double").as(role.name()));
  }

  /** With a group column, a row is one candidate: its values become elements of arrays. */
  private void addCandidateValue(Role role, String what, Column resolved, DataType type) {
    if (role.equals(Role.WEIGHT)) {
      problems.add(
          "expected no weight beside a group column, since a weight is of a whole query, found one;"
              + " gather the queries' rows into arrays and weigh those");
      return;
    }
    if (role.shape() != Shape.NUMBERS) {
      problems.add(
          "with a group column a metric reads arrays, one a query; "
              + RoleWords.readers(plan, role)
              + " reads "
              + what
              + " as "
              + role.shape().expectation()
              + "; evaluate it apart, without the group");
      return;
    }
    if (!RoleReader.isNumber(type)) {
      problems.add(
          "expected a number or a boolean as "
              + what
              + " of a candidate, found type "
              + type.simpleString());
      return;
    }
    readers.set(
        readers.size() - 1, new RoleReader(role.shape(), RoleReader.standardType(role.shape())));
    selected.add(resolved.cast("double").as(role.name()));
  }

  private Column group(String group) {
    return group == null ? null : resolver.resolve(group, "group");
  }

  private Column rowKey(String key) {
    Column resolved = key == null ? null : resolver.resolve(key, "row key");
    if (resolved == null) {
      return null;
    }
    return resolver.typeOf(resolved) instanceof IntegralType
        ? resolved.cast("bigint")
        : functions.xxhash64(resolved);
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
    dimensions.add(value.cast(kind.sqlType()).as("slicewise_dimension_" + dimensionKinds.size()));
  }
}
