package dev.slicewise.jobs.drift;

import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.metric.drift.DriftAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** The findings in long form, one row each: {@code drift.json} for programs that read tables. */
final class FindingsTable {
  static final StructType SCHEMA =
      StructType.fromDDL(
          "comparison string, window struct<start:timestamp,end:timestamp>,"
              + " window_cmp struct<start:timestamp,end:timestamp>, slices array<string>,"
              + " slice map<string,string>, column_name string, metric_name string,"
              + " params map<string,string>, value double, error_bound double, threshold double,"
              + " direction string, verdict string, p_value double, p_adjusted double,"
              + " n_reference bigint, n_current bigint, details map<string,double>, reason string,"
              + " run_id string");

  private FindingsTable() {}

  static List<Row> rows(List<Finding> findings, String runId) {
    return findings.stream().map(finding -> row(finding, runId)).toList();
  }

  private static Row row(Finding finding, String runId) {
    DriftAnswer answer = finding.answer();
    return RowFactory.create(
        finding.comparison().name(),
        DatabricksTables.struct(finding.window()),
        DatabricksTables.struct(finding.reference()),
        CollectionConverters.asScala(finding.definition().names()).toSeq(),
        texts(finding.slice()),
        finding.subject(),
        finding.question().method(),
        texts(finding.question().parameters()),
        answer.value(),
        answer.errorBound() == 0 ? null : (Double) answer.errorBound(),
        finding.found().threshold(),
        finding.found().direction(),
        finding.found().verdict(),
        answer.p(),
        finding.found().adjusted(),
        answer.reference(),
        answer.current(),
        CollectionConverters.asScala(answer.details()),
        answer.reason(),
        runId);
  }

  private static Object texts(Map<String, Object> values) {
    Map<String, String> texts = new HashMap<>();
    values.forEach(
        (name, value) -> texts.put(name, value == null ? null : ParameterInfo.text(value)));
    return CollectionConverters.asScala(texts);
  }
}
