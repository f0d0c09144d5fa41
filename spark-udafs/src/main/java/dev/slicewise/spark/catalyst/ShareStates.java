package dev.slicewise.spark.catalyst;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * {@code SELECT mae(y, p), rmse(y, p), roc_auc(y, p) … GROUP BY …} reads every row once for all its
 * metrics instead of once for each. An optimizer rule; the values are the same to the bit.
 */
public final class ShareStates extends Rule<LogicalPlan> {
  /** Spark setting; {@code false} computes every function by itself. */
  public static final String SETTING = "spark.slicewise.sql.shareStates";

  /** Creates the rule. */
  public ShareStates() {}

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    if (!Boolean.parseBoolean(conf().getConfString(SETTING, "true"))) {
      return plan;
    }
    return plan.transformDown(new Aggregates());
  }

  private static LogicalPlan shared(Aggregate aggregate) {
    List<AggregateExpression> calls = new ArrayList<>();
    CollectionConverters.asJava(aggregate.aggregateExpressions())
        .forEach(expression -> collect((Expression) expression, calls));
    Map<Long, Expression> replacements = new HashMap<>();
    SharedState.of(calls).forEach(state -> replacements.putAll(state.replacements()));
    return replacements.isEmpty()
        ? aggregate
        : aggregate.transformExpressions(new Replaced(replacements));
  }

  private static void collect(Expression expression, List<AggregateExpression> calls) {
    if (expression instanceof AggregateExpression call) {
      if (call.aggregateFunction() instanceof EvaluationAggregate function
          && function.isValue()
          && !call.isDistinct()) {
        calls.add(call);
      }
      return;
    }
    CollectionConverters.asJava(expression.children()).forEach(child -> collect(child, calls));
  }

  private static final class Aggregates extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {
    @Override
    public boolean isDefinedAt(LogicalPlan plan) {
      return plan instanceof Aggregate;
    }

    @Override
    public <A extends LogicalPlan, B> B applyOrElse(A plan, scala.Function1<A, B> otherwise) {
      if (!(plan instanceof Aggregate aggregate)) {
        return otherwise.apply(plan);
      }
      @SuppressWarnings("unchecked") // A rule's function gives plans.
      B result = (B) shared(aggregate);
      return result;
    }
  }

  private static final class Replaced extends AbstractPartialFunction<Expression, Expression> {
    private final Map<Long, Expression> replacements;

    Replaced(Map<Long, Expression> replacements) {
      this.replacements = replacements;
    }

    private Expression replacement(Expression expression) {
      return expression instanceof AggregateExpression call
          ? replacements.get(call.resultId().id())
          : null;
    }

    @Override
    public boolean isDefinedAt(Expression expression) {
      return replacement(expression) != null;
    }

    @Override
    public <A extends Expression, B> B applyOrElse(A expression, scala.Function1<A, B> otherwise) {
      Expression replacement = replacement(expression);
      if (replacement == null) {
        return otherwise.apply(expression);
      }
      @SuppressWarnings("unchecked") // A rule's function gives expressions.
      B result = (B) replacement;
      return result;
    }
  }
}
