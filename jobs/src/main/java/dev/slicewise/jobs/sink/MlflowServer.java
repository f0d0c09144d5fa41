package dev.slicewise.jobs.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slicewise.jobs.output.Json;
import dev.slicewise.jobs.remote.HttpCalls;
import dev.slicewise.jobs.remote.Secret;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is asked of an MLflow tracking server, over its REST interface of version 2. */
final class MlflowServer {
  /** The scheme of artifacts that the server itself takes. */
  private static final String PROXIED = "mlflow-artifacts:";

  private final String address;
  private final Secret token;
  private final HttpCalls calls;

  MlflowServer(URI address, Secret token, HttpCalls calls) {
    this.address = address.toString().replaceFirst("/+$", "");
    this.token = token;
    this.calls = calls;
  }

  /** The experiment of a name, made if need be. */
  String experiment(String name) throws IOException {
    JsonNode found =
        post("experiments/search", Map.of("max_results", 1, "filter", "name = '" + name + "'"));
    JsonNode experiments = found.path("experiments");
    return experiments.isEmpty()
        ? text(post("experiments/create", Map.of("name", name)), "experiment_id")
        : text(experiments.get(0), "experiment_id");
  }

  /** The runs of an experiment with a tag. */
  List<String> runs(String experiment, String tag, String value) throws IOException {
    JsonNode found =
        post(
            "runs/search",
            Map.of(
                "experiment_ids",
                List.of(experiment),
                "max_results",
                100,
                "filter",
                "tags.`" + tag + "` = '" + value + "'"));
    List<String> runs = new ArrayList<>();
    found.path("runs").forEach(run -> runs.add(run.path("info").path("run_id").asText()));
    return runs;
  }

  /** A new run; its id, and where its artifacts go. */
  JsonNode create(Map<String, Object> run) throws IOException {
    return post("runs/create", run).path("run").path("info");
  }

  void log(Map<String, Object> batch) throws IOException {
    post("runs/log-batch", batch);
  }

  void finish(Map<String, Object> update) throws IOException {
    post("runs/update", update);
  }

  void delete(String run) throws IOException {
    post("runs/delete", Map.of("run_id", run));
  }

  /** Stores a file where the server takes files itself; false where it does not. */
  boolean upload(String artifacts, String name, Path file) throws IOException {
    if (!artifacts.startsWith(PROXIED)) {
      return false;
    }
    String folder = URI.create(artifacts).getPath();
    calls.send(
        request("/api/2.0/mlflow-artifacts/artifacts" + folder + "/" + name)
            .PUT(BodyPublishers.ofFile(file)));
    return true;
  }

  private JsonNode post(String what, Map<String, Object> body) throws IOException {
    StringWriter text = new StringWriter();
    Json.write(text, body);
    String answer =
        calls.send(
            request("/api/2.0/mlflow/" + what)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(text.toString())));
    return new ObjectMapper().readTree(answer);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token.reveal());
  }

  private static String text(JsonNode node, String name) throws IOException {
    if (!node.path(name).isTextual()) {
      throw new IOException("no " + name + " in the answer");
    }
    return node.path(name).asText();
  }
}
