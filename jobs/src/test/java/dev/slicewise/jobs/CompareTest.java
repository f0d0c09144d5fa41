package dev.slicewise.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models side by side: what is printed, what is written, and what is refused. */
class CompareTest {
  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void writeInput() throws IOException {
    StringBuilder rows = new StringBuilder("label,old,new,same,city,user,day,amount,a,b\n");
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 600; i++) {
      int label = random.nextInt(2);
      double signal = 0.2 + 0.4 * label + 0.2 * random.nextDouble();
      double old = Math.min(0.99, 0.8 * signal + 0.3 * random.nextDouble());
      double better = Math.min(0.99, 0.5 * old + 0.5 * label * 0.9 + 0.02);
      double amount = random.nextGaussian(50, 10);
      rows.append(
          String.format(
              Locale.ROOT,
              "%d,%.4f,%.4f,%.4f,%s,%d,2024-01-%02d,%.3f,%.3f,%.3f%n",
              label,
              old,
              better,
              old,
              i % 3 == 0 ? "Ulm" : "Köln",
              i % 40,
              1 + i % 20,
              amount,
              amount + random.nextGaussian(0, 2),
              amount + random.nextGaussian(1, 4)));
    }
    Files.writeString(folder.resolve("rows.csv"), rows.toString());
    out = folder.resolve("out");
  }

  private Cli.Result run(String... arguments) {
    Cli.Result result = Cli.run(160, arguments);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return result;
  }

  private Cli.Result compare(String... more) {
    List<String> arguments = new ArrayList<>(List.of("compare", "--input", folder + "/rows.csv"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(out.resolve(file).toFile());
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  @Test
  void severalModelsOnTheSameRows() throws IOException {
    Cli.Result result =
        compare(
            "--prediction",
            "new",
            "--model",
            "copy=same",
            "--baseline",
            "old",
            "--metrics",
            "brier,accuracy,roc_auc,f1,flip_rate",
            "--slice",
            "city",
            "--margin",
            "brier=0.01",
            "--key",
            "concat(user, day, amount)",
            "--out",
            out.toString());
    assertThat(result.out())
        .contains("better", "equivalent", "mcnemar", "delong", "city=Köln")
        .contains("new: the Brier score changed by -");
    JsonNode comparisons = json("comparison.json");
    assertThat(comparisons).hasSize(3 * 2 * 4);
    for (JsonNode line : comparisons) {
      boolean copy = line.path("model").asText().equals("copy");
      assertThat(line.path("baseline").asText()).isEqualTo("old");
      assertThat(line.path("paired").asBoolean()).isTrue();
      if (copy) {
        assertThat(line.path("delta").asDouble()).isZero();
        assertThat(line.path("p_value").asDouble()).isOne();
        assertThat(line.path("verdict").asText())
            .isEqualTo(line.path("margin").isNull() ? "inconclusive" : "equivalent");
      } else {
        assertThat(line.path("verdict").asText()).as(line.toString()).isEqualTo("better");
        assertThat(line.path("p_adjusted").asDouble())
            .isBetween(line.path("p_value").asDouble(), 0.05);
        assertThat(line.path("value").asDouble() - line.path("baseline_value").asDouble())
            .isEqualTo(line.path("delta").asDouble());
      }
      boolean counted = !List.of("roc_auc", "f1_score").contains(line.path("metric").asText());
      assertThat(line.path("wins").isNull()).isEqualTo(!counted);
      if (counted) {
        double rows =
            line.path("wins").asDouble()
                + line.path("ties").asDouble()
                + line.path("losses").asDouble();
        assertThat(rows).isEqualTo(line.path("n").asDouble());
      }
    }
    JsonNode run = json("run.json");
    assertThat(run.path("command").asText()).isEqualTo("compare");
    assertThat(run.path("verdict").asText()).isEqualTo("better");
    assertThat(run.path("verdicts").path("better").asInt()).isEqualTo(12);
    assertThat(run.path("configuration").path("models").path("copy").asText()).isEqualTo("copy");
    // Values of all models are a table like that of evaluate, flip_rate among them.
    List<String> asked =
        each(json("metrics.json")).map(line -> line.path("metric").asText()).distinct().toList();
    assertThat(asked).contains("brier", "model_metric", "metric_difference", "flip_rate");
    assertThat(Cli.tree(out)).anyMatch(path -> path.matches("states/part-.*\\.parquet"));

    JsonNode loss =
        each(json("decomposition.json").path("losses"))
            .filter(l -> l.path("slices").isEmpty() && l.path("model").asText().equals("new"))
            .findFirst()
            .orElseThrow();
    assertThat(loss.path("calibration").asDouble() + loss.path("discrimination").asDouble())
        .isCloseTo(loss.path("delta").asDouble(), within(1e-12));
    for (JsonNode split : json("decomposition.json").path("mix_and_rate")) {
      // On the same rows there is no mix; what is no mean over rows is not taken apart.
      assertThat(split.path("mix").asDouble()).isZero();
      assertThat(split.path("metric").asText()).isIn("brier", "accuracy");
      double change = split.path("value").asDouble() - split.path("baseline_value").asDouble();
      assertThat(split.path("rate").asDouble()).isCloseTo(change, within(1e-12));
    }
  }

  @Test
  void clustersAndSeries() throws IOException {
    compare(
        "--label",
        "amount",
        "--prediction",
        "a",
        "--baseline",
        "b",
        "--metrics",
        "mae,rmse",
        "--cluster",
        "user",
        "--series",
        "time(day, day)",
        "--horizon",
        "2",
        "--slice",
        "city",
        "--out",
        out.toString(),
        "--quiet");
    JsonNode comparisons = json("comparison.json");
    assertThat(comparisons).hasSize(6);
    assertThat(each(comparisons).map(line -> line.path("test").asText()))
        .containsOnly("jackknife t");
    assertThat(each(comparisons).map(line -> line.path("ci_method").asText()))
        .containsOnly("jackknife");
    JsonNode series = json("series.json");
    // All rows and both cities, and of them the mean loss alone.
    assertThat(series).hasSize(3);
    for (JsonNode line : series) {
      assertThat(line.path("metric").asText()).isEqualTo("mean_absolute_error");
      assertThat(line.path("windows").asInt()).isEqualTo(20);
      assertThat(line.path("horizon").asInt()).isEqualTo(2);
      assertThat(line.path("statistic").asDouble()).isNegative();
      assertThat(line.path("p_value").asDouble()).isBetween(0.0, 0.01);
      assertThat(line.path("first_window").asText()).startsWith("2024-01-01");
      assertThat(line.path("last_window").asText()).startsWith("2024-01-20");
    }
  }

  @Test
  void settingsFromAFileAndNoGroups() throws IOException {
    Files.writeString(
        folder.resolve("compare.yaml"),
        "input: "
            + folder
            + "/rows.csv\nlabel: amount\nprediction: a\nbaseline: b\nmetrics: [mae,"
            + " quantile_abs_error(q=0.9)]\nmargin: [mae=3]\nquiet: true\n");
    run("compare", "--config", folder + "/compare.yaml", "--no-jackknife", "--out", out.toString());
    JsonNode comparisons = json("comparison.json");
    assertThat(comparisons).hasSize(2);
    assertThat(comparisons.get(0).path("margin").asDouble()).isEqualTo(3);
    assertThat(comparisons.get(0).path("p_non_inferior").asDouble()).isBetween(0.0, 1e-6);
    assertThat(comparisons.get(1).path("ci_low").isNull()).isTrue();
    assertThat(comparisons.get(1).path("reason").asText()).isEqualTo("there is no interval");
    assertThat(json("run.json").path("configuration").path("jackknife").asBoolean()).isFalse();
  }

  private Path evaluated(String name, String where, String metrics) {
    Path directory = folder.resolve(name);
    run(
        "evaluate",
        "--input",
        folder + "/rows.csv",
        "--label",
        "amount",
        "--prediction",
        "a",
        "--where",
        where,
        "--metrics",
        metrics,
        "--slice",
        "",
        "--slice",
        "city",
        "--quiet",
        "--out",
        directory.toString());
    return directory;
  }

  @Test
  void statesOfDifferentRows() throws IOException {
    Path before = evaluated("before", "day(day) <= 10", "mae,r2");
    Path after = evaluated("after", "day(day) > 10 AND city = 'Ulm'", "mae,r2");
    Cli.Result result =
        run(
            "compare",
            "--states",
            after.toString(),
            "--against",
            before.toString(),
            "--metrics",
            "mae",
            "--margin",
            "mae=50",
            "--out",
            out.toString());
    assertThat(result.out()).startsWith("Unpaired: the rows differ");
    JsonNode comparisons = json("comparison.json");
    assertThat(comparisons).hasSize(3);
    JsonNode all = comparisons.get(0);
    assertThat(all.path("paired").asBoolean()).isFalse();
    assertThat(all.path("test").asText()).isEqualTo("welch t");
    assertThat(all.path("verdict").asText()).isIn("equivalent", "better");
    assertThat(all.path("wins").isNull()).isTrue();
    JsonNode gone =
        each(comparisons)
            .filter(line -> line.path("slice").path("city").asText().equals("Köln"))
            .findFirst()
            .orElseThrow();
    assertThat(gone.path("verdict").asText()).isEqualTo("undefined");
    assertThat(gone.path("reason").asText()).startsWith("the slice is gone");
    assertThat(gone.path("delta").isNull()).isTrue();
    JsonNode split = json("decomposition.json").path("mix_and_rate").get(0);
    double change = split.path("value").asDouble() - split.path("baseline_value").asDouble();
    assertThat(split.path("mix").asDouble() + split.path("rate").asDouble())
        .isCloseTo(change, within(1e-12));
    assertThat(split.path("mix").asDouble()).isNotZero();
    assertThat(split.path("parts")).hasSize(2);

    Path other = evaluated("other", "true", "rmse");
    refused(
        "--states and --against: expected a state of plan",
        "--states",
        other.toString(),
        "--against",
        before.toString());
    refused("needs", "--states", before + "", "--against", before + "", "--metrics", "roc_auc");
    refused("found neither", "--states", folder.toString(), "--against", before.toString());
  }

  private void refused(String message, String... arguments) {
    List<String> all = new ArrayList<>(List.of("compare"));
    all.addAll(List.of(arguments));
    Cli.Result result = Cli.run(all.toArray(String[]::new));
    assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.err()).contains(message);
  }

  @Test
  void whatCannotBeMeantIsRefusedInOneSentence() {
    String rows = folder + "/rows.csv";
    refused("found neither", "--metrics", "mae");
    refused("found both", "--input", rows, "--states", rows, "--metrics", "mae");
    refused("--baseline COLUMN", "--input", rows, "--prediction", "new", "--metrics", "mae");
    refused("--prediction COLUMN", "--input", rows, "--baseline", "old", "--metrics", "mae");
    refused("--metrics", "--input", rows, "--prediction", "new", "--baseline", "old");
    String[] fine = {"--input", rows, "--prediction", "new", "--baseline", "old"};
    Stream.of(
            List.of("--metrics", "nonsense", "unknown metric"),
            List.of(
                "--metrics", "mae", "--margin", "rmse=1", "one of the metrics that are compared"),
            List.of("--metrics", "mae", "--margin", "mae=-1", "above 0"),
            List.of("--metrics", "mae", "--margin", "mae=x", "a number"),
            List.of("--metrics", "mae", "--horizon", "2", "--horizon beside --series"),
            List.of("--metrics", "mae", "--model", "baseline=x", "different names"),
            List.of("--metrics", "mae", "--model", "prediction=x", "different names"),
            List.of("--metrics", "mae", "--confidence", "1", "--confidence in (0, 1)"),
            List.of("--metrics", "mean_interval_width", "reads the prediction"),
            List.of("--metrics", "roc_curve", "curve"))
        .forEach(
            said -> {
              List<String> all = new ArrayList<>(List.of(fine));
              all.addAll(said.subList(0, said.size() - 1));
              refused(said.get(said.size() - 1), all.toArray(String[]::new));
            });
  }
}
