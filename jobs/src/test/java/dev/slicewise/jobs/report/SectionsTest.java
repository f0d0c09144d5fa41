package dev.slicewise.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.jobs.findings.Findings;
import dev.slicewise.jobs.findings.Gate;
import dev.slicewise.jobs.findings.SliceLabel;
import dev.slicewise.jobs.findings.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the report makes of findings. */
class SectionsTest {
  private static final SliceLabel BERGEN = SampleFindings.slice("Bergen");
  private static final SliceLabel CORK = SampleFindings.slice("Cork");

  private static Markup report(Findings findings) throws IOException {
    ReportContent content =
        ReportContent.of(Samples.input(List.of(), List.of(), List.of()), List.of(), findings);
    return Markup.parse(Reports.write(content));
  }

  private static List<String> badges(Markup report) {
    return report.ofClass("li", "statement").stream()
        .map(li -> ((Element) li.getElementsByTagName("span").item(0)).getTextContent())
        .toList();
  }

  private static Findings gates(List<Gate> gates) {
    return new Findings(gates, List.of(), List.of(), List.of(), List.of());
  }

  @Test
  void failingGatesComeFirstAndPassingOnesAreFolded() throws IOException {
    List<Gate> gates = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      gates.add(SampleFindings.gate("calm", SampleFindings.slice("c" + i), Verdict.PASS));
    }
    gates.add(SampleFindings.gate("open", CORK, Verdict.INCONCLUSIVE, 1_600L));
    gates.add(SampleFindings.gate("tail", BERGEN, Verdict.FAIL));
    Markup report = report(gates(gates));
    assertThat(badges(report)).containsExactly("fail");
    assertThat(report.only("li", "statement"))
        .contains("1 of 122 gates fails, 1 undecided")
        .contains("tail on city Bergen: 2.0 (1.0 – 3.0), threshold 2.5")
        .doesNotContain("calm");
    List<Element> tables = report.ofClass("table", "gates");
    assertThat(tables).hasSize(2);
    assertThat(tables.get(0).getTextContent())
        .containsSubsequence("tail", "Bergen", "open", "Cork", "needs about 1\u202f600")
        .doesNotContain("calm");
    assertThat(tables.get(1).getTextContent()).contains("c99").doesNotContain("c100");
    assertThat(report.text()).contains("20 more, all passing, are in gates.json");
  }

  @Test
  void undecidedGatesAreNoPass() throws IOException {
    Gate open = SampleFindings.gate("open", CORK, Verdict.INCONCLUSIVE);
    Gate pass = SampleFindings.gate("calm", CORK, Verdict.PASS);
    assertThat(badges(report(gates(List.of(pass, open))))).containsExactly("undecided");
    Markup passing = report(gates(List.of(pass, pass)));
    assertThat(badges(passing)).containsExactly("pass");
    assertThat(passing.only("li", "statement")).contains("All 2 gates pass");
  }

  @Test
  void aBetterModelThatIsWorseSomewhereIsMixed() throws IOException {
    Markup report =
        report(
            new Findings(
                List.of(),
                List.of(),
                List.of(
                    SampleFindings.comparison(SliceLabel.ALL, -1, 0.25, Verdict.BETTER),
                    SampleFindings.comparison(CORK, -3, 0.5, Verdict.BETTER),
                    SampleFindings.comparison(BERGEN, 2, 0.5, Verdict.WORSE)),
                List.of(),
                List.of()));
    assertThat(badges(report)).containsExactly("mixed");
    assertThat(report.only("li", "statement"))
        .contains("new is better than old by mean_absolute_error")
        .contains("Difference −1.00 (−1.25 – −0.75) on 900 rows.")
        .contains("Worse in 1 of 2 slices, most in city Bergen.");
    assertThat(report.only("table", "forest"))
        .containsSubsequence("All rows", "▽−1.00", "By city", "Bergen", "▲+2.00", "Cork");
    assertThat(report.ofClass("line", "margin")).hasSize(3);
  }

  @Test
  void driftIsToldOfTheLatestWindowAndMappedOfAll() throws IOException {
    Markup report =
        report(
            new Findings(
                List.of(),
                List.of(),
                List.of(),
                List.of(
                    SampleFindings.drift(SampleFindings.JULY, SliceLabel.ALL, "distance", 0.9),
                    SampleFindings.drift(SampleFindings.AUGUST, SliceLabel.ALL, "distance", 0.1),
                    SampleFindings.drift(SampleFindings.AUGUST, SliceLabel.ALL, "hour", 0.25),
                    SampleFindings.drift(SampleFindings.AUGUST, CORK, "hour", 0.3)),
                List.of(
                    SampleFindings.distribution("distance", true, null),
                    SampleFindings.distribution("hour", false, "night"))));
    assertThat(badges(report)).containsExactly("drift");
    assertThat(report.only("li", "statement"))
        .contains("1 of 2 columns drifted in 2013-08")
        .contains("hour: psi 0.2500, threshold 0.2");
    List<Element> maps = report.ofClass("table", "heat");
    assertThat(maps).hasSize(2);
    assertThat(maps.get(0).getTextContent())
        .containsSubsequence("2013-07", "2013-08", "distance", "▲1/1", "0/1", "hour", "–", "▲1/1");
    assertThat(maps.get(1).getTextContent()).contains("psi > 0.2", "▲0.900", "0.100", "▲0.250");
    assertThat(report.only("table", "drifts")).contains("city Cork", "0.3000");
    // The column that drifted comes first.
    assertThat(report.elements("figure").get(0).getTextContent())
        .contains("hour", "drift", "night", "25.0\u202f%", "50.0\u202f%");
    assertThat(report.elements("figure").get(1).getTextContent()).doesNotContain("drift");
    assertThat(report.ofClass("rect", "current")).hasSize(4);
  }

  @Test
  void drawsAllRowsAndSlicesOverWindows() throws IOException {
    ReportInput input = Samples.input(List.of(), List.of(SampleMetrics.COST), List.of());
    ReportContent content = ReportContent.of(input).with(SampleFindings.series("x"));
    Markup report = Markup.parse(Reports.write(content));
    assertThat(report.text()).contains("2 windows, from 2013-07 to x – …");
    assertThat(report.ofClass("svg", "series")).hasSize(2);
    assertThat(report.ofClass("path", "others")).hasSize(1);
    assertThat(report.ofClass("path", "line").get(0).getAttribute("d")).matches("M[^M]*L[^L]*");
    assertThat(report.elements("desc").get(0).getTextContent())
        .isEqualTo("2013-07 10.0 (9.0 – 11.0); x – … 10.0 (9.0 – 11.0)");
  }

  @Test
  void oneWindowIsNoSeries() throws IOException {
    Series series = new Series();
    series.add(SampleFindings.JULY, SliceLabel.ALL, 9, List.of(Samples.ALL_COST));
    ReportInput input = Samples.input(List.of(), List.of(SampleMetrics.COST), List.of());
    assertThat(Markup.parse(Reports.write(ReportContent.of(input).with(series))).text())
        .doesNotContain("Over time");
  }

  @Test
  void sectionsThatHaveNothingAreLeftOut() throws IOException {
    Markup report = Markup.of(Samples.ordinary());
    List<String> ids = report.attributes("id");
    assertThat(ids).contains("verdict", "all", "glance", "rows", "reading");
    assertThat(ids)
        .doesNotContain("gates", "compare0", "drift", "time", "worst", "errors")
        .doesNotHaveDuplicates();
  }

  @Test
  void longNamesAreCutVisibly() throws IOException {
    String name = "long".repeat(2_500);
    Findings findings = SampleFindings.named(name);
    Markup report = report(findings);
    IntStream.range(0, report.elements("bdi").size())
        .forEach(
            i ->
                assertThat(report.elements("bdi").get(i).getTextContent())
                    .hasSizeLessThanOrEqualTo(200));
    assertThat(report.only("table", "gates")).contains("longlong", "…");
  }
}
