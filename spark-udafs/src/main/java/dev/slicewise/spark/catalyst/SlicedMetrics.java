package dev.slicewise.spark.catalyst;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.catalyst.util.MapData;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;

/** {@code eval_sliced_metrics(slices)}: every scalar metric of every slice's state, by name. */
final class SlicedMetrics extends JavaScalar {
  private static final long serialVersionUID = 1L;

  SlicedMetrics(Expression slices) {
    super("eval_sliced_metrics", List.of(slices));
  }

  @Override
  SlicedMetrics copy(List<Expression> arguments) {
    return new SlicedMetrics(arguments.get(0));
  }

  @Override
  Object identity() {
    return "";
  }

  @Override
  public TypeCheckResult checkInputDataTypes() {
    DataType type = arguments().get(0).dataType();
    return type instanceof MapType map && map.valueType() instanceof BinaryType
        ? TypeCheckResult.TypeCheckSuccess$.MODULE$
        : EvaluationAggregate.failure(
            "expected a map of states, such as eval_sliced_state gives, found "
                + type.simpleString());
  }

  @Override
  public Object eval(InternalRow row) {
    MapData slices = (MapData) arguments().get(0).eval(row);
    if (slices == null) {
      return null;
    }
    Object[] metrics = new Object[slices.numElements()];
    for (int i = 0; i < metrics.length; i++) {
      metrics[i] =
          slices.valueArray().isNullAt(i)
              ? null
              : StateMetrics.of(StoredStates.read(slices.valueArray().getBinary(i)));
    }
    return new ArrayBasedMapData(slices.keyArray().copy(), new GenericArrayData(metrics));
  }

  @Override
  public DataType dataType() {
    MapType slices = (MapType) arguments().get(0).dataType();
    return DataTypes.createMapType(slices.keyType(), StateMetrics.TYPE, true);
  }
}
