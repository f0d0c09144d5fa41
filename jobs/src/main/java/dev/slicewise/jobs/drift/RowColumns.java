package dev.slicewise.jobs.drift;

import dev.slicewise.core.metric.drift.ColumnKind;
import dev.slicewise.core.term.Role;
import dev.slicewise.jobs.failure.Failures;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.spark.role.RoleReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;

/**
 * The columns of rows: what they hold, by their type, and the roles they are read in. A role's name
 * is that of its column where it can be; a column may have any name.
 */
final class RowColumns {
  private final List<DriftColumn> columns = new ArrayList<>();
  private final Map<String, String> roles = new LinkedHashMap<>();

  /**
   * The columns chosen, and those that roles are bound to where their distribution is of interest.
   *
   * @param bound column by role, for metrics
   */
  RowColumns(Dataset<Row> rows, List<ColumnChoice> choices, Map<String, String> bound) {
    roles.putAll(bound);
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (ColumnChoice choice : choices) {
      if (!names.add(choice.name())) {
        throw JobException.usage(
            "expected different columns in --columns, found '" + choice.name() + "' twice.");
      }
      add(rows, choice, role(choice));
    }
    for (String role : List.of("label", "prediction")) {
      if (bound.containsKey(role) && names.add(role)) {
        add(rows, new ColumnChoice(role, bound.get(role), null), role);
      }
    }
  }

  private void add(Dataset<Row> rows, ColumnChoice choice, String role) {
    DataType type = type(rows, choice);
    ColumnKind kind = choice.kind() == null ? kind(choice, type) : choice.kind();
    columns.add(new DriftColumn(choice.name(), role, kind, type.simpleString()));
    roles.put(role, choice.source());
  }

  /** A name that metrics can say; numbered, where the column's own is none or means another. */
  private String role(ColumnChoice choice) {
    String name = choice.name().toLowerCase(java.util.Locale.ROOT);
    boolean sayable = name.matches("[a-z_][a-z0-9_]*") && !name.equals(Role.WEIGHT.name());
    boolean free = !roles.containsKey(name) || roles.get(name).equals(choice.source());
    return sayable && free ? name : "slicewise_column_" + (columns.size() + 1);
  }

  private static DataType type(Dataset<Row> rows, ColumnChoice choice) {
    for (StructField field : rows.schema().fields()) {
      if (field.name().equalsIgnoreCase(choice.source())) {
        return field.dataType();
      }
    }
    try {
      return rows.selectExpr(choice.source()).schema().fields()[0].dataType();
    } catch (Exception e) {
      throw JobException.usage("--columns " + choice.name() + ": " + Failures.problem(e), e);
    }
  }

  private static ColumnKind kind(ColumnChoice choice, DataType type) {
    if (type instanceof StringType || type instanceof BooleanType) {
      return ColumnKind.CATEGORIES;
    }
    for (ColumnKind kind : List.of(ColumnKind.NUMBERS, ColumnKind.EMBEDDING)) {
      if (RoleReader.accepts(kind.role("any"), type)) {
        return kind;
      }
    }
    throw JobException.usage(
        "expected numbers, texts, booleans or arrays of numbers in --columns "
            + choice.name()
            + ", found type "
            + type.simpleString()
            + "; name an expression instead, such as hour(t) AS hour_of_t.");
  }

  List<DriftColumn> columns() {
    return columns;
  }

  /** Column or expression by role. */
  Map<String, String> roles() {
    return roles;
  }

  /** Refuses another table whose columns hold something else. */
  void expectSameIn(Dataset<Row> others, List<ColumnChoice> choices, Map<String, String> bound) {
    List<DriftColumn> theirs = new RowColumns(others, choices, bound).columns();
    for (int i = 0; i < columns.size(); i++) {
      DriftColumn mine = columns.get(i);
      if (mine.kind() != theirs.get(i).kind()) {
        throw JobException.usage(
            "expected column "
                + mine.name()
                + " to hold the same on both sides, found "
                + mine.type()
                + " in the reference and "
                + theirs.get(i).type()
                + " in the current rows; "
                + mine.name()
                + ":categories compares both as names.");
      }
    }
  }
}
