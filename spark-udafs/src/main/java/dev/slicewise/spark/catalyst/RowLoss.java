package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Loss;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * {@code loss_huber(y, p, delta => 1.0)}: the loss of one row, by the very rules of the metric;
 * NULL for a row that the metric would skip.
 */
final class RowLoss extends JavaScalar {
  private static final long serialVersionUID = 1L;

  private final String id;
  private final TreeMap<String, String> parameters;
  private transient Loss loss;
  private transient Batch batch;
  private transient Admitted rows;

  RowLoss(String name, String id, Map<String, String> parameters, List<Expression> columns) {
    super(name, columns);
    this.id = id;
    this.parameters = new TreeMap<>(parameters);
  }

  @Override
  JavaScalar copy(List<Expression> arguments) {
    return new RowLoss(prettyName(), id, parameters, arguments);
  }

  @Override
  Object identity() {
    return List.of(id, parameters);
  }

  private Loss loss() {
    if (loss == null) {
      loss = MetricCatalog.standard().entry(id).bindLoss(parameters);
      batch = new Batch(loss.domain().roles(), 1);
      rows = new Admitted(loss.domain(), false, 1);
    }
    return loss;
  }

  @Override
  public TypeCheckResult checkInputDataTypes() {
    for (int i = 0; i < arguments().size(); i++) {
      DataType type = arguments().get(i).dataType();
      if (!EvaluationAggregate.isNumber(type)) {
        return EvaluationAggregate.failure(
            "expected a number or a boolean as "
                + loss().domain().roles().get(i)
                + ", found "
                + type.simpleString());
      }
    }
    return TypeCheckResult.TypeCheckSuccess$.MODULE$;
  }

  @Override
  public Object eval(InternalRow row) {
    Loss term = loss();
    batch.clear();
    for (int c = 0; c < arguments().size(); c++) {
      Object value = arguments().get(c).eval(row);
      if (value == null) {
        return null;
      }
      batch.set(c, 0, (Double) value);
    }
    batch.rows(1);
    rows.admit(batch);
    return rows.size() == 0 ? null : (Double) (rows.values(term)[0] + 0.0);
  }

  @Override
  public DataType dataType() {
    return DataTypes.DoubleType;
  }
}
