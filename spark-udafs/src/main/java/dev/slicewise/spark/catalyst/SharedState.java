package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetArrayItem;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.types.DataTypes;

/**
 * Metric functions of one GROUP BY over the same columns, under the same filter: their suites
 * become one, whose state is made once and asked for every value.
 */
final class SharedState {
  private final AggregateExpression first;
  private final boolean weighted;
  private final Map<Role, Expression> columns = new LinkedHashMap<>();
  private final Map<String, NamedMetric> metrics = new LinkedHashMap<>();
  private final List<AggregateExpression> members = new ArrayList<>();

  private SharedState(AggregateExpression first) {
    this.first = first;
    this.weighted = function(first).suite().weighted();
  }

  private static EvaluationAggregate function(AggregateExpression call) {
    return (EvaluationAggregate) call.aggregateFunction();
  }

  /** Sorts calls by what they can share. */
  static List<SharedState> of(List<AggregateExpression> calls) {
    List<SharedState> states = new ArrayList<>();
    for (AggregateExpression call : calls) {
      boolean placed = false;
      for (int i = 0; i < states.size() && !placed; i++) {
        placed = states.get(i).accepts(call);
        if (placed) {
          states.get(i).add(call);
        }
      }
      if (!placed) {
        SharedState state = new SharedState(call);
        state.add(call);
        states.add(state);
      }
    }
    return states;
  }

  private boolean accepts(AggregateExpression call) {
    boolean sameRows =
        call.mode().equals(first.mode())
            && call.filter()
                .map(Expression::canonicalized)
                .equals(first.filter().map(Expression::canonicalized));
    if (!sameRows || function(call).suite().weighted() != weighted) {
      return false;
    }
    for (Map.Entry<Role, Expression> column : function(call).columns().entrySet()) {
      for (Map.Entry<Role, Expression> known : columns.entrySet()) {
        // One name is one column, in whatever shapes it is read.
        boolean sameName = known.getKey().name().equals(column.getKey().name());
        if (sameName && !known.getValue().semanticEquals(column.getValue())) {
          return false;
        }
      }
    }
    return true;
  }

  private void add(AggregateExpression call) {
    EvaluationAggregate function = function(call);
    columns.putAll(function.columns());
    function.suite().metrics().forEach(metric -> metrics.putIfAbsent(metric.text(), metric));
    members.add(call);
  }

  /** By the id of each call, what takes its place; none where nothing is shared. */
  Map<Long, Expression> replacements() {
    Map<Long, Expression> replacements = new HashMap<>();
    if (metrics.size() < 2) {
      return replacements;
    }
    Suite suite = new Suite(new ArrayList<>(metrics.values()), weighted, false, false);
    List<Expression> children = new ArrayList<>();
    for (Role role : EvaluationPlan.of(suite).roles()) {
      children.add(columns.get(role));
    }
    EvaluationAggregate shared =
        new EvaluationAggregate(
            "eval_values", suite.text(), EvaluationAggregate.Result.VALUES, false, children);
    AggregateExpression call =
        new AggregateExpression(
            shared, first.mode(), false, first.filter(), NamedExpression.newExprId());
    // The aggregate reads its suite from text, which orders metrics by itself.
    List<String> order = shared.suite().metrics().stream().map(NamedMetric::text).toList();
    for (AggregateExpression member : members) {
      int index = order.indexOf(function(member).suite().metrics().get(0).text());
      Literal at = new Literal(index, DataTypes.IntegerType);
      replacements.put(member.resultId().id(), new GetArrayItem(call, at, false));
    }
    return replacements;
  }
}
