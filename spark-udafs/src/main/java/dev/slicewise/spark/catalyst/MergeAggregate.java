package dev.slicewise.spark.catalyst;

import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** {@code eval_merge(state)}: all stored states of a group as one; NULLs are passed over. */
final class MergeAggregate extends JavaAggregate<MergeAggregate.Buffer> {
  private static final long serialVersionUID = 1L;

  /** The merged state, or null before the first. */
  static final class Buffer {
    private SliceState state;

    private Buffer merge(SliceState other) {
      if (state == null) {
        state = other;
      } else if (other != null) {
        state.merge(other);
      }
      return this;
    }

    private byte[] toBytes() {
      return state == null ? new byte[0] : StateCodec.toStored(state);
    }
  }

  MergeAggregate(Expression state) {
    this(List.of(state), 0, 0);
  }

  private MergeAggregate(List<Expression> arguments, int mutableOffset, int inputOffset) {
    super("eval_merge", arguments, mutableOffset, inputOffset);
  }

  @Override
  MergeAggregate copy(List<Expression> arguments, int mutableOffset, int inputOffset) {
    return new MergeAggregate(arguments, mutableOffset, inputOffset);
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
  public Buffer createAggregationBuffer() {
    return new Buffer();
  }

  @Override
  public Buffer update(Buffer buffer, InternalRow row) {
    byte[] bytes = (byte[]) arguments().get(0).eval(row);
    return bytes == null ? buffer : buffer.merge(StoredStates.read(bytes));
  }

  @Override
  public Buffer merge(Buffer target, Buffer source) {
    return target.merge(source.state);
  }

  @Override
  public Object eval(Buffer buffer) {
    return buffer.state == null ? null : buffer.toBytes();
  }

  @Override
  public byte[] serialize(Buffer buffer) {
    return buffer.toBytes();
  }

  @Override
  public Buffer deserialize(byte[] bytes) {
    Buffer buffer = new Buffer();
    return bytes.length == 0 ? buffer : buffer.merge(StoredStates.read(bytes));
  }

  @Override
  public DataType dataType() {
    return DataTypes.BinaryType;
  }

  @Override
  public boolean nullable() {
    return true;
  }
}
