package dev.slicewise.spark.catalyst;

import dev.slicewise.core.compare.PairedQuestions;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.term.Model;
import dev.slicewise.spark.scan.SliceScan;
import dev.slicewise.spark.slice.DimensionSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * {@code eval_plan('mae, rmse', array('carrier', ''))}: what an evaluation would read, group by and
 * roll up to. A constant, for callers that are no JVM and build the query from it.
 */
final class PlanFunction {
  private static final StructType TYPE =
      StructType.fromDDL(
          "metrics array<string>, roles array<string>, fingerprint string,"
              + " dimensions array<struct<name string, text string, source string, top int>>,"
              + " slices array<struct<definition string, names array<string>,"
              + " dimensions array<int>>>, better array<string>");

  private PlanFunction() {}

  static FunctionCatalog.SqlFunction function() {
    return new FunctionCatalog.SqlFunction(
        Descriptions.state(
            "eval_plan",
            "_FUNC_(metrics, slices, weighted => false, intervals => true, jackknife => false, compared => false) -"
                + " What"
                + " an evaluation reads and groups by, as STRUCT: metrics, roles, fingerprint, the"
                + " dimensions of the finest grain, per slice definition which of them it has, and per"
                + " metric what is better: higher, lower, zero, one or none.",
            List.of(
                "metrics - a constant list such as 'mae, quantile_abs_error(q=0.99)'",
                "slices - a constant array of definitions as --slice takes them; '' for all rows",
                "weighted, intervals, jackknife - as for eval_state",
                Descriptions.PROFILE),
            List.of("SELECT eval_plan('mae', array('', 'carrier, origin')).roles AS roles")),
        PlanFunction::of);
  }

  private static Expression of(List<Expression> arguments) {
    Arguments call = new Arguments("eval_plan", arguments);
    String metrics = call.literal("metrics", call.takeFirst("metrics"));
    List<String> texts = call.texts("slices", call.takeFirst("slices"));
    Profile profile = call.takeProfile();
    boolean weighted = call.takeFlag("weighted", false);
    boolean intervals = call.takeFlag("intervals", true);
    boolean jackknife = call.takeFlag("jackknife", false);
    boolean compared = call.takeFlag("compared", false);
    call.expectNothingLeft(
        List.of("metrics", "slices", "weighted", "intervals", "jackknife", "compared", "profile"));
    try {
      List<NamedMetric> asked = MetricCatalog.standard().parseList(metrics, profile);
      Suite suite = new Suite(compared ? compared(asked) : asked, weighted, intervals, jackknife);
      List<SliceSpec> slices = texts.stream().map(SliceSpec::parse).distinct().toList();
      return Literal.create(row(EvaluationPlan.of(suite), slices), TYPE);
    } catch (IllegalArgumentException e) {
      throw call.wrong(e.getMessage());
    }
  }

  /** The metrics of the prediction and of the baseline, and their differences. */
  private static List<NamedMetric> compared(List<NamedMetric> asked) {
    return PairedQuestions.of(List.of(Model.PREDICTION), asked, Map.of()).metrics().stream()
        .map(MetricCatalog.standard()::parse)
        .toList();
  }

  private static Row row(EvaluationPlan plan, List<SliceSpec> slices) {
    List<Dimension> finest = SliceScan.finestGrain(slices);
    List<Row> dimensions = new ArrayList<>();
    for (Dimension dimension : finest) {
      Integer limit = dimension instanceof Dimension.Top top ? (Integer) top.limit() : null;
      dimensions.add(
          RowFactory.create(
              dimension.name(), dimension.text(), DimensionSql.source(dimension), limit));
    }
    List<Row> definitions = new ArrayList<>();
    for (SliceSpec slice : slices) {
      List<Integer> positions = slice.dimensions().stream().map(finest::indexOf).toList();
      definitions.add(
          RowFactory.create(
              slice.text(),
              ResultFunctions.texts(slice.names()),
              CollectionConverters.asScala(positions).toSeq()));
    }
    return RowFactory.create(
        ResultFunctions.texts(plan.suite().metrics().stream().map(NamedMetric::text).toList()),
        ResultFunctions.texts(ResultFunctions.roles(plan)),
        plan.fingerprintText(),
        CollectionConverters.asScala(dimensions).toSeq(),
        CollectionConverters.asScala(definitions).toSeq(),
        ResultFunctions.texts(plan.suite().metrics().stream().map(PlanFunction::better).toList()));
  }

  /** Which values are better; losses are minimised. */
  private static String better(NamedMetric metric) {
    return MetricCatalog.standard()
        .entry(metric.id())
        .metricInfo()
        .map(MetricInfo::better)
        .orElse(MetricInfo.Direction.LOWER)
        .name()
        .toLowerCase(Locale.ROOT);
  }
}
