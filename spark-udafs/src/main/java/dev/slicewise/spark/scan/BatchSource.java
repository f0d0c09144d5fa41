package dev.slicewise.spark.scan;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Coalesce;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.execution.ColumnarToRowExec;
import org.apache.spark.sql.execution.InputAdapter;
import org.apache.spark.sql.execution.ProjectExec;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.WholeStageCodegenExec;
import scala.collection.Seq;

/**
 * Whether the prepared rows can be read as columnar batches: when the executed plan only renames
 * and widens plain columns of a scan that delivers them. Decided on the driver.
 */
final class BatchSource {
  private final SparkPlan plan;
  private final ArrayList<VectorColumn> columns;
  private final String description;

  private BatchSource(SparkPlan plan, ArrayList<VectorColumn> columns, String description) {
    this.plan = plan;
    this.columns = columns;
    this.description = description;
  }

  /** Rows for a reason. */
  static BatchSource rows(String reason) {
    return new BatchSource(null, new ArrayList<>(), "rows: " + reason);
  }

  /**
   * Looks at how Spark would make the prepared rows.
   *
   * @param executed Spark's plan for them
   * @param targets what each of their columns is read as
   * @param key which of them is the row key; −1 for none
   */
  static BatchSource of(SparkPlan executed, List<ValueKind> targets, int key) {
    SparkPlan top = unwrapped(executed);
    Seq<? extends Expression> projected = expressions(top);
    SparkPlan below = top instanceof ProjectExec project ? unwrapped(project.child()) : top;
    boolean isLeaf = below.children().isEmpty();
    if (!(below instanceof ColumnarToRowExec) && !isLeaf) {
      return rows(below.nodeName().trim() + " works on rows");
    }
    SparkPlan scan = isLeaf ? below : unwrapped(below.children().apply(0));
    if (!scan.supportsColumnar()) {
      return rows(scan.nodeName().trim() + " delivers no columnar batches");
    }
    ArrayList<VectorColumn> columns = new ArrayList<>();
    for (int c = 0; c < targets.size(); c++) {
      Expression expression = projected.apply(c);
      VectorColumn column = column(source(expression, c == key), targets.get(c), scan.output());
      if (column == null) {
        return rows(expression.sql() + " is computed");
      }
      columns.add(column);
    }
    return new BatchSource(scan, columns, "columnar batches of " + scan.nodeName().trim());
  }

  @SuppressWarnings("unchecked")
  private static Seq<? extends Expression> expressions(SparkPlan top) {
    // Named expressions are expressions, which only Scala's compiler knows.
    return top instanceof ProjectExec project
        ? (Seq<? extends Expression>) (Seq<?>) project.projectList()
        : top.output();
  }

  private static SparkPlan unwrapped(SparkPlan plan) {
    if (plan instanceof WholeStageCodegenExec stage) {
      return unwrapped(stage.child());
    }
    return plan instanceof InputAdapter adapter ? unwrapped(adapter.child()) : plan;
  }

  /** The expression without its name and cast; and a key without its coalesce. */
  private static Expression source(Expression expression, boolean isKey) {
    Expression source = expression instanceof Alias alias ? alias.child() : expression;
    if (isKey && source instanceof Coalesce coalesce && isKeyOrZero(coalesce)) {
      source = coalesce.children().apply(0);
    }
    return source instanceof Cast cast ? cast.child() : source;
  }

  private static VectorColumn column(
      Expression source, ValueKind target, Seq<Attribute> available) {
    VectorKind kind = VectorKind.of(source.dataType());
    if (source instanceof AttributeReference column && kind != null && kind.widensTo(target)) {
      for (int i = 0; i < available.size(); i++) {
        if (available.apply(i).exprId().equals(column.exprId())) {
          return new VectorColumn(i, kind);
        }
      }
    }
    return null;
  }

  /** A row key's form: no NULLs, since {@link VectorColumn#copyKeys} reads them as 0 too. */
  private static boolean isKeyOrZero(Coalesce coalesce) {
    return coalesce.children().size() == 2
        && coalesce.children().apply(1) instanceof Literal literal
        && Long.valueOf(0).equals(literal.value());
  }

  boolean isColumnar() {
    return plan != null;
  }

  /** What delivers the batches. */
  SparkPlan plan() {
    return plan;
  }

  /** Where the batches have the columns of the prepared rows. */
  ArrayList<VectorColumn> columns() {
    return columns;
  }

  /** What is read; for rows, why it is not batches. */
  String description() {
    return description;
  }
}
