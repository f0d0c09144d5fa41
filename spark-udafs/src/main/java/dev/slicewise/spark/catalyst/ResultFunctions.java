package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.spark.slice.LongForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Functions that finish states: results in long form, and what a state is of. */
final class ResultFunctions {
  private static final DataType RESULTS =
      DataTypes.createArrayType(StructType.fromDDL(LongForm.COLUMNS), false);

  private static final DataType INFO =
      StructType.fromDDL(
          "metrics array<string>, roles array<string>, fingerprint string, rows bigint,"
              + " queries boolean");

  private ResultFunctions() {}

  static Map<String, FunctionCatalog.SqlFunction> all() {
    String rows = "VALUES ('a', 3.0, 2.5), ('b', 7.0, 8.0), ('b', 2.0, 2.0) AS t(s, y, p)";
    String states =
        "(SELECT s, eval_state('mae, rmse', y, p) AS state FROM " + rows + " GROUP BY s)";
    Map<String, FunctionCatalog.SqlFunction> functions = new LinkedHashMap<>();
    functions.put(
        "eval_results",
        new FunctionCatalog.SqlFunction(
            Descriptions.state(
                "eval_results",
                "_FUNC_(state, metrics => list, confidence => 0.95, invalid => 'skip') - The results"
                    + " of a state in long form, as ARRAY of STRUCT: value, rows, weight, exactness,"
                    + " interval, the reason where there is no value, counters, curve.",
                List.of(
                    "state - BINARY of eval_state or eval_merge",
                    "metrics - a constant list; those of the state's own suite unless given",
                    "confidence - of the intervals, in (0, 1); 0 for none",
                    "invalid - what rows do that a metric cannot use: skip, fail or null",
                    Descriptions.PROFILE),
                List.of(
                    "SELECT s, r.metric, r.value FROM (SELECT s, explode(eval_results(state)) AS r"
                        + " FROM "
                        + states
                        + ")")),
            ResultFunctions::results));
    functions.put(
        "eval_info",
        new FunctionCatalog.SqlFunction(
            Descriptions.state(
                "eval_info",
                "_FUNC_(state) - What a state is of, as STRUCT: its metrics, the roles they read, the"
                    + " fingerprint of its plan, the rows in it, and whether they may be queries"
                    + " made of candidates.",
                List.of("state - BINARY of eval_state or eval_merge"),
                List.of("SELECT s, eval_info(state).rows FROM " + states)),
            ResultFunctions::info));
    return functions;
  }

  private static Expression results(List<Expression> arguments) {
    Arguments call = new Arguments("eval_results", arguments);
    Expression state = call.takeFirst("state");
    Expression metrics = call.takeNamed("metrics");
    Expression confidence = call.takeNamed("confidence");
    Expression invalid = call.takeNamed("invalid");
    Profile profile = call.takeProfile();
    call.expectNothingLeft(List.of("state", "metrics", "confidence", "invalid", "profile"));
    ArrayList<String> asked = new ArrayList<>();
    double level;
    Finish.InvalidRows policy;
    try {
      if (metrics != null) {
        String list = call.literal("metrics", metrics);
        MetricCatalog.standard()
            .parseList(list, profile)
            .forEach(metric -> asked.add(metric.text()));
      }
      level =
          confidence == null
              ? Finish.DEFAULT.confidence()
              : Double.parseDouble(call.literal("confidence", confidence));
      policy =
          invalid == null
              ? Finish.DEFAULT.invalid()
              : policy(call, call.literal("invalid", invalid));
      new Finish(level, policy);
    } catch (NumberFormatException e) {
      throw call.wrong("expected a number as confidence, found " + confidence.sql());
    } catch (IllegalArgumentException e) {
      throw e.getMessage().startsWith("eval_results:") ? e : call.wrong(e.getMessage());
    }
    return new ValueFunction(
        new ValueFunction.Definition(
            "eval_results",
            List.of(asked, level, policy),
            List.of(DataTypes.BinaryType),
            RESULTS,
            ValueFunction.Nulls.PASS_THROUGH,
            values -> results((byte[]) values[0], asked, new Finish(level, policy))),
        List.of(state));
  }

  private static Finish.InvalidRows policy(Arguments call, String word) {
    return Arrays.stream(Finish.InvalidRows.values())
        .filter(policy -> policy.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(
            () -> call.wrong("expected invalid => skip, fail or null, found '" + word + "'"));
  }

  private static Object results(byte[] bytes, List<String> asked, Finish finish) {
    SliceState state = StoredStates.read(bytes);
    List<NamedMetric> metrics =
        asked.isEmpty()
            ? state.plan().suite().metrics()
            : asked.stream().map(text -> MetricCatalog.standard().parse(text)).toList();
    metrics.forEach(state.plan()::expectRemembered);
    List<Row> rows =
        finish.results(state, metrics).stream()
            .map(result -> RowFactory.create(LongForm.cells(result)))
            .toList();
    return catalyst(CollectionConverters.asScala(rows).toSeq(), RESULTS);
  }

  private static Expression info(List<Expression> arguments) {
    Arguments call = new Arguments("eval_info", arguments);
    Expression state = call.takeFirst("state");
    call.expectNothingLeft(List.of("state"));
    return new ValueFunction(
        new ValueFunction.Definition(
            "eval_info",
            List.of(),
            List.of(DataTypes.BinaryType),
            INFO,
            ValueFunction.Nulls.PASS_THROUGH,
            values -> info((byte[]) values[0])),
        List.of(state));
  }

  private static Object info(byte[] bytes) {
    SliceState state = StoredStates.read(bytes);
    EvaluationPlan plan = state.plan();
    return catalyst(
        RowFactory.create(
            texts(plan.suite().metrics().stream().map(NamedMetric::text).toList()),
            texts(roles(plan)),
            plan.fingerprintText(),
            state.rows(),
            plan.mayBeOfQueries()),
        INFO);
  }

  /** The names of the roles that a plan reads, each once. */
  static List<String> roles(EvaluationPlan plan) {
    return plan.roles().stream().map(role -> role.name()).distinct().toList();
  }

  static Object texts(List<String> texts) {
    return CollectionConverters.asScala(texts).toSeq();
  }

  private static Object catalyst(Object value, DataType type) {
    return CatalystTypeConverters.createToCatalystConverter(type).apply(value);
  }
}
