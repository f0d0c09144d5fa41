package dev.slicewise.jobs.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceResult;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bytes of metrics.json, for every kind of value. */
class MetricsJsonTest {
  private static final NamedMetric MAE = MetricCatalog.standard().parse("mae");

  private static String json(SliceResult... slices) throws IOException {
    StringWriter out = new StringWriter();
    MetricsJson.write(out, List.of(slices).iterator());
    return out.toString();
  }

  private static SliceResult slice(NamedMetric metric, MetricValue value, Interval interval) {
    return new SliceResult(
        List.of(),
        new SliceKey(0, List.of()),
        3,
        List.of(new MetricResult(metric, value, interval, 2, 2.5, Map.of())));
  }

  @Test
  void writesNumbersTheSameOnEveryJvm() throws IOException {
    // Some versions of Double.toString print 2e-3 and 1e23 with more digits; expected is Python's.
    MetricValue.Scalar value =
        new MetricValue.Scalar(
            2e-3, MetricValue.Exactness.BOUNDED, 0x1p-40, Map.of("b", 1e23, "a", 4.9e-324));
    assertThat(json(slice(MAE, value, new Interval(-0.1, null, 0.2, "t"))))
        .isEqualTo(
            "[\n{\"slices\":[],\"slice\":{},\"metric\":\"mean_absolute_error\",\"params\":{},"
                + "\"value\":0.002,\"n\":2,\"weight_sum\":2.5,\"exactness\":\"bounded\","
                + "\"error_bound\":9.094947017729282E-13,\"ci_low\":-0.1,\"ci_high\":null,"
                + "\"reason\":null,\"ci_method\":\"t\",\"details\":{\"a\":5E-324,\"b\":1E+23}}"
                + "\n]\n");
  }

  @Test
  void writesInfinitiesAsTextAndAbsenceAsNull() throws IOException {
    assertThat(json(slice(MAE, MetricValue.exact(Double.POSITIVE_INFINITY), null)))
        .contains("\"value\":\"Infinity\",")
        .contains("\"error_bound\":null,\"ci_low\":null,\"ci_high\":null,\"reason\":null}");
    assertThat(json(slice(MAE, MetricValue.undefined("no \"rows\""), null)))
        .contains("\"value\":null,")
        .contains("\"exactness\":null,")
        .endsWith("\"reason\":\"no \\\"rows\\\"\"}\n]\n");
    assertThat(json()).isEqualTo("[\n\n]\n");
  }

  @Test
  void writesCurvesAndParameters() throws IOException {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("q", 0.9);
    parameters.put("bins", 10);
    parameters.put("method", "inverted_cdf");
    parameters.put("strict", true);
    parameters.put("least", null);
    NamedMetric metric = new NamedMetric("curve_of_ours", parameters, MAE.metric());
    MetricValue curve =
        new MetricValue.Curve(
            List.of("x", "y"), List.of(List.of(0.0, 1.0), Arrays.asList(0.5, null)));
    assertThat(json(slice(metric, curve, null)))
        .contains(
            "\"params\":{\"q\":0.9,\"bins\":10,\"method\":\"inverted_cdf\",\"strict\":true,"
                + "\"least\":null},\"value\":null,")
        .endsWith("\"reason\":null,\"curve\":[{\"x\":0,\"y\":1},{\"x\":0.5,\"y\":null}]}\n]\n");
  }

  @Test
  void namesTheClassesAndGroupsOfCurves() throws IOException {
    NamedMetric metric = new NamedMetric("groups_of_ours", Map.of(), MAE.metric());
    MetricValue curve =
        new MetricValue.Curve(
            List.of("group", "n"),
            List.of(List.of(0.0, 1.0), Arrays.asList(1.0, null)),
            List.of("a", "\"b"));
    assertThat(json(slice(metric, curve, null)))
        .endsWith("\"curve\":[{\"group\":\"a\",\"n\":1},{\"group\":\"\\\"b\",\"n\":null}]}\n]\n");
  }

  @Test
  void keepsHostileNamesInside() throws IOException {
    String name = "\u0000</script>\u2028\"東京";
    SliceResult slice =
        new SliceResult(
            List.of(name, "b", "d"),
            new SliceKey(0, Arrays.asList(name, true, Double.NaN)),
            1,
            List.of(new MetricResult(MAE, MetricValue.exact(1), null, 1, 1, Map.of("n_rows", 1L))));
    JsonNode read = new ObjectMapper().readTree(json(slice, slice));
    assertThat(read).hasSize(2);
    assertThat(read.get(1).path("slice").path(name).asText()).isEqualTo(name);
    assertThat(read.get(1).path("slice").path("b").asBoolean()).isTrue();
    assertThat(read.get(1).path("slice").path("d").asText()).isEqualTo("NaN");
  }
}
