package dev.slicewise.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Gates from a configuration to exit codes and files. */
class GatesTest {
  /** Breaks out of HTML, XML, label values, terminals and reading order if nobody looks. */
  private static final String HOSTILE = "\"\\</x>&\u001b[31m\u202e{}\n'";

  @TempDir private Path folder;

  /** Errors of 1 and 3 in turn for UA, 5 and 7 for AA, one row of 100 for the hostile one. */
  @BeforeEach
  void writeRows() throws IOException {
    write("rows", 60, 5);
    write("before", 60, 3);
  }

  private void write(String name, int rows, int errorOfAa) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      int wiggle = 2 * (i % 2);
      line(lines, 1 + wiggle, "UA", "EWR");
      line(lines, errorOfAa + wiggle, "AA", i % 3 == 0 ? "EWR" : "JFK");
    }
    line(lines, 100, HOSTILE, "EWR");
    Files.writeString(folder.resolve(name + ".json"), lines);
  }

  private static void line(StringBuilder lines, int error, String carrier, String origin) {
    String quoted = new ObjectMapper().getNodeFactory().textNode(carrier).toString();
    lines.append(
        String.format(
            Locale.ROOT,
            "{\"label\":0,\"prediction\":%d,\"carrier\":%s,\"origin\":\"%s\"}%n",
            error,
            quoted,
            origin));
  }

  private Cli.Result run(String input, String gates, String... more) throws IOException {
    Path config = folder.resolve("evaluate.yaml");
    Files.writeString(
        config,
        "input: "
            + input
            + ".json\nmetrics: [mae, rmse]\nslices: [[], [carrier, origin]]\n"
            + gates);
    String[] arguments = new String[more.length + 3];
    arguments[0] = "evaluate";
    arguments[1] = "--config";
    arguments[2] = config.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Cli.run(arguments);
  }

  private JsonNode json(String path) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(path).toFile());
  }

  @Test
  void whatFailsIsWrittenAndSaid() throws Exception {
    Path prom = folder.resolve("scraped.prom");
    Cli.Result result =
        run(
            "rows",
            "gates:\n"
                + "  - metric: mae\n"
                + "    max: 30\n"
                + "  - name: no carrier <b>bad</b>\n"
                + "    metric: mae\n"
                + "    slices: carrier\n"
                + "    max: 4\n"
                + "    min_rows: 1\n",
            "--out",
            folder + "/out",
            "--open-metrics",
            prom.toString());
    assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
    assertThat(result.out())
        .contains("pass          mean_absolute_error ≤ 30", "FAIL          no carrier <b>bad</b>")
        .contains("1 pass, 1 fail, 1 inconclusive", "carrier=AA: 6.00")
        .doesNotContain("\u001b", "\u202e");
    JsonNode gates = json("out/gates.json");
    assertThat(gates).hasSize(4);
    // Sorted as slices are, by code point: the quotation mark, then AA, then UA.
    JsonNode hostile = gates.get(1);
    assertThat(hostile.path("slice").path("carrier").asText()).isEqualTo(HOSTILE);
    assertThat(hostile.path("verdict").asText()).isEqualTo("inconclusive");
    assertThat(hostile.path("reason").asText()).contains("too few rows");
    JsonNode bad = gates.get(2);
    // (5 + 7)/2, merged from the origins; t₅₉ · √(60/59)/√60 = 2.0010 · 0.13019 about it.
    assertThat(bad.path("value").asDouble()).isEqualTo(6);
    assertThat(bad.path("ci_low").asDouble()).isBetween(5.739, 5.740);
    assertThat(bad.path("n").asLong()).isEqualTo(60);
    assertThat(bad.path("threshold").asDouble()).isEqualTo(4);
    assertThat(bad.path("verdict").asText()).isEqualTo("fail");
    assertThat(bad.path("slices").get(0).asText()).isEqualTo("carrier");
    JsonNode run = json("out/run.json");
    assertThat(run.path("verdict").asText()).isEqualTo("fail");
    assertThat(run.path("exit_code").asInt()).isEqualTo(3);
    assertThat(run.path("status").asText()).isEqualTo("complete");
    assertThat(run.path("gates").get(1).path("fail").asInt()).isEqualTo(1);
    assertThat(Cli.tree(folder.resolve("out"))).contains("metrics.json", "report.html");

    Document xml =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("out/gates.xml").toFile());
    NodeList suites = xml.getElementsByTagName("testsuite");
    assertThat(suites.getLength()).isEqualTo(2);
    Element carriers = (Element) suites.item(1);
    assertThat(carriers.getAttribute("tests")).isEqualTo("3");
    assertThat(carriers.getAttribute("failures")).isEqualTo("1");
    assertThat(carriers.getAttribute("skipped")).isEqualTo("1");
    Element failure = (Element) xml.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).contains("expected ≤ 4, found carrier=AA: 6.00");

    List<String> samples = Files.readAllLines(prom);
    assertThat(Files.readAllLines(folder.resolve("out/metrics.prom"))).isEqualTo(samples);
    assertThat(samples.get(samples.size() - 1)).isEqualTo("# EOF");
    Pattern sample =
        Pattern.compile("[a-z_]+\\{([a-z_]+=\"([^\"\\\\\n]|\\\\[\\\\n\"])*\",?)*} [-+0-9.eEInf]+");
    assertThat(samples)
        .allMatch(line -> line.startsWith("# ") || sample.matcher(line).matches())
        .contains(
            "slicewise_gate_failed{gate=\"no carrier <b>bad</b>\",slice=\"carrier=AA\"} 1",
            "slicewise_run_verdict{verdict=\"fail\"} 1",
            "slicewise_metric{metric=\"mean_absolute_error\",slice=\"carrier=UA, origin=EWR\"} 2")
        .doesNotHaveDuplicates();
    assertThat(Cli.tree(folder)).noneMatch(path -> path.endsWith(".tmp"));
  }

  @Test
  void doubtsAreInconclusiveUnlessToldOtherwise() throws IOException {
    String gate =
        "gates:\n  - {metric: mae, slices: carrier, max: 20, min_rows: 1, if_inconclusive: %s}\n";
    assertThat(run("rows", String.format(gate, "inconclusive")).exitCode()).isEqualTo(4);
    assertThat(run("rows", String.format(gate, "pass")).exitCode()).isZero();
    assertThat(run("rows", String.format(gate, "fail")).exitCode()).isEqualTo(3);
    Cli.Result few =
        run("rows", "gates:\n  - {metric: mae, slices: carrier, max: 20, min_rows: 61}\n");
    assertThat(few.exitCode()).isEqualTo(4);
    assertThat(few.out()).contains("no slice of at least 61 rows", "3 of fewer than 61 rows");
    Cli.Result undefined =
        run(
            "rows",
            "gates:\n  - {metric: mae, max: 20, min_rows: 500, if_undefined: fail}\n",
            "--out",
            folder + "/few");
    assertThat(undefined.exitCode()).isEqualTo(3);
    assertThat(json("few/gates.json").get(0).path("rows_needed").asLong()).isEqualTo(500);
    assertThat(undefined.out()).contains("121 rows, fewer than min_rows 500");
  }

  @Test
  void aReferenceIsAnEarlierRun() throws IOException {
    assertThat(run("before", "", "--out", folder + "/earlier", "--quiet").exitCode()).isZero();
    String gates =
        "gates:\n"
            + "  - {metric: mae, slices: carrier, max_increase: 1, relative_to: reference}\n"
            + "  - {metric: mae, slices: carrier, max_increase: \"60%\"}\n"
            + "  - {metric: rmse, max_decrease: 0.5}\n";
    Cli.Result result =
        run("rows", gates, "--gate-reference", folder + "/earlier", "--out", folder + "/now");
    assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
    JsonNode found = json("now/gates.json");
    assertThat(found).hasSize(5);
    // AA was 4 and is 6: more than 1 worse, less than 60 %; UA is as it was.
    assertThat(found.get(0).path("reference_value").asDouble()).isEqualTo(4);
    assertThat(found.get(0).path("threshold").asDouble()).isEqualTo(5);
    assertThat(found.get(0).path("condition").asText()).isEqualTo("≤ reference + 1");
    assertThat(found.findValuesAsText("verdict"))
        .containsExactly("fail", "pass", "inconclusive", "pass", "inconclusive");
    // 0.4 below its limit, with 0.26 · 1.6 of doubt about the reference alone.
    assertThat(found.get(2).path("rows_needed").isNull()).isTrue();

    Cli.Result none = run("rows", gates);
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).contains("expected --gate-reference");
    Cli.Result nowhere = run("rows", gates, "--gate-reference", folder + "/nothing");
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.err()).contains("output directory of a run", "nothing");
  }

  @Test
  void whatCannotBeMeantIsRefused() throws IOException {
    assertRefused("{metric: mae}", "expected max, min, max_increase or max_decrease at gates");
    assertRefused("{max: 3}", "expected a metric at gates");
    assertRefused("{metric: maee, max: 3}", "Did you mean");
    assertRefused("{metric: mae, maxx: 3, max: 1}", "unknown key 'maxx'", "Did you mean 'max'?");
    assertRefused("{metric: mae, max: 3, min: 4}", "no value can meet");
    assertRefused("{metric: mae, max: 3, max_increase: 4}", "found both");
    assertRefused("{metric: mae, max: three}", "expected a number for max");
    assertRefused("{metric: mae, max_increase: -1}", "at least 0");
    assertRefused("{metric: mae, max_increase: x%}", "percentage", "x%");
    assertRefused("{metric: mae, max: 1, relative_to: yesterday}", "relative_to: reference");
    assertRefused("{metric: mae, max: 1, if_undefined: faill}", "Did you mean 'fail'?");
    assertRefused("{metric: mae, max: 1, min_rows: 0}", "min_rows of at least 1");
    assertRefused("{metric: mae, max: 1, slices: day}", "no definition with day", "add it");
    assertRefused("{metric: roc_auc, max: 1}", "Evaluate again with the metric in the suite");
    assertRefused("{metric: residuals_by_bin, max: 1}", "which is a curve");
    assertRefused("{metric: mae, max: 1}\n  - {metric: mae, max: 1}", "two called");
    // Answered from the statistics of the others, though it is not in the suite.
    assertThat(run("rows", "gates:\n  - {metric: mean_error, min: 0}\n").exitCode()).isZero();
  }

  private void assertRefused(String gate, String... words) throws IOException {
    Cli.Result result = run("rows", "gates:\n  - " + gate + "\n", "--out", folder + "/refused");
    assertThat(result.exitCode()).as(gate).isEqualTo(2);
    assertThat(result.errLines()).as(gate).hasSize(1);
    assertThat(result.err()).as(gate).contains(words);
    assertThat(folder.resolve("refused")).doesNotExist();
  }
}
