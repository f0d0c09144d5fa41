package dev.slicewise.spark.catalyst;

import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.SliceState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** {@code eval_metrics(state)}: every scalar metric of a stored state's own suite, by name. */
final class StateMetrics extends JavaScalar {
  private static final long serialVersionUID = 1L;

  static final DataType TYPE =
      DataTypes.createMapType(DataTypes.StringType, DataTypes.DoubleType, true);

  StateMetrics(Expression state) {
    super("eval_metrics", List.of(state));
  }

  @Override
  StateMetrics copy(List<Expression> arguments) {
    return new StateMetrics(arguments.get(0));
  }

  @Override
  Object identity() {
    return "";
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
    return bytes == null ? null : of(StoredStates.read(bytes));
  }

  /** The values by name. */
  static ArrayBasedMapData of(SliceState state) {
    Map<UTF8String, Double> values = new LinkedHashMap<>();
    for (MetricResult result : StoredStates.results(state)) {
      values.put(UTF8String.fromString(result.metric().text()), StoredStates.number(result));
    }
    return new ArrayBasedMapData(
        new GenericArrayData(values.keySet().toArray()),
        new GenericArrayData(values.values().toArray()));
  }

  @Override
  public DataType dataType() {
    return TYPE;
  }
}
