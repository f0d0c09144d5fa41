package dev.slicewise.spark;

import static org.apache.spark.sql.functions.expr;

import dev.slicewise.core.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.DataType;

/**
 * Finds the columns of an input that names and expressions stand for, and collects what is wrong
 * with them, so that a user reads all of it at once.
 */
final class ColumnResolver {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_]\\w*|`[^`]+`");

  private static final int SHOWN_COLUMNS = 40;

  private final Dataset<Row> input;
  private final List<String> problems = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();

  ColumnResolver(Dataset<Row> input) {
    this.input = input;
  }

  /** What is wrong so far, to be added to. */
  List<String> problems() {
    return problems;
  }

  /** Throws what is wrong, if anything is. */
  void expectNoProblems() {
    noteUnknown();
    if (!problems.isEmpty()) {
      throw new EvaluationException(String.join("; ", problems));
    }
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

  DataType typeOf(Column column) {
    return input.select(column).schema().fields()[0].dataType();
  }

  boolean hasColumn(String name) {
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
  Column resolve(String text, String what) {
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
