package dev.slicewise.jobs.drift;

import dev.slicewise.core.compare.ColumnChoice;
import dev.slicewise.core.compare.DriftColumn;
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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;

/**
 * The columns of rows: what they hold, by their type, and the roles they are read in. A role's name
 * is that of its column where it can be; a column may have any name.
 */
final class RowColumns {
  private static final Map<ColumnKind, String> NOTHING =
      Map.of(
          ColumnKind.NUMBERS,
          "CAST(NULL AS double)",
          ColumnKind.CATEGORIES,
          "CAST(NULL AS string)",
          ColumnKind.EMBEDDING,
          "CAST(NULL AS array<double>)");

  private final Dataset<Row> rows;
  private final List<DriftColumn> columns = new ArrayList<>();
  private final List<ColumnChoice> choices = new ArrayList<>();
  private final List<DataType> types = new ArrayList<>();
  private final Map<String, String> roles = new LinkedHashMap<>();

  /**
   * The columns chosen, and those that roles are bound to where their distribution is of interest.
   *
   * @param bound column by role, for metrics
   */
  RowColumns(Dataset<Row> rows, List<ColumnChoice> chosen, Map<String, String> bound) {
    this.rows = rows;
    roles.putAll(bound);
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (ColumnChoice choice : chosen) {
      if (!names.add(choice.name())) {
        throw JobException.usage(
            "expected different columns in --columns, found '" + choice.name() + "' twice.");
      }
      add(choice, role(choice));
    }
    for (String role : List.of("label", "prediction")) {
      if (bound.containsKey(role) && names.add(role)) {
        add(new ColumnChoice(role, bound.get(role), null), role);
      }
    }
  }

  private void add(ColumnChoice choice, String role) {
    DataType type = type(choice);
    ColumnKind kind = choice.kind() == null ? kind(choice, type) : choice.kind();
    columns.add(new DriftColumn(choice.name(), role, kind, type.simpleString()));
    choices.add(choice);
    types.add(type);
    roles.put(role, choice.source());
    // Without a value it has no type to go by: CSV takes it for text.
    if (!RoleReader.accepts(kind.role("any"), type) && isEmpty(columns.size() - 1)) {
      becomes(columns.size() - 1, kind);
    }
  }

  /** A name that metrics can say; numbered, where the column's own is none or means another. */
  private String role(ColumnChoice choice) {
    String name = choice.name().toLowerCase(java.util.Locale.ROOT);
    boolean sayable = name.matches("[a-z_][a-z0-9_]*") && !name.equals(Role.WEIGHT.name());
    boolean free = !roles.containsKey(name) || roles.get(name).equals(choice.source());
    return sayable && free ? name : "slicewise_column_" + (columns.size() + 1);
  }

  private DataType type(ColumnChoice choice) {
    try {
      return rows.select(column(choice)).schema().fields()[0].dataType();
    } catch (Exception e) {
      throw JobException.usage("--columns " + choice.name() + ": " + Failures.problem(e), e);
    }
  }

  private Column column(ColumnChoice choice) {
    for (String name : rows.columns()) {
      if (name.equalsIgnoreCase(choice.source())) {
        return rows.col("`" + name.replace("`", "``") + "`");
      }
    }
    return functions.expr(choice.source());
  }

  private boolean isEmpty(int at) {
    Column column = column(choices.get(at));
    return rows.filter(column.isNotNull()).isEmpty();
  }

  /** A column without a value is one of any kind. */
  private void becomes(int at, ColumnKind kind) {
    DriftColumn column = columns.get(at);
    columns.set(at, new DriftColumn(column.name(), column.role(), kind, column.type()));
    roles.put(column.role(), NOTHING.get(kind));
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

  /** Refuses two tables whose columns hold something else, but where one holds nothing. */
  static void settle(RowColumns reference, RowColumns current) {
    for (int i = 0; i < reference.columns.size(); i++) {
      DriftColumn mine = reference.columns.get(i);
      DriftColumn theirs = current.columns.get(i);
      if (mine.kind() == theirs.kind()) {
        continue;
      }
      if (current.isEmpty(i)) {
        current.becomes(i, mine.kind());
      } else if (reference.isEmpty(i)) {
        reference.becomes(i, theirs.kind());
      } else {
        throw JobException.usage(
            "expected column "
                + mine.name()
                + " to hold the same on both sides, found "
                + mine.type()
                + " in the reference and "
                + theirs.type()
                + " in the current rows; "
                + mine.name()
                + ":categories compares both as names.");
      }
    }
  }
}
