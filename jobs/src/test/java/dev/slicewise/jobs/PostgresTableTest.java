package dev.slicewise.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.sink.PostgresTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metrics in a real PostgreSQL. */
class PostgresTableTest {
  private static final String PASSWORD = "c4n4ry-p4ssw0rd";
  private static final String HOSTILE = "'); DROP TABLE slicewise_metrics; --\\\" \u202e";

  @TempDir private Path folder;

  private Cli.Result run(PostgresServer server, String table, String more) throws IOException {
    Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    Files.writeString(folder.resolve("user"), PostgresServer.USER + "\n");
    Path config = folder.resolve("evaluate.yaml");
    Files.writeString(
        config,
        "input: rows.json\nmetrics: [mae, rmse]\nslices: [[], carrier]\noverwrite: true\n"
            + "run_id: nightly\n"
            + "postgresql:\n"
            + ("  url: " + server.url() + "\n")
            + ("  table: '" + table + "'\n")
            + ("  user_file: " + folder.resolve("user") + "\n")
            + ("  password_file: " + folder.resolve("password") + "\n")
            + more);
    return Cli.run(
        "evaluate", "--config", config.toString(), "--out", folder + "/out", "--verbose");
  }

  private void rows(String... carriers) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String carrier : carriers) {
      String quoted =
          new com.fasterxml.jackson.databind.ObjectMapper()
              .getNodeFactory()
              .textNode(carrier)
              .toString();
      lines.append("{\"label\":1,\"prediction\":3,\"carrier\":" + quoted + "}\n");
      lines.append("{\"label\":1,\"prediction\":2,\"carrier\":" + quoted + "}\n");
    }
    Files.writeString(folder.resolve("rows.json"), lines);
  }

  private static List<String> query(PostgresServer server, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(server.url(), PostgresServer.USER, PASSWORD);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }

  @Test
  void aRunIsOneTransactionAndNeverDoubles() throws Exception {
    Optional<Path> programs = PostgresServer.programs();
    if (programs.isEmpty()) {
      System.err.println(
          "NOT TESTED: metrics in PostgreSQL. No initdb on the PATH or in /usr/lib/postgresql;"
              + " install the package postgresql to test them.");
    }
    assumeTrue(programs.isPresent(), "PostgreSQL is not installed");
    try (PostgresServer server = PostgresServer.start(programs.get(), folder, PASSWORD)) {
      String longValue = "x".repeat(10_000);
      rows("UA", HOSTILE, "nul \0 inside", longValue);
      String table = "slicewise_metrics";
      Cli.Result first = run(server, table, "");
      assertThat(first.exitCode()).as(first.err()).isZero();
      assertThat(query(server, "SELECT count(*) FROM slicewise_metrics")).containsExactly("10");
      String values = "SELECT value FROM slicewise_metrics WHERE metric = 'mean_absolute_error'";
      assertThat(query(server, values)).hasSize(5).containsOnly("1.5");
      assertThat(
              query(
                  server,
                  "SELECT slice::json->>'carrier' FROM slicewise_metrics"
                      + " WHERE slice NOT LIKE '%u0000%'"))
          .contains(HOSTILE, longValue);
      assertThat(query(server, "SELECT slice FROM slicewise_metrics WHERE slice LIKE '%nul%'"))
          .contains("{\"carrier\":\"nul \\u0000 inside\"}");
      String sorted =
          "SELECT result_id || coalesce(value::text, '') FROM slicewise_metrics ORDER BY result_id";
      List<String> before = query(server, sorted);
      assertThat(run(server, table, "").exitCode()).isZero();
      assertThat(query(server, sorted)).as("the same run again").isEqualTo(before);
      rows("UA", "AA");
      assertThat(run(server, table, "").exitCode()).isZero();
      assertThat(query(server, "SELECT count(*) FROM slicewise_metrics"))
          .as("what this run does not have is gone")
          .containsExactly("6");

      // A name as hostile as a value is still only a name.
      Cli.Result odd = run(server, "public.a \"b\"; drop", "");
      assertThat(odd.exitCode()).as(odd.err()).isZero();
      assertThat(query(server, "SELECT count(*) FROM \"a \"\"b\"\"; drop\"")).containsExactly("6");

      try (Connection connection =
              DriverManager.getConnection(server.url(), PostgresServer.USER, PASSWORD);
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE taken (run_id text)");
      }
      Cli.Result taken = run(server, "taken", "");
      assertThat(taken.exitCode()).isEqualTo(1);
      assertThat(taken.err()).contains("the results are in", "another table of that name");
      assertThat(folder.resolve("out/run.json")).exists();

      Files.delete(folder.resolve("out/run.json"));
      Files.writeString(folder.resolve("wrong"), "not the " + PASSWORD + "\n");
      Cli.Result refused = refused(server);
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err()).contains("cannot connect to --metrics-table: user or password");
      for (Cli.Result result : List.of(first, odd, taken, refused)) {
        assertThat(result.out() + result.err()).doesNotContain(PASSWORD);
      }
      assertNowhere(folder.resolve("out"));
    }
  }

  private Cli.Result refused(PostgresServer server) throws IOException {
    Path config = folder.resolve("refused.yaml");
    Files.writeString(
        config,
        "input: rows.json\nmetrics: [mae]\npostgresql:\n"
            + ("  user_file: " + folder.resolve("user") + "\n")
            + ("  password_file: " + folder.resolve("wrong") + "\n"));
    return Cli.run("evaluate", "--config", config.toString(), "--metrics-table", server.url());
  }

  private static void assertNowhere(Path output) throws IOException {
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(PASSWORD);
      }
    }
  }

  @Test
  void addressesHoldNoSecretsAndLoadNoClasses() {
    for (String url :
        List.of(
            "jdbc:mysql://h/d",
            "postgresql://h/d",
            "jdbc:postgresql://me:" + PASSWORD + "@h/d",
            "jdbc:postgresql://h/d?password=" + PASSWORD,
            "jdbc:postgresql://h/d?sslmode=require&user=" + PASSWORD,
            "jdbc:postgresql://h/d?socketFactory=evil.Class")) {
      assertThatThrownBy(() -> PostgresTable.of(url, null, Map.of()))
          .as(url)
          .isInstanceOf(JobException.class)
          .hasMessageNotContaining(PASSWORD);
    }
    assertThat(PostgresTable.of("jdbc:postgresql://h/d?sslmode=require", null, Map.of()))
        .isNotNull();
    assertThat(PostgresTable.of(null, null, Map.of())).isNull();
  }
}
