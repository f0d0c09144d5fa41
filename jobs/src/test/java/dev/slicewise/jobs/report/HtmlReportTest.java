package dev.slicewise.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.SliceSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  @Test
  void loadsNothingAndRunsNothingButItsOwnScript() throws IOException {
    String report = Reports.write(Samples.ordinary());
    assertThat(report).doesNotContain("<script ", "://", "url(", "@import", " style=");
    assertThat(report).containsOnlyOnce("<script>" + StyleSheet.SCRIPT + "</script>");
    assertThat(Markup.parse(report).attributes("href")).allMatch(href -> href.startsWith("#"));
    assertThat(report)
        .contains("http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; ")
        .contains("; style-src &#39;sha256-", "; script-src &#39;sha256-");
    assertThat(StyleSheet.SCRIPT).doesNotContain("eval", "innerHTML", "fetch", "XMLHttp", "import");
  }

  @Test
  void linksLead() throws IOException {
    Markup report = Markup.of(Samples.ordinary());
    List<String> ids = report.attributes("id");
    assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
    assertThat(report.attributes("href")).isNotEmpty().allMatch(h -> ids.contains(h.substring(1)));
    assertThat(ids).containsAll(report.attributes("aria-labelledby"));
  }

  @Test
  void sameInputSameCharactersInEveryLocale() throws IOException {
    String report = Reports.write(Samples.ordinary());
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("de-DE", "ar-EG-u-nu-arab", "tr-TR", "hi-IN-u-nu-deva")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(Reports.write(Samples.ordinary())).as(tag).isEqualTo(report);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void isSmall() throws IOException {
    byte[] report = Reports.write(Samples.ordinary()).getBytes(StandardCharsets.UTF_8);
    assertThat(report.length).isBetween(10_000, 100_000);
  }

  @Test
  void showsTitleFactsAndAllRows() throws IOException {
    Markup report = Markup.of(Samples.ordinary());
    assertThat(report.elements("h1").get(0).getTextContent()).isEqualTo("A sample");
    assertThat(report.only("ul", "facts")).contains("made by hand");
    assertThat(report.ofClass("li", "tile")).hasSize(5);
    assertThat(report.ofClass("li", "first").get(0).getTextContent())
        .contains("cost", "12.5000", "95\u202f% interval", "12.4910 – 12.5090", "exact")
        .contains("lower is better", "n 1\u202f234\u202f567", "What errors cost.");
    assertThat(report.only("table", "counts"))
        .contains("rows read", "1\u202f234\u202f570", "skipped: a needed number is infinite");
  }

  @Test
  void ordersTheWorstFirstAndMarksThem() throws IOException {
    Markup report =
        Markup.of(
            Samples.cities(
                Samples.city("within", 10.5, 1, 500),
                Samples.city("worst", 14, 1, 500),
                Samples.city("better", 8, 0.5, 500),
                Samples.city("worse", 12, 1, 500),
                Samples.city("few", 20, 1, 29)));
    assertThat(report.only("table", "chart"))
        .containsSubsequence("worst", "worse", "within", "better")
        .contains("The 4 slices with at least 30 usable rows, worst first", "all rows 10.00")
        .doesNotContain("few");
    assertThat(report.ofClass("tr", "worse")).hasSize(2);
    assertThat(report.ofClass("tr", "better")).hasSize(1);
    assertThat(report.ofClass("tr", "open")).hasSize(1);
    assertThat(report.text())
        .contains("2 of 5 slices are significantly worse than all rows; 1 better, 1 undecided")
        .contains("1 not judged");
    assertThat(report.only("table", "glance")).contains("worst", "▲14.0", "2 of 5");
    assertThat(report.attributes("aria-label")).contains("worse", "better");
    assertThat(report.attributes("title"))
        .contains("14 [13, 15] (t) significantly worse", "20 [19, 21] (t)");
  }

  @Test
  void choosesTheSurelyWorseOfManySlices() throws IOException {
    List<SliceResult> slices = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      slices.add(Samples.city("noisy" + i, 30 + i, 100, 40));
    }
    slices.add(Samples.city("sure", 11, 0.5, 5_000));
    Markup report = Markup.of(Samples.cities(slices.toArray(SliceResult[]::new)));
    assertThat(report.only("table", "chart"))
        .contains("30 of 51 slices with at least 30 usable rows: every significantly worse one and")
        .contains("sure", "noisy49", "noisy21")
        .doesNotContain("noisy20");
    assertThat(report.only("table", "glance")).contains("1 of 51", "sure").doesNotContain("noisy");
  }

  @Test
  void countsWhatATableLeavesOut() throws IOException {
    List<SliceResult> slices = new ArrayList<>();
    for (int i = 0; i < 777; i++) {
      slices.add(Samples.city("c" + i, 10 + i / 100.0, 0.01, 1_000));
    }
    Markup report = Markup.of(Samples.cities(slices.toArray(SliceResult[]::new)));
    assertThat(report.text())
        .contains(
            "All metrics of the first 500 of 777 slices", "277 slices more are not in this table")
        .contains("The worst 30 of 775 significantly worse slices")
        .contains("about 19 would be expected here by chance");
    assertThat(report.only("table", "metrics")).contains("c499").doesNotContain("c500");
    assertThat(report.only("table", "chart")).contains("c776", "c747").doesNotContain("c746");
  }

  @Test
  void saysWhyAValueIsUndefined() throws IOException {
    Markup report = Markup.of(Samples.ordinary());
    assertThat(report.text()).contains("–1", "1 undefined: no usable rows").contains("NULL");
    assertThat(report.attributes("title"))
        .contains("undefined: no usable rows: {n_null=4, n_rows=4}");
    Markup none =
        Markup.of(
            Samples.input(
                List.of(SliceSpec.ALL),
                List.of(SampleMetrics.COST),
                List.of(
                    Samples.all(
                        0,
                        Samples.result(
                            SampleMetrics.COST, MetricValue.undefined("no rows"), null, 0)))));
    assertThat(none.only("ul", "tiles")).contains("–", "undefined: no rows");
  }

  @Test
  void drawsInfinitiesAndHalfOpenIntervals() throws IOException {
    Markup report =
        Markup.of(
            Samples.cities(
                Samples.city("endless", MetricValue.exact(Double.POSITIVE_INFINITY), null, null),
                Samples.city("open", MetricValue.exact(12), 11.0, null),
                Samples.city("bounded", MetricValue.bounded(12, 0.125), null, 13.0),
                Samples.city("wide", MetricValue.exact(11), -1e9, 1e9)));
    assertThat(report.only("table", "chart")).contains("∞", "11.0 – ∞", "−∞ – 13.0", "‹", "›");
    assertThat(report.attributes("x1")).allMatch(x -> x.matches("\\d+(\\.\\d+)?%?"));
    assertThat(report.attributes("title")).contains("12 (within ±\u202f0.13) [−∞, 13] (t)");
  }
}
