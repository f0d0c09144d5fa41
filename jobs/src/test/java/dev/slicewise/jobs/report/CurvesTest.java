package dev.slicewise.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.slice.SliceSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {
  @Test
  void drawsReliabilityWithDiagonalDotsAndWhiskers() throws IOException {
    Markup report =
        report(
            new MetricValue.Curve(
                List.of("n", "mean_prediction", "mean_label", "wilson_low", "wilson_high"),
                List.of(
                    List.of(900.0, 0.1, 0.12, 0.1, 0.14), List.of(100.0, 0.8, 0.7, 0.6, 0.79))));
    assertThat(report.ofClass("line", "diagonal")).hasSize(1);
    assertThat(report.ofClass("line", "whisker")).hasSize(2);
    assertThat(report.ofClass("circle", "dot")).hasSize(2);
    assertThat(report.ofClass("rect", "count"))
        .extracting(e -> e.getAttribute("height"))
        .containsExactly("34", "3.78");
    assertThat(report.text()).contains("↑ mean label", "mean prediction →", "prediction = label");
    assertThat(report.only("table", "points")).contains("wilson low", "2 points", "0.1200");
  }

  @Test
  void drawsRatesAsALine() throws IOException {
    List<List<Double>> points = new ArrayList<>();
    for (int i = 0; i <= 1000; i++) {
      points.add(List.of(i / 1000.0, Math.sqrt(i / 1000.0)));
    }
    Markup report =
        report(new MetricValue.Curve(List.of("false_positive_rate", "true_positive_rate"), points));
    assertThat(report.ofClass("circle", "dot")).isEmpty();
    assertThat(report.ofClass("path", "curve").get(0).getAttribute("d")).startsWith("M46 286");
    assertThat(report.text()).contains("Dashed: chance");
    assertThat(report.only("table", "points")).contains("20 of 1\u202f001 points");
    assertThat(report.elements("tr")).hasSizeLessThan(40);
  }

  @Test
  void listsWhatItDoesNotKnow() throws IOException {
    Markup report =
        report(
            new MetricValue.Curve(
                List.of("low", "n"), List.of(List.of(0.0, 5.0), Arrays.asList(0.5, null))));
    assertThat(report.elements("svg")).isEmpty();
    assertThat(report.only("table", "points")).contains("low", "–");
  }

  @Test
  void drawsNothingOfNothing() throws IOException {
    for (List<List<Double>> points :
        List.<List<List<Double>>>of(List.of(), List.of(Arrays.asList(null, 1.0)))) {
      Markup report =
          report(new MetricValue.Curve(List.of("mean_prediction", "mean_label"), points));
      assertThat(report.elements("svg")).isEmpty();
      assertThat(report.ofClass("table", "points")).hasSize(1);
    }
  }

  @Test
  void namesGroupsWhateverTheyAreCalled() throws IOException {
    Markup report =
        report(
            new MetricValue.Curve(
                List.of("group", "n"),
                List.of(List.of(0.0, 7.0), List.of(1.0, 9.0)),
                List.of("<script>alert(1)</script>", "")));
    assertThat(report.elements("bdi").stream().map(bdi -> bdi.getTextContent()))
        .contains("<script>alert(1)</script>");
    assertThat(report.elements("script").stream().map(script -> script.getTextContent()))
        .noneMatch(script -> script.contains("alert"));
  }

  @Test
  void leavesCurvesOutOfTables() throws IOException {
    SliceSpec city = SliceSpec.parse("city");
    MetricValue curve = new MetricValue.Curve(List.of("a", "b"), List.of(List.of(1.0, 2.0)));
    Markup report =
        Markup.of(
            Samples.input(
                List.of(SliceSpec.ALL, city),
                List.of(SampleMetrics.COUNT),
                List.of(
                    Samples.all(0, Samples.result(SampleMetrics.COUNT, curve, null, 9)),
                    Samples.slice(
                        1,
                        city,
                        List.of("A"),
                        List.of(Samples.result(SampleMetrics.COUNT, curve, null, 9))))));
    assertThat(report.ofClass("table", "points")).hasSize(1);
    assertThat(report.ofClass("table", "metrics")).isEmpty();
  }

  private static Markup report(MetricValue.Curve curve) throws IOException {
    return Markup.of(
        Samples.input(
            List.of(SliceSpec.ALL),
            List.of(SampleMetrics.COUNT),
            List.of(Samples.all(0, Samples.result(SampleMetrics.COUNT, curve, null, 1000)))));
  }
}
