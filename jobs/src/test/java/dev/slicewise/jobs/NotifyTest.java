package dev.slicewise.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slicewise.jobs.config.YamlFile;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.notify.Webhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks against a server of this test, and the secret that must be seen nowhere. */
class NotifyTest {
  private static final String CANARY = "c4n4ry-T0K3N-9f2b";

  @TempDir private Path folder;

  private Cli.Result run(SecureServer server, String more, double limit) throws IOException {
    Files.writeString(
        folder.resolve("rows.csv"),
        "label,prediction,carrier\n" + "1,3,<!channel> *x*\n2,4.5,UA\n".repeat(40));
    Files.writeString(
        folder.resolve("hook"), "https://" + server.host() + "/services/" + CANARY + "\n");
    Path config = folder.resolve("evaluate.yaml");
    Files.writeString(
        config,
        "input: rows.csv\nmetrics: [mae]\nslices: [[], carrier]\noverwrite: true\n"
            + ("gates: [{metric: mae, slices: carrier, max: " + limit + "}]\n")
            + "notify:\n"
            + ("  url_file: " + folder.resolve("hook") + "\n")
            + ("  ca_file: " + server.certificate + "\n")
            + ("  allowed_hosts: ['" + server.host() + "']\n")
            + more);
    return Cli.run(
        "evaluate", "--config", config.toString(), "--out", folder + "/out", "--verbose");
  }

  private void assertNoCanary(Cli.Result result) throws IOException {
    assertThat(result.out() + result.err()).doesNotContain(CANARY);
    try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(CANARY);
      }
    }
  }

  @Test
  void aFailureIsTold() throws Exception {
    try (SecureServer server = new SecureServer(folder, n -> 200)) {
      Cli.Result result = run(server, "", 1);
      assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
      assertThat(result.err()).isEmpty();
      assertThat(server.requests()).hasSize(1);
      assertThat(server.requests().get(0).path()).isEqualTo("/services/" + CANARY);
      JsonNode body = new ObjectMapper().readTree(server.requests().get(0).body());
      assertThat(body.path("verdict").asText()).isEqualTo("fail");
      assertThat(body.path("exit_code").asInt()).isEqualTo(3);
      assertThat(body.path("gates").get(0).path("fail").asInt()).isEqualTo(2);
      assertThat(body.path("text").asText()).contains("carrier=UA: 2.5");
      assertNoCanary(result);
      assertThat(run(server, "", 100).exitCode()).isZero();
      assertThat(server.requests()).as("nothing to tell").hasSize(1);
      assertThat(run(server, "  on: always\n", 100).exitCode()).isZero();
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void slackIsGivenItsBlocksAndNoMentions() throws Exception {
    try (SecureServer server = new SecureServer(folder, n -> n == 1 ? 503 : 200)) {
      Cli.Result result = run(server, "  shape: slack\n", 1);
      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(server.requests()).as("tried again").hasSize(2);
      JsonNode body = new ObjectMapper().readTree(server.requests().get(1).body());
      assertThat(body.path("blocks").get(0).path("text").path("text").asText())
          .isEqualTo("slicewise evaluate: FAIL");
      String text = body.path("blocks").get(1).path("text").path("text").asText();
      assertThat(text).contains("&lt;!channel&gt; \u2060*x\u2060*").doesNotContain("<!");
      assertThat(text.length()).isLessThan(3000);
      assertNoCanary(result);
    }
  }

  @Test
  void whatCannotBeToldIsAComplaintAndNoFailure() throws Exception {
    try (SecureServer server = new SecureServer(folder, n -> n == 1 ? 302 : n == 2 ? 404 : 500)) {
      Cli.Result redirected = run(server, "", 1);
      assertThat(redirected.exitCode()).isEqualTo(3);
      assertThat(redirected.errLines()).hasSize(1);
      assertThat(redirected.err()).contains("could not notify localhost (it redirects");
      Cli.Result missing = run(server, "", 1);
      assertThat(missing.err()).contains("(status 404)");
      assertThat(server.requests()).hasSize(2);
      Cli.Result broken = run(server, "  attempts: 2\n", 1);
      assertThat(broken.err()).contains("(status 500)");
      assertThat(server.requests()).hasSize(4);
      assertNoCanary(broken);
      server.stop();
      Cli.Result gone = run(server, "  attempts: 1\n", 1);
      assertThat(gone.exitCode()).isEqualTo(3);
      assertThat(gone.err()).contains("ConnectException");
      assertNoCanary(gone);
    }
    try (SecureServer stranger =
        new SecureServer(Files.createDirectory(folder.resolve("b")), n -> 200)) {
      Files.copy(stranger.certificate, folder.resolve("other.pem"));
    }
    try (SecureServer server =
        new SecureServer(Files.createDirectory(folder.resolve("c")), n -> 200)) {
      Files.copy(
          folder.resolve("other.pem"), server.certificate, StandardCopyOption.REPLACE_EXISTING);
      Cli.Result untrusted = run(server, "  attempts: 1\n", 1);
      assertThat(untrusted.err()).contains("SSLHandshakeException");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void onlyReferencesAndListedHostsAreTaken() throws IOException {
    Map<String, String> environment =
        Map.of(
            "HOOK", "https://hooks.example.com/" + CANARY,
            "PLAIN", "http://hooks.example.com/" + CANARY,
            "USER", "https://me:" + CANARY + "@hooks.example.com/",
            "NOISE", "https://[" + CANARY,
            "EMPTY", " ");
    String hosts = "allowed_hosts: [hooks.example.com]";
    assertThat(webhooks("url: '${env:HOOK}', " + hosts, environment)).hasSize(1);
    assertThat(webhooks("url: '${env:HOOK}', " + hosts, environment).toString())
        .doesNotContain(CANARY);
    Map<String, String> refused =
        Map.ofEntries(
            Map.entry("url: 'https://hooks.example.com/" + CANARY + "', " + hosts, "plain value"),
            Map.entry("url: '${env:PLAIN}', " + hosts, "https address"),
            Map.entry("url: '${env:USER}', " + hosts, "https address"),
            Map.entry("url: '${env:NOISE}', " + hosts, "expected the address"),
            Map.entry("url: '${env:EMPTY}', " + hosts, "found an empty one"),
            Map.entry("url: '${env:NONE}', " + hosts, "variable NONE"),
            Map.entry("url_file: /nowhere/at/all, " + hosts, "cannot read the file of url_file"),
            Map.entry("url: '${env:HOOK}', url_file: x, " + hosts, "found both"),
            Map.entry(hosts, "found neither"),
            Map.entry("url: '${env:HOOK}'", "expected allowed_hosts"),
            Map.entry("url: '${env:HOOK}', allowed_hosts: [example.com]", "one of allowed_hosts"),
            Map.entry("url: '${env:HOOK}', shape: slak, " + hosts, "Did you mean 'slack'?"),
            Map.entry("url: '${env:HOOK}', on: [failed], " + hosts, "Did you mean 'fail'?"),
            Map.entry("url: '${env:HOOK}', attempts: 99, " + hosts, "from 1 to 10"),
            Map.entry("url: '${env:HOOK}', ca_file: /no.pem, " + hosts, "certificate in PEM"),
            Map.entry("url: '${env:HOOK}', uri: x, " + hosts, "unknown key 'uri'"));
    refused.forEach(
        (text, words) ->
            assertThatThrownBy(() -> webhooks(text, environment))
                .as(text)
                .isInstanceOf(JobException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining(CANARY));
  }

  private List<Webhook> webhooks(String text, Map<String, String> environment) throws IOException {
    Path file = folder.resolve("notify.yaml");
    Files.writeString(file, "notify: {" + text + "}\n");
    return Webhook.read(YamlFile.read(file), environment);
  }
}
