package dev.slicewise.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small slices are in no output; what stands out is in all of them. */
class SuppressedRunTest {
  private static final String RARE = "Zanzibar-Rarities";

  @TempDir private Path folder;

  /** UA is right by 1 and AA wrong by 9, in any origin; three rows belong to a rare carrier. */
  private void writeRows() throws IOException {
    StringBuilder lines = new StringBuilder("label,prediction,carrier,origin\n");
    for (int i = 0; i < 240; i++) {
      String carrier = i < 3 ? RARE : i % 4 == 0 ? "AA" : i % 4 == 1 ? "DL" : "UA";
      double error = (carrier.equals("AA") ? 9 : 1) + 0.1 * (i % 7);
      String origin = i % 3 == 0 ? "EWR" : "JFK";
      lines.append(String.format(Locale.ROOT, "0,%.1f,%s,%s%n", error, carrier, origin));
    }
    Files.writeString(folder.resolve("rows.csv"), lines);
  }

  private Cli.Result run(String... more) {
    String[] arguments = new String[more.length + 9];
    String[] usual = {
      "evaluate",
      "--input",
      folder + "/rows.csv",
      "--metrics",
      "mae,max_error",
      "--slice",
      "carrier",
      "--slice",
      "carrier,origin"
    };
    System.arraycopy(usual, 0, arguments, 0, usual.length);
    System.arraycopy(more, 0, arguments, usual.length, more.length);
    return Cli.run(arguments);
  }

  private JsonNode json(String path) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(path).toFile());
  }

  private void assertNowhere(Path output) throws IOException {
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(RARE);
      }
    }
    for (String part : new String[] {"metrics", "states"}) {
      assertThat(
              Cli.spark()
                  .read()
                  .parquet(output.resolve(part).toString())
                  .select("slice")
                  .collectAsList()
                  .toString())
          .doesNotContain(RARE)
          .contains("(suppressed)");
    }
  }

  @Test
  void smallSlicesAreJoinedInEveryOutput() throws IOException {
    writeRows();
    Cli.Result result = run("--suppress-below", "10", "--out", folder + "/out");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out() + result.err()).doesNotContain(RARE).contains("(suppressed)");
    assertNowhere(folder.resolve("out"));
    JsonNode record = json("out/run.json");
    assertThat(record.path("suppression").path("below").asLong()).isEqualTo(10);
    // The rare one and, so that it is not alone, the smallest other; by origin both and one more.
    assertThat(record.path("suppression").path("joined_slices").asLong()).isEqualTo(5);
    assertThat(record.path("input").path("rows").asLong()).isEqualTo(240);
    long joined = 0;
    for (JsonNode line : json("out/metrics.json")) {
      boolean byCarrier = line.path("slices").size() == 1;
      boolean isJoined = line.path("slice").path("carrier").asText().equals("(suppressed)");
      joined += byCarrier && isJoined ? line.path("n").asLong() : 0;
      assertThat(line.path("n").asLong()).isGreaterThanOrEqualTo(10);
    }
    // 3 rare rows and 59 of AA, for each of two metrics.
    assertThat(joined).isEqualTo(2 * 62);

    Cli.Result merged =
        Cli.run("merge", "--states", folder + "/out", "--slice", "", "--out", folder + "/all");
    assertThat(merged.exitCode()).as(merged.err()).isZero();
    assertThat(json("all/metrics.json").get(0).path("n").asLong()).isEqualTo(240);
    Cli.Result tooFew = run("--suppress-below", "500", "--out", folder + "/none");
    assertThat(tooFew.exitCode()).isEqualTo(4);
    assertThat(tooFew.err()).contains("at least 500 rows in all, found 240");
    assertThat(run("--suppress-below", "1").exitCode()).isEqualTo(2);
    assertThat(run("--suppress-below", "5", "--metrics", "worst_rows").exitCode()).isEqualTo(2);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void whatStandsOutIsListedOnce() throws IOException {
    writeRows();
    Cli.Result result = run("--out", folder + "/worst");
    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode worst = json("worst/worst.json");
    assertThat(worst).hasSize(1);
    JsonNode bad = worst.get(0);
    assertThat(bad.path("slice").toString()).isEqualTo("{\"carrier\":\"AA\"}");
    assertThat(bad.path("metric").asText()).isEqualTo("mean_absolute_error");
    assertThat(bad.path("value").asDouble()).isBetween(9.2, 9.4);
    assertThat(bad.path("complement_value").asDouble()).isBetween(1.2, 1.4);
    assertThat(bad.path("p_adjusted").asDouble()).isLessThan(1e-6);
    assertThat(bad.path("n").asLong()).isEqualTo(59);
    assertThat(bad.path("share").asDouble()).isEqualTo(59 / 240.0);
    assertThat(bad.path("excess").asDouble()).isBetween(0.4, 0.5);
    assertThat(result.out())
        .contains("Worse than the rest by mean_absolute_error", "carrier=AA: 9.3");
  }
}
