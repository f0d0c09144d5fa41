package dev.slicewise.spark.catalyst;

import dev.slicewise.core.compare.DriftFinding;
import dev.slicewise.core.compare.ManyFindings;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.DataTypes;

/** Functions that compare what two states remember of columns and metrics. */
final class DriftFunctions {
  private static final StructArrays FINDINGS =
      new StructArrays(
          "column string, method string, params map<string,string>, value double,"
              + " error_bound double, threshold double, direction string, verdict string,"
              + " p_value double, p_adjusted double, n_reference bigint, n_current bigint,"
              + " details map<string,double>, reason string");

  private static final int METHOD = FINDINGS.at("method");
  private static final int PARAMS = FINDINGS.at("params");
  private static final int P_VALUE = FINDINGS.at("p_value");
  private static final int P_ADJUSTED = FINDINGS.at("p_adjusted");
  private static final int REFERENCE = FINDINGS.at("n_reference");
  private static final int CURRENT = FINDINGS.at("n_current");

  private static final List<String> ARGUMENTS =
      List.of(
          "reference",
          "current",
          "columns",
          "methods",
          "metrics",
          "thresholds",
          "min_rows",
          "confidence",
          "profile");

  private DriftFunctions() {}

  static Map<String, FunctionCatalog.SqlFunction> all() {
    String states =
        "(SELECT eval_state('column_profile(column=x)', x) FILTER (WHERE month = 1) AS january,"
            + " eval_state('column_profile(column=x)', x) FILTER (WHERE month = 2) AS february FROM"
            + " VALUES (1.0, 1), (2.0, 1), (3.0, 1), (2.0, 2), (3.0, 2), (9.0, 2) AS t(x, month))";
    Map<String, FunctionCatalog.SqlFunction> functions = new LinkedHashMap<>();
    functions.put(
        "eval_drift",
        new FunctionCatalog.SqlFunction(
            Descriptions.state(
                "eval_drift",
                "_FUNC_(reference, current, columns => list, methods => list, metrics => list,"
                    + " thresholds => array, min_rows => 30, confidence => 0.95) - How columns and"
                    + " metrics of one state differ from those of another, as ARRAY of STRUCT: value,"
                    + " threshold, verdict, p-value, rows, the reason where there is no verdict.",
                List.of(
                    "reference - BINARY of eval_state or eval_merge; NULL for a slice without rows",
                    "current - likewise, of the same metrics",
                    "columns - a constant list of columns whose column_profile the states remember;"
                        + " all of them unless given",
                    "methods - a constant list such as 'psi, js_distance(bins=20)'; those usual for"
                        + " the kind of each column unless given",
                    "metrics - a constant list of metrics whose change is shown, '' for none; those"
                        + " of the states' own suite unless given",
                    "thresholds - a constant array of what counts as drift, such as"
                        + " array('psi=0.2', 'x.mean_shift=-0.3..0.3', 'mae=10%')",
                    "min_rows - usable rows a side below which nothing is decided",
                    "confidence - of the intervals of changes of metrics, in (0, 1)",
                    Descriptions.PROFILE),
                List.of(
                    "SELECT f.column, f.method, f.verdict FROM (SELECT explode(eval_drift(january,"
                        + " february, methods => 'mean_shift', thresholds =>"
                        + " array('mean_shift=1'), min_rows => 3)) AS f FROM "
                        + states
                        + ")")),
            DriftFunctions::drift));
    functions.put(
        "eval_drift_adjusted",
        new FunctionCatalog.SqlFunction(
            Descriptions.state(
                "eval_drift_adjusted",
                "_FUNC_(findings, min_rows => 30) - The findings of many slices with p-values"
                    + " adjusted by Benjamini and Hochberg, each method by itself.",
                List.of(
                    "findings - ARRAY of what eval_drift gives, of all slices in one window",
                    "min_rows - as for eval_drift; findings with fewer rows are not counted"),
                List.of(
                    "SELECT size(eval_drift_adjusted(eval_drift(january, february))) FROM "
                        + states)),
            DriftFunctions::adjusted));
    return functions;
  }

  private static Expression drift(List<Expression> arguments) {
    Arguments call = new Arguments("eval_drift", arguments);
    Expression reference = call.takeFirst("reference");
    Expression current = call.takeFirst("current");
    String columns = call.takeText("columns", null);
    String methods = call.takeText("methods", null);
    String metrics = call.takeText("metrics", null);
    List<String> thresholds = call.takeTexts("thresholds");
    long minRows = minRows(call);
    String confidence = call.takeText("confidence", "0.95");
    Profile profile = call.takeProfile();
    call.expectNothingLeft(ARGUMENTS);
    DriftCall.Said said;
    DriftCall drift;
    try {
      said =
          new DriftCall.Said(
              columns,
              methods,
              metrics == null ? null : scalars(metrics, profile),
              new ArrayList<>(thresholds),
              minRows,
              Double.parseDouble(confidence));
      drift = new DriftCall(said);
    } catch (NumberFormatException e) {
      throw call.wrong("expected a number as confidence, found '" + confidence + "'");
    } catch (IllegalArgumentException e) {
      throw call.wrong(e.getMessage());
    }
    return new ValueFunction(
        new ValueFunction.Definition(
            "eval_drift",
            List.of(said),
            List.of(DataTypes.BinaryType, DataTypes.BinaryType),
            FINDINGS.type(),
            ValueFunction.Nulls.ARE_VALUES,
            states -> findings(drift, (byte[]) states[0], (byte[]) states[1])),
        List.of(reference, current));
  }

  static long minRows(Arguments call) {
    String text = call.takeText("min_rows", "30");
    if (!text.matches("\\d{1,18}")) {
      throw call.wrong("expected a whole number as min_rows, found '" + text + "'");
    }
    return Long.parseLong(text);
  }

  private static ArrayList<String> scalars(String metrics, Profile profile) {
    MetricCatalog catalog = MetricCatalog.standard();
    ArrayList<String> texts = new ArrayList<>();
    List<NamedMetric> asked = metrics.isBlank() ? List.of() : catalog.parseList(metrics, profile);
    for (NamedMetric metric : asked) {
      texts.add(catalog.parseScalar(metric.text()).text());
    }
    return texts;
  }

  private static Object findings(DriftCall drift, byte[] reference, byte[] current) {
    if (reference == null && current == null) {
      return null;
    }
    List<Object[]> structs = new ArrayList<>();
    for (DriftFinding finding : drift.findings(reference, current)) {
      Map<String, Object> cells = finding.cells();
      cells.computeIfPresent("params", (name, params) -> StructArrays.texts(params));
      cells.computeIfPresent("details", (name, details) -> StructArrays.map(details));
      structs.add(cells.values().toArray());
    }
    return FINDINGS.catalyst(structs);
  }

  private static Expression adjusted(List<Expression> arguments) {
    Arguments call = new Arguments("eval_drift_adjusted", arguments);
    Expression findings = call.takeFirst("findings");
    long minRows = minRows(call);
    call.expectNothingLeft(List.of("findings", "min_rows"));
    return new ValueFunction(
        new ValueFunction.Definition(
            "eval_drift_adjusted",
            List.of(minRows),
            List.of(FINDINGS.type()),
            FINDINGS.type(),
            ValueFunction.Nulls.PASS_THROUGH,
            values -> adjusted(values[0], minRows)),
        List.of(findings));
  }

  private static Object adjusted(Object findings, long minRows) {
    List<Object[]> structs = FINDINGS.cells(findings);
    List<ManyFindings.Look> looks = new ArrayList<>();
    for (Object[] cells : structs) {
      List<Object> family = List.of(cells[METHOD], StructArrays.javaMap(cells[PARAMS]));
      looks.add(
          new ManyFindings.Look(
              family, (Double) cells[P_VALUE], (Long) cells[REFERENCE], (Long) cells[CURRENT]));
    }
    List<Double> corrected = ManyFindings.adjusted(looks, minRows);
    for (int i = 0; i < structs.size(); i++) {
      structs.get(i)[P_ADJUSTED] = corrected.get(i);
    }
    return FINDINGS.catalyst(structs);
  }
}
