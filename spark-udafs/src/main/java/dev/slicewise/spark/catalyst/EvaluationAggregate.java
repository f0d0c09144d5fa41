package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import dev.slicewise.spark.aggregator.RowBuffer;
import dev.slicewise.spark.role.RoleReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

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
  private transient RowInputs inputs;

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
      inputs = new RowInputs(plan().roles(), arguments(), keyed);
    }
    int at = buffer.nextRow(evaluator());
    inputs.fill(buffer.batch(), at, row);
    return buffer;
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
