package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.MetricCatalog;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** {@code eval_metric(state, 'rmse')}: any metric whose statistics a stored state remembers. */
final class StateMetric extends JavaScalar {
  private static final long serialVersionUID = 1L;

  private final String metric;

  StateMetric(Expression state, String metric) {
    super("eval_metric", List.of(state));
    this.metric = metric;
  }

  @Override
  StateMetric copy(List<Expression> arguments) {
    return new StateMetric(arguments.get(0), metric);
  }

  @Override
  Object identity() {
    return metric;
  }

  @Override
  public TypeCheckResult checkInputDataTypes() {
    DataType type = arguments().get(0).dataType();
    return type instanceof BinaryType
        ? TypeCheckResult.TypeCheckSuccess$.MODULE$
        : EvaluationAggregate.failure(
            "expected a state of type binary, found " + type.simpleString());
  }

  @Override
  public Object eval(InternalRow row) {
    byte[] bytes = (byte[]) arguments().get(0).eval(row);
    return bytes == null
        ? null
        : StoredStates.value(StoredStates.read(bytes), MetricCatalog.standard().parse(metric));
  }

  @Override
  public DataType dataType() {
    return DataTypes.DoubleType;
  }
}
