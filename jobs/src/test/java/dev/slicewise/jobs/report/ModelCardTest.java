package dev.slicewise.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slicewise.jobs.findings.Findings;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same content as Markdown and as JSON. */
class ModelCardTest {
  private static String card(ReportContent content) throws IOException {
    StringWriter out = new StringWriter();
    ModelCard.write(out, content);
    return out.toString();
  }

  private static JsonNode json(ReportContent content) throws IOException {
    StringWriter out = new StringWriter();
    ReportJson.write(out, content);
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void hasWhatAReaderOfARepositoryNeeds() throws IOException {
    String card =
        card(
            new ReportContent(
                Samples.ordinary(),
                List.of(),
                SampleFindings.named("x"),
                SampleFindings.series("x")));
    assertThat(card)
        .startsWith("# A sample\n\n- made by hand\n")
        .contains("## Verdict\n", "- **fail**: 1 of 2 gates fails, 1 undecided.")
        .contains("| cost | 12.5000 | 12.4910 – 12.5090 | 1\u202f234\u202f567 | lower |")
        .contains("## By city × device\n", "10 of 28 slices, worst first.")
        .contains("## Gates\n", "## Comparison\n", "## Drift in", "## Worst slices\n", "## Rows\n")
        .contains("## Limits\n", "- error = prediction − label")
        .contains("Compare it with the price of doing nothing.")
        .endsWith("## Provenance\n\n");
  }

  @Test
  void everyRowOfATableHasItsCells() throws IOException {
    ReportContent content =
        new ReportContent(Samples.ordinary(), List.of(), SampleFindings.named("a|b"), new Series());
    int columns = 0;
    int rows = 0;
    for (String line : card(content).split("\n")) {
      int bars = line.replace("\\|", "").replaceAll("[^|]", "").length();
      assertThat(bars == 0 || columns == 0 || bars == columns).as(line).isTrue();
      columns = bars;
      rows += bars > 0 ? 1 : 0;
    }
    assertThat(rows).isGreaterThan(40);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "![x](https://example.org/y.png)",
        "| a | b |\n# heading",
        "`code` **bold** __bold__ ~~gone~~ $x$ &lt;",
        "\u202e\u0000\r\n- item"
      })
  void dataIsTextAndNothingElse(String hostile) throws IOException {
    String text = Markdown.text(hostile);
    assertThat(text.replaceAll("\\\\.", "")).doesNotContainPattern("[`*_{}\\[\\]<>#|~&$\\n\\r]");
    assertThat(text).doesNotContain("https://").doesNotContain("\u202e");
    String card =
        card(
            new ReportContent(
                Samples.ordinary(), List.of(), SampleFindings.named(hostile), new Series()));
    String bare = card.replaceAll("\\\\.", "");
    assertThat(bare).doesNotContain("<", "](", "://", "\u202e");
    assertThat(bare.lines().filter(line -> line.startsWith("#")))
        .allMatch(line -> line.matches("# A sample|## [A-Z].*"));
  }

  @Test
  void jsonHoldsEverything() throws IOException {
    JsonNode json =
        json(
            new ReportContent(
                Samples.ordinary(),
                List.of(Samples.ALL_COST),
                SampleFindings.named("<x>"),
                SampleFindings.series("<x>")));
    assertThat(json.at("/title").asText()).isEqualTo("A sample");
    assertThat(json.at("/verdicts/0/verdict").asText()).isEqualTo("fail");
    assertThat(json.at("/metrics").size()).isEqualTo(5 * (1 + 9 + 28));
    assertThat(json.at("/questions/0/value").asDouble()).isEqualTo(10);
    assertThat(json.at("/gates/0/rows_needed").asLong()).isEqualTo(99);
    assertThat(json.at("/gates/0/slice/d<x>").asText()).isEqualTo("<x>");
    assertThat(json.at("/comparisons/1/verdict").asText()).isEqualTo("worse");
    assertThat(json.at("/drift/0/window_start").asText()).isEqualTo("<x>");
    assertThat(json.at("/drift/0/method").asText()).isEqualTo("psi");
    assertThat(json.at("/distributions/1/bins/0/label").asText()).isEqualTo("<x>");
    assertThat(json.at("/series").size()).isEqualTo(4);
    assertThat(json(ReportContent.of(Samples.ordinary())).at("/gates").size()).isZero();
    assertThat(Findings.NONE.isEmpty()).isTrue();
  }
}
