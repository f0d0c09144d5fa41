package dev.slicewise.spark.catalyst;

import dev.slicewise.core.compare.Comparison;
import dev.slicewise.core.compare.ComparisonCells;
import dev.slicewise.core.compare.ManySlices;
import dev.slicewise.core.compare.Margins;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Functions that compare models by what states remember. */
final class CompareFunctions {
  private static final StructArrays COMPARISONS =
      new StructArrays(
          "metric string, params map<string,string>, model string, baseline string,"
              + " paired boolean, value double, baseline_value double, delta double, ci_low double,"
              + " ci_high double, ci_method string, p_value double, p_adjusted double, test string,"
              + " n bigint, wins double, ties double, losses double, margin double,"
              + " p_non_inferior double, verdict string, reason string");

  private static final int METRIC = COMPARISONS.at("metric");
  private static final int PARAMS = COMPARISONS.at("params");
  private static final int MODEL = COMPARISONS.at("model");

  /** What being one of many may change. */
  private static final List<String> JUDGED = List.of("p_adjusted", "verdict", "reason");

  private static final String BASELINE_STATE = "baseline_state";

  private static final List<String> ARGUMENTS =
      List.of(
          "state",
          BASELINE_STATE,
          "metrics",
          "margins",
          "confidence",
          "model",
          "baseline",
          "profile");

  private CompareFunctions() {}

  static Map<String, FunctionCatalog.SqlFunction> all() {
    String rows =
        " FROM VALUES (1.0, 1.5, 3.0), (2.0, 2.0, 1.0), (4.0, 3.0, 6.5) AS t(label, prediction,"
            + " baseline)";
    String paired =
        "eval_compare(eval_state('metric_difference(metric=mae)', label, prediction, baseline))";
    Map<String, FunctionCatalog.SqlFunction> functions = new LinkedHashMap<>();
    functions.put(
        "eval_compare",
        new FunctionCatalog.SqlFunction(
            Descriptions.state(
                "eval_compare",
                "_FUNC_(state, baseline_state, metrics => list, margins => array,"
                    + " confidence => 0.95) - A model and a baseline, metric by metric, as ARRAY of"
                    + " STRUCT: both values, difference, interval, test, verdict, reason. Of one state"
                    + " that remembers metric_difference, both on the same rows; of two states, each"
                    + " on its own.",
                List.of(
                    "state - BINARY of eval_state or eval_merge; NULL for a slice without rows",
                    "baseline_state - likewise, of other rows and the same metrics",
                    "metrics - a constant list; all that the states remember unless given",
                    "margins - a constant array of how much worse is tolerated: array('mae=0.5')",
                    "confidence - of the intervals, in (0, 1)",
                    "model, baseline - of two states: constants, what to call them",
                    Descriptions.PROFILE),
                List.of(
                    "SELECT c.metric, c.delta, c.verdict FROM (SELECT explode("
                        + paired
                        + ") AS c"
                        + rows
                        + ")",
                    "SELECT eval_compare(eval_state('mae', label, prediction),"
                        + " eval_state('mae', label, baseline))[0].delta AS delta"
                        + rows)),
            CompareFunctions::compare));
    functions.put(
        "eval_compare_adjusted",
        new FunctionCatalog.SqlFunction(
            Descriptions.state(
                "eval_compare_adjusted",
                "_FUNC_(comparisons, min_rows => 30, confidence => 0.95) - The comparisons of many"
                    + " slices with p-values adjusted by Benjamini and Hochberg, each metric by"
                    + " itself, and the verdicts that still hold.",
                List.of(
                    "comparisons - ARRAY of what eval_compare gives, of all slices",
                    "min_rows - slices of fewer rows are neither counted nor called better or worse",
                    "confidence - as for eval_compare"),
                List.of("SELECT size(eval_compare_adjusted(" + paired + ")) AS n" + rows)),
            CompareFunctions::adjusted));
    return functions;
  }

  private static Expression compare(List<Expression> arguments) {
    Arguments call = new Arguments("eval_compare", arguments);
    List<Expression> states = new ArrayList<>(List.of(call.takeFirst("state")));
    Expression named = call.takeNamed(BASELINE_STATE);
    states.addAll(named == null ? call.takeRest() : List.of(named));
    Profile profile = call.takeProfile();
    String metrics = call.takeText("metrics", null);
    List<String> margins = call.takeTexts("margins");
    String model = call.takeText("model", "model");
    String baseline = call.takeText("baseline", "baseline");
    double confidence = confidence(call);
    call.expectNothingLeft(ARGUMENTS);
    if (states.size() > 2) {
      throw call.wrong("expected a state and a baseline_state at most, found " + states.size());
    }
    CompareCall compare;
    CompareCall.Said said;
    try {
      List<NamedMetric> asked =
          metrics == null ? null : MetricCatalog.standard().parseList(metrics, profile);
      if (asked != null) {
        asked.forEach(metric -> MetricCatalog.standard().parseScalar(metric.text()));
      }
      said =
          new CompareCall.Said(
              asked == null
                  ? null
                  : new ArrayList<>(asked.stream().map(NamedMetric::text).toList()),
              new HashMap<>(Margins.parse(margins, asked, profile)),
              confidence,
              model,
              baseline);
      compare = new CompareCall(said);
    } catch (IllegalArgumentException e) {
      throw call.wrong(e.getMessage());
    }
    boolean paired = states.size() == 1;
    List<DataType> types = Collections.nCopies(states.size(), DataTypes.BinaryType);
    return new ValueFunction(
        new ValueFunction.Definition(
            "eval_compare",
            List.of(said),
            types,
            COMPARISONS.type(),
            ValueFunction.Nulls.ARE_VALUES,
            values -> paired ? paired(compare, values) : unpaired(compare, values)),
        states);
  }

  private static double confidence(Arguments call) {
    String text = call.takeText("confidence", "0.95");
    try {
      double level = Double.parseDouble(text);
      if (level > 0 && level < 1) {
        return level;
      }
    } catch (NumberFormatException e) {
      throw call.wrong("expected a number as confidence, found '" + text + "'");
    }
    throw call.wrong("expected confidence in (0, 1), found " + text);
  }

  private static Object paired(CompareCall compare, Object[] states) {
    return states[0] == null ? null : COMPARISONS.catalyst(compare.paired((byte[]) states[0]));
  }

  private static Object unpaired(CompareCall compare, Object[] states) {
    return states[0] == null && states[1] == null
        ? null
        : COMPARISONS.catalyst(compare.unpaired((byte[]) states[0], (byte[]) states[1]));
  }

  private static Expression adjusted(List<Expression> arguments) {
    Arguments call = new Arguments("eval_compare_adjusted", arguments);
    Expression comparisons = call.takeFirst("comparisons");
    long minRows = DriftFunctions.minRows(call);
    double confidence = confidence(call);
    call.expectNothingLeft(List.of("comparisons", "min_rows", "confidence"));
    return new ValueFunction(
        new ValueFunction.Definition(
            "eval_compare_adjusted",
            List.of(minRows, confidence),
            List.of(COMPARISONS.type()),
            COMPARISONS.type(),
            ValueFunction.Nulls.PASS_THROUGH,
            values -> adjusted(values[0], minRows, confidence)),
        List.of(comparisons));
  }

  private static Object adjusted(Object comparisons, long minRows, double confidence) {
    List<Object[]> structs = COMPARISONS.cells(comparisons);
    List<Comparison> all = new ArrayList<>();
    List<String> models = new ArrayList<>();
    for (Object[] cells : structs) {
      all.add(ComparisonCells.read(metric(cells), COMPARISONS.named(cells)));
      models.add((String) cells[MODEL]);
    }
    List<Comparison> adjusted = ManySlices.adjusted(all, models, minRows, confidence);
    for (int i = 0; i < structs.size(); i++) {
      Map<String, Object> judged = ComparisonCells.of(adjusted.get(i));
      for (String name : JUDGED) {
        structs.get(i)[COMPARISONS.at(name)] = judged.get(name);
      }
    }
    return COMPARISONS.catalyst(structs);
  }

  private static NamedMetric metric(Object[] cells) {
    Map<String, String> parameters = new HashMap<>();
    StructArrays.javaMap(cells[PARAMS])
        .forEach(
            (name, value) -> {
              if (value != null) {
                parameters.put((String) name, (String) value);
              }
            });
    return MetricCatalog.standard().entry((String) cells[METRIC]).bind(parameters);
  }
}
