package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.spark.aggregator.RowBuffer;
import dev.slicewise.spark.role.RoleReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DoubleType;

/**
 * A suite over columns as a Catalyst aggregate. Its children are the columns of the plan's roles as
 * doubles, then the row key if there is one; its result is one metric's value or the stored state.
 */
public final class EvaluationAggregate extends JavaAggregate<RowBuffer> {
  private static final long serialVersionUID = 1L;

  /** What an aggregate gives. */
  enum Result {
    /** The value of the suite's only metric. */
    VALUE(DataTypes.DoubleType),
    /** The values of the suite's metrics in its order, NULL where undefined. */
    VALUES(DataTypes.createArrayType(DataTypes.DoubleType)),
    /** The stored state. */
    STATE(DataTypes.BinaryType);

    private final DataType type;

    Result(DataType type) {
      this.type = type;
    }
  }

  private final String suite;
  private final Result result;
  private final boolean keyed;
  private transient EvaluationPlan plan;
  private transient BatchEvaluator evaluator;
  private transient Expression[] inputs;
  private transient int[] ordinals;
  private transient RoleReader[] readers;

  /**
   * Creates the aggregate.
   *
   * @param name the function as the user called it
   * @param suite the suite's text
   * @param result what comes out
   * @param keyed whether the last child is the row key
   * @param children columns of the plan's roles in order
   */
  EvaluationAggregate(
      String name, String suite, Result result, boolean keyed, List<Expression> children) {
    this(name, suite, result, keyed, children, 0, 0);
  }

  private EvaluationAggregate(
      String name,
      String suite,
      Result result,
      boolean keyed,
      List<Expression> children,
      int mutableOffset,
      int inputOffset) {
    super(name, children, mutableOffset, inputOffset);
    this.suite = suite;
    this.result = result;
    this.keyed = keyed;
  }

  @Override
  EvaluationAggregate copy(List<Expression> arguments, int mutableOffset, int inputOffset) {
    return new EvaluationAggregate(
        prettyName(), suite, result, keyed, arguments, mutableOffset, inputOffset);
  }

  @Override
  Object identity() {
    return List.of(suite, result, keyed);
  }

  /** What is asked. */
  Suite suite() {
    return plan().suite();
  }

  /** Whether this is one metric's value, which may share a state with others. */
  boolean isValue() {
    return result == Result.VALUE && !keyed;
  }

  /** The columns by role, as given. */
  Map<Role, Expression> columns() {
    Map<Role, Expression> columns = new LinkedHashMap<>();
    for (int i = 0; i < plan().roles().size(); i++) {
      columns.put(plan().roles().get(i), arguments().get(i));
    }
    return columns;
  }

  private EvaluationPlan plan() {
    if (plan == null) {
      plan = EvaluationPlan.of(Suite.parse(suite, MetricCatalog.standard()));
    }
    return plan;
  }

  private BatchEvaluator evaluator() {
    if (evaluator == null) {
      evaluator = new BatchEvaluator(plan(), RowBuffer.LAST_CAPACITY);
    }
    return evaluator;
  }

  @Override
  public TypeCheckResult checkInputDataTypes() {
    int columns = arguments().size() - (keyed ? 1 : 0);
    for (int i = 0; i < columns; i++) {
      TypeCheckResult wrong = wrongType(plan().roles().get(i), arguments().get(i).dataType());
      if (wrong != null) {
        return wrong;
      }
    }
    return TypeCheckResult.TypeCheckSuccess$.MODULE$;
  }

  /** What is wrong with a column of this type as that role, or null. */
  static TypeCheckResult wrongType(Role role, DataType type) {
    return RoleReader.accepts(role, type)
        ? null
        : failure(
            "expected "
                + role.shape().expectation()
                + " as "
                + role
                + ", found "
                + type.simpleString());
  }

  static TypeCheckResult failure(String message) {
    return new TypeCheckResult.TypeCheckFailure(message);
  }

  @Override
  public RowBuffer createAggregationBuffer() {
    return new RowBuffer(plan().emptyState());
  }

  @Override
  public RowBuffer update(RowBuffer buffer, InternalRow row) {
    if (inputs == null) {
      bind();
    }
    int at = buffer.nextRow(evaluator());
    Batch batch = buffer.batch();
    int columns = ordinals.length - (keyed ? 1 : 0);
    for (int c = 0; c < columns; c++) {
      int ordinal = ordinals[c];
      if (ordinal >= 0) {
        if (row.isNullAt(ordinal)) {
          batch.setNull(c, at);
        } else {
          batch.set(c, at, row.getDouble(ordinal));
        }
        continue;
      }
      Object value = inputs[c].eval(row);
      if (readers[c] != null) {
        value = readers[c].convert(value);
      }
      if (value == null) {
        batch.setNull(c, at);
      } else if (readers[c] != null) {
        batch.set(c, at, value);
      } else {
        batch.set(c, at, ((Double) value).doubleValue());
      }
    }
    if (keyed) {
      Object key = inputs[columns].eval(row);
      batch.setKey(at, key == null ? 0L : (Long) key);
    }
    return buffer;
  }

  /** Where a child is a plain double of the row, it is read in place instead of boxed. */
  private void bind() {
    inputs = arguments().toArray(new Expression[0]);
    ordinals = new int[inputs.length];
    readers = readers(plan().roles(), arguments());
    for (int i = 0; i < inputs.length; i++) {
      boolean plain =
          (keyed && i == inputs.length - 1 || readers[i] == null)
              && inputs[i] instanceof BoundReference reference
              && reference.dataType() instanceof DoubleType;
      ordinals[i] = plain ? ((BoundReference) inputs[i]).ordinal() : -1;
    }
  }

  /** How to read each column that is no number; null for numbers. */
  static RoleReader[] readers(List<Role> roles, List<Expression> columns) {
    RoleReader[] readers = new RoleReader[roles.size()];
    for (int i = 0; i < readers.length; i++) {
      Shape shape = roles.get(i).shape();
      readers[i] = shape == Shape.NUMBER ? null : new RoleReader(shape, columns.get(i).dataType());
    }
    return readers;
  }

  @Override
  public RowBuffer deserialize(byte[] bytes) {
    return new RowBuffer(StateCodec.read(bytes, plan()));
  }

  @Override
  public RowBuffer merge(RowBuffer target, RowBuffer source) {
    target.state(evaluator()).merge(source.state(evaluator()));
    return target;
  }

  @Override
  public Object eval(RowBuffer buffer) {
    SliceState state = buffer.state(evaluator());
    List<NamedMetric> metrics = plan().suite().metrics();
    return switch (result) {
      case STATE -> StateCodec.toStored(state);
      case VALUE -> StoredStates.value(state, metrics.get(0));
      case VALUES ->
          new GenericArrayData(
              metrics.stream().map(metric -> StoredStates.value(state, metric)).toArray());
    };
  }

  @Override
  public byte[] serialize(RowBuffer buffer) {
    return StateCodec.toTransport(buffer.state(evaluator()));
  }

  @Override
  public DataType dataType() {
    return result.type;
  }

  @Override
  public boolean nullable() {
    return result == Result.VALUE;
  }
}
