package dev.slicewise.spark.catalyst;

import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.spark.scan.ValueKind;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * {@code eval_slice_key(carrier, origin)}: the key under which a table of states keeps the slice of
 * these values.
 */
final class StateKey extends JavaScalar {
  private static final long serialVersionUID = 1L;

  private transient ValueKind[] kinds;

  StateKey(List<Expression> values) {
    super("eval_slice_key", values);
  }

  @Override
  StateKey copy(List<Expression> arguments) {
    return new StateKey(arguments);
  }

  @Override
  Object identity() {
    return "";
  }

  @Override
  public boolean nullable() {
    return false;
  }

  @Override
  public TypeCheckResult checkInputDataTypes() {
    for (Expression value : arguments()) {
      if (ValueKind.of(value.dataType()) == null) {
        return EvaluationAggregate.failure(
            "expected a number, text, boolean, date or timestamp as a slice's value, found "
                + value.dataType().simpleString());
      }
    }
    return TypeCheckResult.TypeCheckSuccess$.MODULE$;
  }

  @Override
  public Object eval(InternalRow row) {
    if (kinds == null) {
      kinds =
          arguments().stream()
              .map(value -> ValueKind.of(value.dataType()))
              .toArray(ValueKind[]::new);
    }
    SliceKey.Writer key = new SliceKey.Writer();
    key.definition(0);
    for (int i = 0; i < kinds.length; i++) {
      kinds[i].append(key, arguments().get(i).eval(row));
    }
    return key.toBytes();
  }

  @Override
  public DataType dataType() {
    return DataTypes.BinaryType;
  }
}
