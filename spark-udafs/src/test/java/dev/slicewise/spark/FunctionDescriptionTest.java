package dev.slicewise.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.spark.catalyst.FunctionCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What DESCRIBE FUNCTION EXTENDED tells about every function, and that its examples run. */
class FunctionDescriptionTest {
  private static String describe(String function) {
    return Spark.session().sql("DESCRIBE FUNCTION EXTENDED " + function).collectAsList().stream()
        .map(row -> row.getString(0))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aMetricIsDescribedInFull() {
    assertThat(describe("quantile_abs_error"))
        .contains("Usage: quantile_abs_error(label, prediction, q => 0.95, method => inverted_cdf")
        .contains("* q - which quantile, a share of the rows; double in (0, 1], 0.95 unless given")
        .contains(
            "* label - the observed value; a number or a boolean",
            "* weight - ",
            "> SELECT quantile_abs_error(label, prediction) FROM VALUES")
        .contains("remembers: BitHistogram of |e|", "edge: no usable rows: undefined")
        .contains("source: numpy", "Since: 0.1.0");
    assertThat(describe("p99_abs")).contains("id: quantile_abs_error", "fixed: q = 0.99");
    assertThat(describe("loss_huber"))
        .contains("Of one row.", "elicits: ")
        .doesNotContain("weight =>");
    assertThat(describe("eval_state")).contains("* jackknife - ", "> SELECT eval_metrics(");
  }

  @Test
  void everyMetricHasEveryPart() {
    Map<String, FunctionCatalog.SqlFunction> functions = FunctionCatalog.standard().functions();
    for (CatalogEntry entry : MetricCatalog.standard().entries()) {
      if (entry.isScalar()) {
        var info = functions.get("slicewise_" + entry.id()).info();
        assertThat(info.getUsage()).startsWith("slicewise_" + entry.id() + "(");
        for (ParameterInfo parameter : entry.parameters()) {
          assertThat(info.getArguments()).contains("* " + parameter.name() + " - ");
        }
        assertThat(info.getNote()).contains("formula: ", "range: ", "better: ", "interval: ");
        assertThat(info.getSince()).isNotEmpty();
      }
    }
  }

  /** Aggregates over one table in one query, since a job for every one would take minutes. */
  @Test
  void everyExampleRunsAndHasAnAnswer() {
    Map<String, List<String>> aggregates = new TreeMap<>();
    List<String> others = new ArrayList<>();
    for (String example : examples()) {
      int from = example.indexOf(" FROM VALUES ");
      if (example.matches("SELECT (.*eval_|loss_|slice_).*")) {
        others.add(example);
      } else {
        aggregates
            .computeIfAbsent(example.substring(from), table -> new ArrayList<>())
            .add(example.substring("SELECT ".length(), from));
      }
    }
    List<String> unanswered = new ArrayList<>();
    aggregates.forEach(
        (table, calls) -> {
          Row row = Spark.session().sql("SELECT " + String.join(", ", calls) + table).first();
          for (int i = 0; i < calls.size(); i++) {
            if (row.isNullAt(i)) {
              unanswered.add(calls.get(i) + table);
            }
          }
        });
    assertThat(unanswered).isEmpty();
    for (String example : others) {
      assertThat(Spark.session().sql(example).collectAsList())
          .as(example)
          .isNotEmpty()
          .noneMatch(Row::anyNull);
    }
  }

  private static List<String> examples() {
    List<String> examples = new ArrayList<>();
    for (FunctionCatalog.SqlFunction function : FunctionCatalog.standard().functions().values()) {
      function
          .info()
          .getExamples()
          .lines()
          .map(String::trim)
          .filter(line -> line.startsWith("> "))
          .forEach(line -> examples.add(line.substring(2, line.length() - 1)));
    }
    assertThat(examples).hasSizeGreaterThan(600);
    return examples;
  }
}
