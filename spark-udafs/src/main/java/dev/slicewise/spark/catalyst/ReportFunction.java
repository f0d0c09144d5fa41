package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.spark.slice.SliceResults;
import dev.slicewise.spark.slice.StatesReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * {@code eval_report(collect_list(struct(definition, slice_key, state)))}: the HTML report of
 * stored states. Equal slices are merged; all states must be of one plan.
 */
final class ReportFunction {
  private static final DataType SLICES =
      DataTypes.createArrayType(
          StructType.fromDDL("definition string, slice_key binary, state binary"));

  private ReportFunction() {}

  /** One slice, as it was stored. */
  private record Stored(String definition, byte[] key, SliceState state) {}

  static FunctionCatalog.SqlFunction function() {
    return new FunctionCatalog.SqlFunction(
        Descriptions.state(
            "eval_report",
            "_FUNC_(slices, metrics => list, title => text, facts => text, confidence => 0.95) - The"
                + " report of stored states as one HTML page. Needs the application jar.",
            List.of(
                "slices - ARRAY of STRUCT of definition, slice_key and state, all of one plan",
                "metrics - a constant list; those of the states' own suite unless given",
                "title - a constant: the heading",
                "facts - a constant: what was evaluated, one phrase a line",
                "confidence - of the intervals, in (0, 1); 0 for none"),
            List.of()),
        ReportFunction::of);
  }

  private static Expression of(List<Expression> arguments) {
    Arguments call = new Arguments("eval_report", arguments);
    Expression slices = call.takeFirst("slices");
    String metrics = call.takeText("metrics", "");
    String title = call.takeText("title", "Evaluation");
    String facts = call.takeText("facts", "");
    String confidence = call.takeText("confidence", "0.95");
    Profile profile = call.takeProfile();
    call.expectNothingLeft(List.of("slices", "metrics", "title", "facts", "confidence", "profile"));
    ArrayList<String> asked = new ArrayList<>();
    Finish finish;
    try {
      if (!metrics.isEmpty()) {
        MetricCatalog.standard()
            .parseList(metrics, profile)
            .forEach(metric -> asked.add(metric.text()));
      }
      finish = new Finish(Double.parseDouble(confidence), Finish.InvalidRows.SKIP);
    } catch (IllegalArgumentException e) {
      throw call.wrong(e.getMessage());
    }
    double level = finish.confidence();
    return new ValueFunction(
        new ValueFunction.Definition(
            "eval_report",
            List.of(asked, title, facts, level),
            List.of(SLICES),
            DataTypes.StringType,
            ValueFunction.Nulls.PASS_THROUGH,
            values ->
                UTF8String.fromString(
                    html(merged((ArrayData) values[0]), asked, title, facts, level))),
        List.of(slices));
  }

  /** The slices in the order of their keys, equal ones as one. */
  private static List<Stored> merged(ArrayData slices) {
    Map<byte[], Stored> byKey = new TreeMap<>(Arrays::compareUnsigned);
    for (int i = 0; i < slices.numElements(); i++) {
      InternalRow slice = slices.getStruct(i, 3);
      SliceState state = StoredStates.read(slice.getBinary(2));
      byte[] key = slice.getBinary(1);
      Stored same = byKey.putIfAbsent(key, new Stored(slice.getString(0), key, state));
      if (same != null) {
        same.state().merge(state);
      }
    }
    if (byKey.isEmpty()) {
      throw new IllegalArgumentException("eval_report: expected stored states, found none");
    }
    return new ArrayList<>(byKey.values());
  }

  private static String html(
      List<Stored> slices, List<String> asked, String title, String facts, double confidence) {
    EvaluationPlan plan = slices.get(0).state().plan();
    List<NamedMetric> metrics =
        asked.isEmpty()
            ? plan.suite().metrics()
            : asked.stream().map(text -> MetricCatalog.standard().parse(text)).toList();
    metrics.forEach(plan::expectRemembered);
    slices.forEach(slice -> plan.expectSame(slice.state().plan()));
    List<String> texts =
        slices.stream()
            .sorted(Comparator.comparingInt(slice -> SliceKey.fromBytes(slice.key()).definition()))
            .map(Stored::definition)
            .distinct()
            .toList();
    List<SliceSpec> definitions = texts.stream().map(SliceSpec::parse).toList();
    Finish finish = new Finish(confidence, Finish.InvalidRows.SKIP);
    StringWriter html = new StringWriter();
    try {
      writer()
          .write(
              html,
              new StatesReport.Content(
                  title,
                  facts.lines().toList(),
                  definitions,
                  metrics,
                  finish,
                  () ->
                      slices.stream()
                          .map(
                              slice -> {
                                int number = texts.indexOf(slice.definition());
                                SliceKey key = SliceKey.fromBytes(slice.key());
                                return SliceResults.of(
                                    definitions.get(number),
                                    new SliceKey(number, key.values()),
                                    slice.state(),
                                    finish,
                                    metrics);
                              })
                          .iterator(),
                  Map.of("fingerprint", plan.fingerprintText(), "statistics", plan.descriptors())));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be written", e);
    }
    return html.toString();
  }

  private static StatesReport writer() {
    // The class loader of this class knows the application wherever the jar was added.
    return ServiceLoader.load(StatesReport.class, ReportFunction.class.getClassLoader())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "eval_report: expected the application jar of Slicewise, found its Spark binding"
                        + " alone; add slicewise-jobs4_2.13-<version>-app.jar to Spark"));
  }
}
