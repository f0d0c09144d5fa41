package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Loss;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.spark.role.RoleReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.XxHash64;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.IntegralType;
import scala.jdk.javaapi.CollectionConverters;

/** Makes the expression of each SQL function from the arguments of a call. */
final class Functions {
  private Functions() {}

  /** {@code rmse(y, p, weight => w)}. */
  static Expression metric(
      String name, CatalogEntry entry, Map<String, String> preset, List<Expression> arguments) {
    Arguments call = new Arguments(name, arguments);
    Expression weight = call.takeNamed(Role.WEIGHT.name());
    Profile profile = call.takeProfile();
    // The roles may depend on the parameters, and which arguments are parameters on the roles:
    // named parameters are read first, positional ones come after the columns.
    NamedMetric draft = bind(call, entry, preset, profile, call.peekParameters(entry.parameters()));
    List<Role> roles = draft.roles();
    List<Expression> columns = new ArrayList<>(call.takeRoles(roles));
    NamedMetric metric =
        bind(call, entry, preset, profile, call.takeParameters(entry.parameters(), roles));
    List<Role> read = new ArrayList<>(roles);
    if (weight != null) {
      columns.add(weight);
      read.add(Role.WEIGHT);
    }
    return new EvaluationAggregate(
        name,
        suite(metric, weight != null).text(),
        EvaluationAggregate.Result.VALUE,
        false,
        prepared(read, columns));
  }

  private static NamedMetric bind(
      Arguments call,
      CatalogEntry entry,
      Map<String, String> preset,
      Profile profile,
      Map<String, String> given) {
    Map<String, String> parameters = new LinkedHashMap<>(preset);
    parameters.putAll(given);
    try {
      return entry.bind(profile.complete(entry, parameters));
    } catch (IllegalArgumentException e) {
      throw call.wrong(e.getMessage());
    }
  }

  private static Suite suite(NamedMetric metric, boolean weighted) {
    return new Suite(List.of(metric), weighted, false, false);
  }

  /**
   * What a state of a list of metrics is made of.
   *
   * @param suite the metrics
   * @param keyed whether the last column is the row key
   * @param columns of the plan's roles in order, then the key if there is one
   */
  record StateCall(String suite, boolean keyed, List<Expression> columns) {
    /** Takes all that is left of a call, which has arguments of its own besides. */
    static StateCall take(Arguments call, String metrics, List<String> others) {
      Expression weight = call.takeNamed(Role.WEIGHT.name());
      Expression key = call.takeNamed("key");
      Profile profile = call.takeProfile();
      boolean intervals = call.takeFlag("intervals", true);
      boolean jackknife = call.takeFlag("jackknife", false);
      Suite suite;
      try {
        suite =
            new Suite(
                MetricCatalog.standard().parseList(metrics, profile),
                weight != null,
                intervals,
                jackknife);
      } catch (IllegalArgumentException e) {
        throw call.wrong(e.getMessage());
      }
      List<Role> roles = new ArrayList<>(EvaluationPlan.of(suite).roles());
      roles.remove(Role.WEIGHT);
      List<Expression> columns = new ArrayList<>(call.takeRoles(roles));
      List<String> known = new ArrayList<>(List.of("metrics", "weight", "key", "profile"));
      known.addAll(List.of("intervals", "jackknife"));
      known.addAll(others);
      roles.forEach(role -> known.add(role.name()));
      call.expectNothingLeft(known);
      if (weight != null) {
        columns.add(weight);
        roles.add(Role.WEIGHT);
      }
      List<Expression> children = prepared(roles, columns);
      if (key != null) {
        children.add(rowKey(key));
      }
      return new StateCall(suite.text(), key != null, children);
    }
  }

  /** {@code eval_state('mae, rmse', y, p, weight => w, key => id)}. */
  static Expression state(List<Expression> arguments) {
    Arguments call = new Arguments("eval_state", arguments);
    String metrics = call.literal("metrics", call.takeFirst("metrics"));
    StateCall state = StateCall.take(call, metrics, List.of());
    return new EvaluationAggregate(
        "eval_state",
        state.suite(),
        EvaluationAggregate.Result.STATE,
        state.keyed(),
        state.columns());
  }

  /** Integers are keys as they are, anything else by Spark's xxhash64. */
  private static Expression rowKey(Expression key) {
    return key.dataType() instanceof IntegralType
        ? cast(key, DataTypes.LongType)
        : new XxHash64(CollectionConverters.asScala(List.of(key)).toSeq());
  }

  /** {@code eval_merge(state)}. */
  static Expression merge(List<Expression> arguments) {
    Arguments call = new Arguments("eval_merge", arguments);
    Expression state = call.takeFirst("state");
    call.expectNothingLeft(List.of("state"));
    return new MergeAggregate(state);
  }

  /** {@code eval_metric(state, 'rmse')}. */
  static Expression stateMetric(List<Expression> arguments) {
    Arguments call = new Arguments("eval_metric", arguments);
    Expression state = call.takeFirst("state");
    String metric = call.literal("metric", call.takeFirst("metric"));
    Profile profile = call.takeProfile();
    call.expectNothingLeft(List.of("state", "metric", "profile"));
    try {
      return new StateMetric(state, MetricCatalog.standard().parse(metric, profile).text());
    } catch (IllegalArgumentException e) {
      throw call.wrong(e.getMessage());
    }
  }

  /** {@code eval_metrics(state)}. */
  static Expression stateMetrics(List<Expression> arguments) {
    Arguments call = new Arguments("eval_metrics", arguments);
    Expression state = call.takeFirst("state");
    call.expectNothingLeft(List.of("state"));
    return new StateMetrics(state);
  }

  /** {@code loss_huber(y, p, delta => 1.0)}. */
  static Expression loss(String name, CatalogEntry entry, List<Expression> arguments) {
    Arguments call = new Arguments(name, arguments);
    var parameters = entry.parameters().subList(0, entry.parameters().size() - 1);
    try {
      Profile profile = call.takeProfile();
      Loss draft = entry.bindLoss(profile.complete(entry, call.peekParameters(parameters)));
      List<Role> roles = draft.domain().roles();
      List<Expression> columns = call.takeRoles(roles);
      Map<String, String> values = profile.complete(entry, call.takeParameters(parameters, roles));
      entry.bindLoss(values);
      return new RowLoss(name, entry.id(), values, prepared(roles, columns));
    } catch (IllegalArgumentException e) {
      throw e.getMessage().startsWith(name + ":") ? e : call.wrong(e.getMessage());
    }
  }

  /** Numbers become doubles; what cannot be its role is left for the type check to refuse. */
  private static List<Expression> prepared(List<Role> roles, List<Expression> columns) {
    List<Expression> prepared = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Expression column = columns.get(i);
      boolean number =
          roles.get(i).shape() == Shape.NUMBER && RoleReader.isNumber(column.dataType());
      prepared.add(number ? cast(column, DataTypes.DoubleType) : column);
    }
    return prepared;
  }

  static Expression cast(Expression column, DataType type) {
    return column.dataType().equals(type)
        ? column
        : new Cast(column, type, scala.Option.empty(), Cast.apply$default$4());
  }
}
