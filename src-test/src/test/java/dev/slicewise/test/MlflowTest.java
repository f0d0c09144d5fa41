package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slicewise.jobs.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A run logged to a real MLflow tracking server. */
@EnabledIfSystemProperty(
    named = "slicewise.mlflow",
    matches = "true",
    disabledReason = "installs a server of 850 MB; see CONTRIBUTING.md")
class MlflowTest {
  @TempDir private Path folder;

  private int run(String url) throws IOException {
    Files.writeString(
        folder.resolve("rows.csv"), "label,prediction,carrier\n" + "1,3,UA\n2,2.5,AA\n".repeat(20));
    Files.writeString(folder.resolve("token"), "t0k3n-of-this-test\n");
    Path config = folder.resolve("evaluate.yaml");
    Files.writeString(
        config,
        "input: rows.csv\nmetrics: [mae, quantile_abs_error(q=0.9)]\nslices: [[], carrier]\n"
            + "run_id: nightly\noverwrite: true\n"
            + "gates: [{metric: mae, max: 1}]\n"
            + ("mlflow: {url: '" + url + "', experiment: flights/nightly, token_file: ")
            + (folder.resolve("token") + "}\n"));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Spark.session();
    int exitCode =
        Main.run(
            new String[] {"evaluate", "--config", config.toString(), "--out", folder + "/out"},
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("t0k3n");
    assertThat(exitCode).as(err.toString(StandardCharsets.UTF_8)).isIn(1, 3);
    return exitCode;
  }

  @Test
  void headlineMetricsAndTheReportAreLogged() throws Exception {
    try (MlflowServerProcess server = MlflowServerProcess.start(folder)) {
      assertThat(run(server.url())).isEqualTo(3);
      JsonNode first = onlyRun(server);
      Map<String, Double> metrics = new HashMap<>();
      first
          .path("data")
          .path("metrics")
          .forEach(each -> metrics.put(each.path("key").asText(), each.path("value").asDouble()));
      // (2 + 0.5)/2
      assertThat(metrics)
          .containsEntry("mean_absolute_error", 1.25)
          .containsEntry("rows", 40.0)
          .containsKeys("mean_absolute_error/ci_low", "mean_absolute_error/ci_high")
          .anySatisfy((name, value) -> assertThat(name).startsWith("quantile_abs_error q 0.9"));
      assertThat(first.path("data").path("params").toString())
          .contains("\"slices\"", "'carrier'", "mean_absolute_error");
      assertThat(first.path("data").path("tags").toString())
          .contains("slicewise.verdict", "fail", "nightly");
      assertThat(first.path("info").path("status").asText()).isEqualTo("FINISHED");
      String artifacts = first.path("info").path("artifact_uri").asText();
      assertThat(artifacts).startsWith("mlflow-artifacts:/");
      String stored =
          server.get(
              "/api/2.0/mlflow-artifacts/artifacts"
                  + artifacts.substring("mlflow-artifacts:".length())
                  + "/report.html");
      assertThat(stored).isEqualTo(Files.readString(folder.resolve("out/report.html")));

      assertThat(run(server.url())).isEqualTo(3);
      JsonNode second = onlyRun(server);
      assertThat(second.path("info").path("run_id"))
          .isNotEqualTo(first.path("info").path("run_id"));
    }
    assertThat(run("http://127.0.0.1:9")).as("nobody answers").isEqualTo(1);
    assertThat(folder.resolve("out/run.json")).as("the results stay").exists();
  }

  private static JsonNode onlyRun(MlflowServerProcess server) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    JsonNode experiment =
        mapper.readTree(
            server.get(
                "/api/2.0/mlflow/experiments/get-by-name?experiment_name=flights%2Fnightly"));
    String id = experiment.path("experiment").path("experiment_id").asText();
    JsonNode runs =
        mapper.readTree(
            server.post("/api/2.0/mlflow/runs/search", "{\"experiment_ids\": [\"" + id + "\"]}"));
    assertThat(runs.path("runs")).hasSize(1);
    return runs.path("runs").get(0);
  }
}
