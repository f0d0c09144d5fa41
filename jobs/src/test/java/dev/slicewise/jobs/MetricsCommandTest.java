package dev.slicewise.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slicewise.core.metric.MetricCatalog;
import java.io.IOException;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalogue on the command line. */
class MetricsCommandTest {
  @Test
  void listsEveryMetricOnALineThatFits() {
    Cli.Result result = Cli.run(100, "metrics");
    assertThat(result.exitCode()).isZero();
    MetricCatalog.standard()
        .entries()
        .forEach(entry -> assertThat(result.out()).contains("\n  " + entry.id() + " "));
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void explainsOneByAnyOfItsNames() {
    Cli.Result result = Cli.run("metrics", "MAE");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .startsWith("mean_absolute_error — Mean absolute error")
        .contains("formula ", "edge cases", "better       lower")
        .contains("SELECT mean_absolute_error(label, prediction) FROM predictions")
        .contains("--metrics \"mean_absolute_error\"");
    assertThat(Cli.run("metrics", "log_loss").out()).contains("(loss)", "elicits", "noise model");
  }

  @Test
  void speaksJson() throws IOException {
    JsonNode all = new ObjectMapper().readTree(Cli.run("metrics", "--format", "json").out());
    assertThat(all).hasSize(MetricCatalog.standard().entries().size());
    TreeSet<String> names = new TreeSet<>();
    all.forEach(entry -> names.add(entry.path("id").asText()));
    assertThat(names)
        .isEqualTo(
            MetricCatalog.standard().entries().stream()
                .map(entry -> entry.id())
                .collect(Collectors.toCollection(TreeSet::new)));
    JsonNode fbeta =
        new ObjectMapper()
            .readTree(Cli.run("metrics", "fbeta_score", "--format", "json").out())
            .get(0);
    assertThat(fbeta.path("kind").asText()).isEqualTo("metric");
    assertThat(fbeta.path("better").asText()).isEqualTo("higher");
    assertThat(fbeta.path("roles").toString()).isEqualTo("[\"label\",\"prediction\"]");
    JsonNode beta = fbeta.path("parameters").get(0);
    assertThat(beta.path("name").asText()).isEqualTo("beta");
    assertThat(beta.path("default").isNumber()).isTrue();
    assertThat(beta.path("doc").asText()).isNotEmpty();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    Cli.Result unknown = Cli.run("metrics", "hubert");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).startsWith("slicewise: unknown metric 'hubert'");
    Cli.Result format = Cli.run("metrics", "--format", "xml");
    assertThat(format.exitCode()).isEqualTo(2);
    assertThat(format.err())
        .contains("expected --format to be one of text, json, markdown, found 'xml'");
  }
}
