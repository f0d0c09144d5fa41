package dev.slicewise.spark.catalyst;

import dev.slicewise.spark.aggregator.SlicedRows;
import dev.slicewise.spark.scan.ValueKind;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.DataType;

/** Makes the expressions of the functions that know slices. */
final class SlicedFunctions {
  private static final String MOST = "max_slices";

  private SlicedFunctions() {}

  /** {@code eval_sliced_state('mae, rmse', carrier, y, p, max_slices => 1000)}. */
  static Expression state(List<Expression> arguments) {
    Arguments call = new Arguments("eval_sliced_state", arguments);
    String metrics = call.literal("metrics", call.takeFirst("metrics"));
    Expression slice = call.takeFirst("slice");
    Expression most = call.takeNamed(MOST);
    int limit = most == null ? 1000 : limit(call, call.literal(MOST, most));
    Functions.StateCall state = Functions.StateCall.take(call, metrics, List.of("slice", MOST));
    List<Expression> children = new ArrayList<>();
    children.add(value(slice));
    children.addAll(state.columns());
    return new SlicedAggregate(state.suite(), limit, state.keyed(), children);
  }

  private static int limit(Arguments call, String text) {
    if (!text.matches("[1-9]\\d{0,5}") || Integer.parseInt(text) > SlicedRows.LARGEST) {
      throw call.wrong(
          "expected a number of slices from 1 to "
              + SlicedRows.LARGEST
              + " for "
              + MOST
              + ", found "
              + text);
    }
    return Integer.parseInt(text);
  }

  /** {@code eval_sliced_metrics(slices)}. */
  static Expression metrics(List<Expression> arguments) {
    Arguments call = new Arguments("eval_sliced_metrics", arguments);
    Expression slices = call.takeFirst("slices");
    call.expectNothingLeft(List.of("slices"));
    return new SlicedMetrics(slices);
  }

  /** As it is read into a key; what cannot be is left for the type check to refuse. */
  private static Expression value(Expression slice) {
    ValueKind kind = ValueKind.of(slice.dataType());
    return kind == null ? slice : Functions.cast(slice, DataType.fromDDL(kind.sqlType()));
  }
}
