package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.spark.aggregator.RowBuffer;
import dev.slicewise.spark.aggregator.SlicedCodec;
import dev.slicewise.spark.aggregator.SlicedRows;
import dev.slicewise.spark.scan.ValueKind;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.analysis.TypeCheckResult;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code eval_sliced_state('mae, rmse', carrier, y, p)}: a bounded number of slices in one value,
 * for places that have no GROUP BY, such as {@code observe}. Its children are the slice, the
 * columns of the plan's roles, then the row key if there is one.
 */
final class SlicedAggregate extends JavaAggregate<SlicedRows> {
  private static final long serialVersionUID = 1L;

  /** The name of the slice of NULL. */
  static final String NULL = "(null)";

  static final DataType TYPE =
      DataTypes.createMapType(DataTypes.StringType, DataTypes.BinaryType, false);

  private final String suite;
  private final int most;
  private final boolean keyed;
  private transient EvaluationPlan plan;
  private transient BatchEvaluator evaluator;
  private transient RowInputs inputs;
  private transient ValueKind kind;
  private transient SliceKey.Writer key;

  SlicedAggregate(String suite, int most, boolean keyed, List<Expression> children) {
    this(suite, most, keyed, children, 0, 0);
  }

  private SlicedAggregate(
      String suite,
      int most,
      boolean keyed,
      List<Expression> children,
      int mutableOffset,
      int inputOffset) {
    super("eval_sliced_state", children, mutableOffset, inputOffset);
    this.suite = suite;
    this.most = most;
    this.keyed = keyed;
  }

  @Override
  SlicedAggregate copy(List<Expression> arguments, int mutableOffset, int inputOffset) {
    return new SlicedAggregate(suite, most, keyed, arguments, mutableOffset, inputOffset);
  }

  @Override
  Object identity() {
    return List.of(suite, most, keyed);
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
    DataType slice = arguments().get(0).dataType();
    if (ValueKind.of(slice) == null) {
      return EvaluationAggregate.failure(
          "expected a number, text, boolean, date or timestamp as slice, found "
              + slice.simpleString()
              + "; several columns become one with concat_ws or to_json");
    }
    for (int i = 0; i < plan().roles().size(); i++) {
      TypeCheckResult wrong =
          EvaluationAggregate.wrongType(plan().roles().get(i), arguments().get(i + 1).dataType());
      if (wrong != null) {
        return wrong;
      }
    }
    return TypeCheckResult.TypeCheckSuccess$.MODULE$;
  }

  @Override
  public SlicedRows createAggregationBuffer() {
    return new SlicedRows(plan(), most);
  }

  @Override
  public SlicedRows update(SlicedRows slices, InternalRow row) {
    if (inputs == null) {
      List<Expression> columns = arguments().subList(1, arguments().size());
      inputs = new RowInputs(plan().roles(), columns, keyed);
      kind = ValueKind.of(arguments().get(0).dataType());
      key = new SliceKey.Writer();
    }
    key.definition(0);
    kind.append(key, arguments().get(0).eval(row));
    RowBuffer rows = slices.rows(key.buffer(), key.size(), evaluator());
    int at = rows.nextRow(evaluator());
    inputs.fill(rows.batch(), at, row);
    return slices;
  }

  @Override
  public SlicedRows merge(SlicedRows target, SlicedRows source) {
    target.merge(source, evaluator());
    return target;
  }

  @Override
  public Object eval(SlicedRows slices) {
    List<Object> names = new ArrayList<>();
    List<Object> states = new ArrayList<>();
    slices.forEach(
        (bytes, state) -> {
          names.add(UTF8String.fromString(name(SliceKey.fromBytes(bytes).values().get(0))));
          states.add(StateCodec.toStored(state));
        },
        evaluator());
    SliceState rest = slices.rest(evaluator());
    if (rest != null) {
      names.add(UTF8String.fromString(Dimension.OTHER));
      states.add(StateCodec.toStored(rest));
    }
    return new ArrayBasedMapData(
        new GenericArrayData(names.toArray()), new GenericArrayData(states.toArray()));
  }

  /** A text that reads like NULL or the rest is marked, so that no two slices share a name. */
  private static String name(Object value) {
    if (value == null) {
      return NULL;
    }
    String text = ParameterInfo.text(value);
    boolean taken = text.equals(NULL) || text.equals(Dimension.OTHER) || text.startsWith("\\");
    return taken ? "\\" + text : text;
  }

  @Override
  public byte[] serialize(SlicedRows slices) {
    return SlicedCodec.toBytes(slices, evaluator());
  }

  @Override
  public SlicedRows deserialize(byte[] bytes) {
    return SlicedCodec.read(bytes, plan(), evaluator());
  }

  @Override
  public DataType dataType() {
    return TYPE;
  }

  @Override
  public boolean nullable() {
    return false;
  }
}
