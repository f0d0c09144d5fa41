package dev.slicewise.spark.catalyst;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.plan.InvalidRowsException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.DataType;

/** A function of the values of its arguments in one row, and of constants fixed in the call. */
final class ValueFunction extends JavaScalar {
  private static final long serialVersionUID = 1L;

  /** What the function does; NULL for an argument does not get here if it gives NULL. */
  @FunctionalInterface
  interface Body extends Serializable {
    /** The result for some values, all in Catalyst's own form. */
    Object of(Object[] values);
  }

  /** Whether NULL for an argument is NULL for the result, or a value like any other. */
  enum Nulls {
    /** The result is NULL. */
    PASS_THROUGH,
    /** The function is asked. */
    ARE_VALUES
  }

  /**
   * What a function is apart from its arguments.
   *
   * @param name as the user calls it
   * @param constants what was fixed in the call: equal calls have equal ones
   * @param accepted the type of each argument
   * @param type of the result
   * @param nulls what NULL means
   * @param body what it does
   */
  record Definition(
      String name,
      ArrayList<Object> constants,
      ArrayList<DataType> accepted,
      DataType type,
      Nulls nulls,
      Body body)
      implements Serializable {
    Definition(
        String name,
        List<Object> constants,
        List<DataType> accepted,
        DataType type,
        Nulls nulls,
        Body body) {
      this(name, new ArrayList<>(constants), new ArrayList<>(accepted), type, nulls, body);
    }
  }

  private final Definition definition;

  ValueFunction(Definition definition, List<Expression> arguments) {
    super(definition.name(), arguments);
    this.definition = definition;
  }

  @Override
  ValueFunction copy(List<Expression> arguments) {
    return new ValueFunction(definition, arguments);
  }

  @Override
  Object identity() {
    return definition.constants();
  }

  @Override
  public TypeCheckResult checkInputDataTypes() {
    for (int i = 0; i < arguments().size(); i++) {
      DataType expected = definition.accepted().get(i);
      DataType found = arguments().get(i).dataType();
      // As text a type says nothing of what may be null, which does not matter here.
      if (!found.catalogString().equals(expected.catalogString())) {
        return EvaluationAggregate.failure(
            "expected argument "
                + (i + 1)
                + " to be of type "
                + expected.simpleString()
                + ", found "
                + found.simpleString());
      }
    }
    return TypeCheckResult.TypeCheckSuccess$.MODULE$;
  }

  @Override
  public Object eval(InternalRow row) {
    Object[] values = new Object[arguments().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = arguments().get(i).eval(row);
      if (values[i] == null && definition.nulls() == Nulls.PASS_THROUGH) {
        return null;
      }
    }
    try {
      return definition.body().of(values);
    } catch (StateFormatException | InvalidRowsException e) {
      // A driver that was given the jar for one session only, as on Connect, cannot read our own
      // classes from a failed task, and would report that instead of what is wrong.
      IllegalArgumentException readable = new IllegalArgumentException(e.getMessage());
      readable.setStackTrace(e.getStackTrace());
      throw readable;
    }
  }

  @Override
  public DataType dataType() {
    return definition.type();
  }
}
