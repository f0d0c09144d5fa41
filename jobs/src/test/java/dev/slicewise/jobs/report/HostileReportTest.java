package dev.slicewise.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceSpec;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Strings made to break out, in every place where data can stand. */
class HostileReportTest {
  private static final Set<String> ELEMENTS =
      Set.of(
          ("html head meta title style body header main section h1 h2 h3 p ul li dl dt dd div"
                  + " figure figcaption table caption thead tbody tfoot tr th td span a b i bdi"
                  + " code small sup wbr details summary svg line circle rect path text desc script nav")
              .split(" "));

  private static final Set<String> ATTRIBUTES =
      Set.of(
          ("lang charset name content http-equiv class id href title scope open tabindex role"
                  + " aria-label aria-hidden aria-labelledby viewBox width height x y x1 x2 y1 y2"
                  + " cx cy r d text-anchor colspan rowspan")
              .split(" "));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "</title></style></script><img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)",
        "\" autofocus onfocus=\"alert(1)",
        "javascript:alert(1)",
        "&lt;b&gt;&#60;script&#62;",
        "<!-- --><![CDATA[ ]]> <?php ?>",
        "-->]]>",
        "{{constructor.constructor('alert(1)')()}} ${7*7} <%= 1 %>",
        "</td></tr></table></details></svg><style>*{display:none}</style>",
        "<math><mi//xlink:href=\"data:x,<script>alert(4)</script>\">",
        "\u202egnp.exe\u202c \u2066isolate \u200e\u200f\u061c",
        "\u0000\u0001\u0008\t\n\r\u000b\u001b[31mred\u001b[0m\u007f\u009b",
        "\ufeff\u200b\u00ad\u2028\u2029\ufffe\uffff",
        "lone \ud83d half \ude00 order",
        "=HYPERLINK(\"x\")",
        "a̶̢̛͔͎̼̟̘̲̲̳͚͐́̓̀͗̓̿̕͠b",
        "   ",
        ""
      })
  void isShownHarmlessly(String hostile) throws IOException {
    ReportContent content =
        new ReportContent(
            input(hostile),
            List.of(),
            SampleFindings.named(hostile),
            SampleFindings.series(hostile));
    String html = Reports.write(content);
    Markup report = Markup.parse(html);
    Set<String> elements = new TreeSet<>();
    Set<String> attributes = new TreeSet<>();
    for (Element element : report.elements("*")) {
      elements.add(element.getTagName());
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        attributes.add(element.getAttributes().item(i).getNodeName());
      }
    }
    assertThat(ELEMENTS).containsAll(elements);
    assertThat(ATTRIBUTES).containsAll(attributes);
    assertThat(report.elements("style")).hasSize(1);
    assertThat(report.elements("style").get(0).getTextContent()).isEqualTo(StyleSheet.TEXT);
    assertThat(report.elements("script")).hasSize(1);
    assertThat(report.elements("script").get(0).getTextContent()).isEqualTo(StyleSheet.SCRIPT);
    assertThat(report.attributes("href")).allMatch(href -> href.matches("#[a-z]+\\d*"));
    assertThat(report.attributes("id")).allMatch(id -> id.matches("[a-z]+\\d*"));
    assertThat(report.attributes("class")).allMatch(css -> css.matches("[a-z ]*"));
    assertThat(html.codePoints().filter(HostileReportTest::isTreacherous)).isEmpty();
    String shown = VisibleText.of(hostile);
    assertThat(report.elements("h1").get(0).getTextContent()).isEqualTo(shown);
    assertThat(report.elements("title").get(0).getTextContent()).isEqualTo(shown);
  }

  /** Control characters but line feed, and what turns directions or cannot be in a file. */
  private static boolean isTreacherous(int point) {
    int type = Character.getType(point);
    return (type == Character.CONTROL && point != '\n')
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  private static ReportInput input(String hostile) {
    NamedMetric metric =
        new NamedMetric("x" + hostile, Map.of("p" + hostile, hostile), SampleMetrics.COST.metric());
    Interval interval = new Interval(1.0, 2.0, null, hostile);
    MetricValue value =
        new MetricValue.Scalar(1.5, MetricValue.Exactness.EXACT, 0, Map.of(hostile, 1.0));
    Map<String, Long> counters = Map.of("n_rows", 50L, "n_used", 49L, hostile, 1L);
    MetricResult number = new MetricResult(metric, value, interval, 50, 50, counters);
    MetricResult none =
        new MetricResult(metric, MetricValue.undefined(hostile), null, 0, 0, counters);
    MetricResult curve =
        new MetricResult(
            metric,
            new MetricValue.Curve(
                List.of("mean_prediction", "mean_label", hostile), List.of(List.of(0.5, 0.5, 1.0))),
            null,
            50,
            50,
            counters);
    SliceSpec spec =
        new SliceSpec(
            List.of(
                new Dimension.Expression("e" + hostile, hostile),
                new Dimension.Top("t" + hostile, hostile, 3),
                new Dimension.TimeUnit("u" + hostile, hostile, "day"),
                new Dimension.Bucket("b" + hostile, hostile, List.of(1.0, 2.5))));
    Map<String, Object> run = new LinkedHashMap<>();
    run.put(hostile, List.of(hostile, Map.of(hostile, hostile), 1, true, List.of()));
    List<String> values = List.of(hostile, "a" + hostile, "NULL", "");
    return new ReportInput(
        hostile,
        List.of(hostile),
        List.of(
                Samples.all(0, number, none, curve),
                Samples.slice(1, spec, values, List.of(number, none, curve)),
                Samples.slice(1, spec, values, List.of(none, number, curve)))
            ::iterator,
        List.of(SliceSpec.ALL, spec),
        List.of(metric, metric, metric),
        0.95,
        run);
  }
}
