package dev.slicewise.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.SliceSpec;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reports of runs that lack something. */
class MissingPartsTest {
  @Test
  void worksWithoutAllRows() throws IOException {
    List<SliceResult> slices =
        List.of(
            Samples.slice(0, Samples.CITY, List.of("A"), List.of(Samples.ALL_COST)),
            Samples.city("B", 1, 1, 99));
    List<SliceResult> first =
        slices.stream()
            .map(s -> Samples.slice(0, Samples.CITY, s.key().values(), s.metrics()))
            .toList();
    Markup report =
        Markup.of(Samples.input(List.of(Samples.CITY), List.of(SampleMetrics.COST), first));
    assertThat(report.text())
        .contains("This run has no slice of all rows", "no value to hold the 2 slices against");
    assertThat(report.only("table", "chart")).containsSubsequence("A", "B");
  }

  @Test
  void findsAllRowsWhereverTheyAre() throws IOException {
    List<SliceResult> slices =
        List.of(
            Samples.slice(
                0,
                Samples.CITY,
                List.of("A"),
                List.of(Samples.number(SampleMetrics.COST, 20, 1, 99))),
            Samples.all(1, Samples.ALL_COST));
    List<SliceSpec> definitions = List.of(Samples.CITY, SliceSpec.ALL);
    Markup report = Markup.of(Samples.input(definitions, List.of(SampleMetrics.COST), slices));
    assertThat(report.text()).contains("1 of 1 slice is significantly worse than all rows");
  }

  @Test
  void listsSlicesWhenNothingRanksThem() throws IOException {
    NamedMetric count = SampleMetrics.COUNT;
    Markup report =
        Markup.of(
            Samples.input(
                List.of(SliceSpec.ALL, Samples.CITY),
                List.of(count),
                List.of(
                    Samples.all(0, Samples.number(count, 5, 1, 50)),
                    Samples.slice(
                        1, Samples.CITY, List.of("A"), List.of(Samples.number(count, 9, 1, 50))))));
    assertThat(report.text()).contains("its 1 slice is listed, not ranked");
    assertThat(report.ofClass("table", "chart")).isEmpty();
    assertThat(report.ofClass("table", "glance")).isEmpty();
    assertThat(report.only("table", "metrics")).contains("A", "9").doesNotContain("▲");
  }

  @Test
  void calmsNobodyWhenNothingCouldBeJudged() throws IOException {
    MetricResult bare = Samples.result(SampleMetrics.COST, MetricValue.exact(99), null, 500);
    Markup report =
        Markup.of(Samples.cities(Samples.slice(1, Samples.CITY, List.of("A"), List.of(bare))));
    assertThat(report.text()).contains("None of 1 slice could be judged: that takes an interval");
    assertThat(report.only("table", "glance")).contains("– of 1").doesNotContain("0");
  }

  @Test
  void worksWithoutIntervals() throws IOException {
    MetricValue value = MetricValue.exact(99);
    MetricResult bare = Samples.result(SampleMetrics.COST, value, null, 500);
    ReportInput input =
        new ReportInput(
            "No intervals",
            List.of(),
            List.of(
                    Samples.all(0, bare),
                    Samples.slice(1, Samples.CITY, List.of("A"), List.of(bare)))
                ::iterator,
            List.of(SliceSpec.ALL, Samples.CITY),
            List.of(SampleMetrics.COST),
            0,
            Map.of());
    Markup report = Markup.of(input);
    assertThat(report.text())
        .contains("no intervals, so nothing can be called significant", "no interval")
        .doesNotContain("% interval");
    assertThat(report.ofClass("line", "whisker")).isEmpty();
    assertThat(report.ofClass("circle", "dot")).hasSize(1);
  }

  @Test
  void worksWithNothingAtAll() throws IOException {
    Markup report = Markup.of(Samples.input(List.of(), List.of(), List.of()));
    assertThat(report.text()).contains("A sample", "How to read this");
    Markup empty =
        Markup.of(
            Samples.input(
                List.of(SliceSpec.ALL, Samples.CITY),
                List.of(SampleMetrics.UNKNOWN),
                List.of(Samples.all(0, Samples.number(SampleMetrics.UNKNOWN, 1, 1, 9)))));
    assertThat(empty.text()).contains("No rows, so no slices.", "unknown");
    assertThat(new HashSet<>(empty.attributes("id"))).contains("s1");
  }
}
