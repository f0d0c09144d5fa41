package dev.slicewise.jobs.drift;

import dev.slicewise.core.compare.DriftColumn;
import dev.slicewise.core.compare.DriftQuestions;
import dev.slicewise.core.metric.drift.ColumnKind;
import dev.slicewise.core.metric.drift.ColumnQuestion;
import dev.slicewise.core.metric.drift.ColumnSummary;
import dev.slicewise.core.metric.drift.DriftAnswer;
import dev.slicewise.core.metric.drift.DriftMethod;
import dev.slicewise.core.metric.drift.SummaryChange;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.jobs.drift.Finding.Comparison;
import dev.slicewise.jobs.output.Json;
import dev.slicewise.jobs.store.Window;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The rows of {@code profile_metrics} and {@code drift_metrics}: names and types as in Databricks'
 * tables of these names where both mean the same, so that a view can unite them, and {@code run_id}
 * besides.
 */
final class DatabricksTables {
  private static final String PLACE =
      "window struct<start:timestamp,end:timestamp>, %s granularity string, slice_key string,"
          + " slice_value string, column_name string, data_type string, ";

  static final StructType PROFILE =
      StructType.fromDDL(
          String.format(PLACE, "log_type string,")
              + "count bigint, num_nulls bigint, avg double, quantiles array<double>, min double,"
              + " max double, stddev double, percent_zeros double, num_nan bigint,"
              + " frequent_items array<struct<item:string,count:double>>, median double,"
              + " distinct_count double, percent_nan double, percent_null double,"
              + " percent_distinct double, run_id string");

  static final StructType DRIFT =
      StructType.fromDDL(
          String.format(PLACE, "window_cmp struct<start:timestamp,end:timestamp>,")
              + "drift_type string, count_delta double, avg_delta double,"
              + " percent_null_delta double, percent_zeros_delta double,"
              + " percent_distinct_delta double, js_distance double,"
              + " ks_test struct<statistic:double,pvalue:double>, wasserstein_distance double,"
              + " population_stability_index double,"
              + " chi_squared_test struct<statistic:double,pvalue:double>, tv_distance double,"
              + " l_infinity_distance double, run_id string");

  /** What the table of drift asks, whatever the user asked. */
  private static final List<String> METHODS =
      List.of(
          "js_distance",
          "ks_statistic",
          "wasserstein_1(standardize=false)",
          "population_stability_index",
          "chi2",
          "total_variation",
          "l_infinity_distance");

  private final List<DriftColumn> columns;
  private final Map<DriftColumn, List<ColumnQuestion>> asked;
  private final Map<DriftColumn, List<ColumnQuestion>> own = new HashMap<>();
  private final String granularity;
  private final String runId;
  private final List<Row> profiles = new ArrayList<>();
  private final List<Row> drifts = new ArrayList<>();

  DatabricksTables(DriftQuestions questions, String unit, String runId) {
    this.columns = questions.columns();
    this.asked = questions.byColumn();
    this.granularity = unit == null ? null : unit.equals("as stored") ? unit : "1 " + unit;
    this.runId = runId;
    for (DriftColumn column : columns) {
      List<ColumnQuestion> questionsOfTable = new ArrayList<>();
      for (String text : METHODS) {
        DriftMethod method = DriftMethod.parse(text);
        boolean applies =
            method.kinds().contains(column.kind())
                && (column.kind() == ColumnKind.CATEGORIES || !ofCategories(text));
        questionsOfTable.add(
            applies ? new ColumnQuestion(method, column.role(), column.kind(), null, 1) : null);
      }
      own.put(column, questionsOfTable);
    }
  }

  /** As in Databricks' tables, of texts alone. */
  private static boolean ofCategories(String method) {
    return List.of("chi2", "total_variation", "l_infinity_distance").contains(method);
  }

  List<Row> profiles() {
    return profiles;
  }

  List<Row> drifts() {
    return drifts;
  }

  /** Adds what a slice's columns hold in a window, or in the reference. */
  void profile(SliceHistory slice, Window window, boolean reference, StateView view) {
    for (DriftColumn column : columns) {
      ColumnSummary summary = column.profile().summary(view);
      List<Object> items = new ArrayList<>();
      summary.frequent().forEach((item, count) -> items.add(RowFactory.create(item, count)));
      profiles.add(
          RowFactory.create(
              struct(window),
              reference ? "BASELINE" : "INPUT",
              granularity,
              key(slice),
              value(slice),
              column.name(),
              column.type(),
              summary.rows(),
              summary.nulls(),
              summary.mean(),
              summary.quantiles().isEmpty() ? null : sequence(summary.quantiles().values()),
              summary.min(),
              summary.max(),
              summary.std(),
              summary.percentZeros(),
              summary.nan(),
              items.isEmpty() ? null : sequence(items),
              summary.quantiles().get("0.5"),
              summary.distinct(),
              summary.percentNan(),
              summary.percentNull(),
              summary.percentDistinct(),
              runId));
    }
  }

  /** Adds how a slice's columns differ from the reference. */
  void drift(
      SliceHistory slice,
      Comparison comparison,
      Window window,
      Window referenceWindow,
      StateView reference,
      StateView current,
      Map<DriftColumn, List<DriftAnswer>> answers) {
    for (DriftColumn column : columns) {
      List<DriftAnswer> found = new ArrayList<>();
      for (ColumnQuestion question : own.get(column)) {
        found.add(
            question == null
                ? null
                : known(column, question, answers)
                    .orElseGet(() -> question.compare(reference, current)));
      }
      SummaryChange change =
          SummaryChange.of(column.profile().summary(reference), column.profile().summary(current));
      drifts.add(
          RowFactory.create(
              struct(window),
              struct(referenceWindow),
              granularity,
              key(slice),
              value(slice),
              column.name(),
              column.type(),
              comparison.name(),
              change.count(),
              change.mean(),
              change.percentNull(),
              change.percentZeros(),
              change.percentDistinct(),
              number(found.get(0)),
              test(found.get(1)),
              number(found.get(2)),
              number(found.get(3)),
              test(found.get(4)),
              number(found.get(5)),
              number(found.get(6)),
              runId));
    }
  }

  /** The answer that was found already, so that no distance is computed twice. */
  private java.util.Optional<DriftAnswer> known(
      DriftColumn column, ColumnQuestion question, Map<DriftColumn, List<DriftAnswer>> answers) {
    List<ColumnQuestion> questions = asked.get(column);
    for (int i = 0; i < questions.size(); i++) {
      ColumnQuestion other = questions.get(i);
      if (other.method().equals(question.method())
          && other.parameters().equals(question.parameters())) {
        return java.util.Optional.of(answers.get(column).get(i));
      }
    }
    return java.util.Optional.empty();
  }

  private static Double number(DriftAnswer answer) {
    return answer == null ? null : answer.value();
  }

  private static Row test(DriftAnswer answer) {
    return answer == null || answer.value() == null
        ? null
        : RowFactory.create(answer.value(), answer.p());
  }

  static Row struct(Window window) {
    return window == null
        ? null
        : RowFactory.create(Timestamp.from(window.start()), Timestamp.from(window.end()));
  }

  private static Object sequence(Iterable<?> items) {
    return CollectionConverters.asScala(items).toSeq();
  }

  private static String key(SliceHistory slice) {
    return slice.values().isEmpty() ? null : slice.definition().text();
  }

  /** The value itself of a slice by one dimension, as text; those of several as a JSON object. */
  private static String value(SliceHistory slice) {
    if (slice.values().size() < 2) {
      Object only = slice.values().isEmpty() ? null : slice.values().get(0);
      return only == null ? null : dev.slicewise.core.metric.ParameterInfo.text(only);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < slice.values().size(); i++) {
      values.put(slice.definition().names().get(i), slice.values().get(i));
    }
    return json(values);
  }

  private static String json(Map<String, Object> values) {
    StringWriter text = new StringWriter();
    try (var json = Json.oneLine(text)) {
      Json.write(json, values);
    } catch (IOException e) {
      throw new AssertionError("text is written to memory", e);
    }
    return text.toString();
  }
}
