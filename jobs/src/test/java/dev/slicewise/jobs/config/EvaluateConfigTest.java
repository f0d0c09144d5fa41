package dev.slicewise.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.store.Window;
import dev.slicewise.jobs.store.WindowUnit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** From flags and files to a configuration. */
class EvaluateConfigTest {
  @TempDir private Path folder;

  /** A command with nothing but the settings. */
  @Command
  private static final class Flags {
    @Mixin private EvaluateSettings settings;
  }

  private static EvaluateSettings flags(String... arguments) {
    Flags flags = new Flags();
    new CommandLine(flags).parseArgs(arguments);
    return flags.settings;
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("run.yaml"), yaml);
  }

  private EvaluateConfig resolve(String yaml, String... arguments) throws IOException {
    return EvaluateConfig.of(flags(arguments).withFile(file(yaml)));
  }

  @Test
  void everyFlagIsAKeyAndEveryKeyAFlag() throws IOException {
    Map<String, String> plural = Map.of("slice", "slices", "option", "options", "role", "roles");
    TreeSet<String> keys =
        new CommandLine(new Flags())
            .getCommandSpec().options().stream()
                .map(option -> option.longestName().substring(2).replace('-', '_'))
                .map(name -> plural.getOrDefault(name, name))
                .collect(Collectors.toCollection(TreeSet::new));
    keys.add("version");
    keys.addAll(FollowUpKeys.SECTIONS);
    keys.addAll(FollowUpKeys.FLAGS);
    Path file = file("nosuchkey: 1\n");
    assertThatThrownBy(() -> new EvaluateSettings().withFile(file))
        .hasMessageEndingWith("The keys are " + String.join(", ", keys) + ".");
  }

  @Test
  void readsEveryKey() throws IOException {
    EvaluateConfig config =
        resolve(
            "version: 1\n"
                + "input: days/*.csv\n"
                + "format: CSV\n"
                + "options: {sep: ';', header: false}\n"
                + "label: y\nprediction: p\nweight: w\nkey: id\n"
                + "roles: {scale: s}\n"
                + "positive_label: 1\nprofile: sklearn\n"
                + "metrics:\n  - mae\n  - fbeta_score(beta=2)\n"
                + "slices:\n  - []\n  - carrier,origin\n  - [carrier, 'bucket(x, 1, 2)']\n"
                + "  - {late: y > 15}\n"
                + "where: month > 3\nconfidence: 0\njackknife: true\ninvalid: null\n"
                + "out: results\noverwrite: true\nrun_id: r-1\n"
                + "worst: mae\nlimit: 7\nmin_rows: 30\ndry_run: true\nquiet: true\n"
                + "master: local[3]\nspark: {spark.sql.shuffle.partitions: 9}\n");
    assertThat(config.input().path()).isEqualTo("days/*.csv");
    assertThat(config.input().format()).isEqualTo("csv");
    assertThat(config.input().options()).containsEntry("sep", ";").containsEntry("header", "false");
    assertThat(config.roles())
        .isEqualTo(Map.of("label", "y", "prediction", "p", "weight", "w", "scale", "s"));
    assertThat(config.positiveLabel()).isEqualTo("1");
    assertThat(config.metrics()).hasSize(2);
    assertThat(config.profile().name()).isEqualTo("sklearn");
    assertThat(config.metrics().get(1).parameters()).containsEntry("zero_division", "0");
    assertThat(config.slices())
        .containsExactly(
            SliceSpec.ALL,
            SliceSpec.parse("carrier,origin"),
            SliceSpec.parse("carrier,bucket(x, 1, 2)"),
            SliceSpec.parse("y > 15 AS late"));
    assertThat(config.confidence()).isZero();
    assertThat(config.jackknife()).isTrue();
    assertThat(config.invalid()).isEqualTo(Finish.InvalidRows.NULL);
    assertThat(config.output()).isEqualTo(new OutputConfig("results", true, "r-1", true));
    assertThat(config.print().worst()).isEqualTo(config.metrics().get(0));
    assertThat(config.print().limit()).isEqualTo(7);
    assertThat(config.print().minRows()).isEqualTo(30);
    assertThat(config.print().quiet()).isTrue();
    assertThat(config.dryRun()).isTrue();
    assertThat(config.spark())
        .isEqualTo(Map.of("spark.sql.shuffle.partitions", "9", "spark.master", "local[3]"));
  }

  @Test
  void flagsOverrideKeys() throws IOException {
    String yaml =
        "sql: SELECT 1\nmetrics: [mae]\nslices: [carrier]\nroles: {scale: s, lower: l}\n"
            + "overwrite: true\nout: a\n";
    EvaluateConfig config =
        resolve(
            yaml,
            "--input",
            "x.csv",
            "--metrics",
            "accuracy",
            "--slice",
            "",
            "--role",
            "scale=t",
            "--no-overwrite",
            "--out",
            "b");
    assertThat(config.input().sql()).isNull();
    assertThat(config.input().path()).isEqualTo("x.csv");
    assertThat(config.metrics()).hasSize(1);
    assertThat(config.metrics().get(0).id()).isEqualTo("accuracy");
    assertThat(config.slices()).containsExactly(SliceSpec.ALL);
    assertThat(config.roles()).containsEntry("scale", "t").containsEntry("lower", "l");
    assertThat(config.output().overwrite()).isFalse();
    assertThat(config.output().directory()).isEqualTo("b");
  }

  @Test
  void windowsComeFromKeysAndFlags() throws IOException {
    String yaml =
        "input: x\nmetrics: mae\nslices: [[], carrier]\nstate_table: t\nmodel: m\n"
            + "time_column: at\nwindow: day\nrun_id: r\n";
    EvaluateConfig config = resolve(yaml, "--window", "month");
    assertThat(config.publish())
        .isEqualTo(new PublishConfig("t", "m", null, null, "at", WindowUnit.MONTH, "r"));
    assertThat(config.slices())
        .containsExactly(
            SliceSpec.parse("time(at, month) AS window"),
            SliceSpec.parse("time(at, month) AS window, carrier"));
    PublishConfig whole =
        resolve(
                "input: x\nmetrics: mae\nstate_table: t\nmodel: m\nout: y\n"
                    + "window_start: 2026-11-01\nwindow_end: 2026-11-01T06:30+02:00\n")
            .publish();
    assertThat(whole.window(ZoneId.of("Europe/Berlin")))
        .isEqualTo(
            new Window(
                Instant.parse("2026-10-31T23:00:00Z"), Instant.parse("2026-11-01T04:30:00Z")));
    assertThat(resolve("input: x\nmetrics: mae\n").publish()).isNull();
  }

  @Test
  void everyRunHasItsOwnName() throws IOException {
    String yaml = "input: x\nmetrics: mae\nout: y\n";
    assertThat(resolve(yaml).output().runId())
        .matches("[A-Za-z0-9._-]{1,128}")
        .isNotEqualTo(resolve(yaml).output().runId());
  }

  @Test
  void looksForInputBesideTheFile() throws IOException {
    Files.createDirectory(folder.resolve("days"));
    Files.writeString(folder.resolve("days/1.csv"), "x");
    assertThat(resolve("input: days/1.csv\nmetrics: mae\n").input().path())
        .isEqualTo("file:" + folder.resolve("days/1.csv"));
    assertThat(resolve("input: days/*.csv\nmetrics: mae\n").input().path())
        .isEqualTo("file:" + folder.resolve("days/*.csv"));
    assertThat(resolve("input: a_table\nmetrics: mae\n").input().path()).isEqualTo("a_table");
    assertThat(resolve("input: pom.xml\nmetrics: mae\n").input().path()).isEqualTo("pom.xml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "metrcs: [mae] | unknown key 'metrcs' in {}. Did you mean 'metrics'?",
        "min-rows: 3 | unknown key 'min-rows' in {}. Did you mean 'min_rows'?",
        "version: 2 | expected version: 1 in {}, found version: 2.",
        "limit: many | expected a whole number at limit in {}, found 'many'.",
        "limit: 1.5 | expected a whole number at limit in {}, found '1.5'.",
        "overwrite: maybe | expected true or false at overwrite in {}, found 'maybe'.",
        "confidence: high | expected a number at confidence in {}, found 'high'.",
        "label: [a] | expected one value at label in {}, found a list.",
        "metrics: {a: b} | expected a list of texts at metrics in {}, found keys and values.",
        "roles: {scale: [a]} | expected one value at roles.scale in {}, found a list.",
        "roles: x | expected keys and values at roles in {}, found 'x'.",
        "slices: [[1]] | expected a slice definition ([], carrier, [carrier, origin]",
        "slices: [[a, a]] | slices: expected different dimensions",
        "label: *anchor | found the alias *anchor",
        "'label: \"x' | is not valid YAML",
        "just text | expected keys and values in {}, found 'just text'.",
        "'{label: a, label: b}' | is not valid YAML: Duplicate field 'label'",
        "!!java.net.URL [x] | expected keys and values in {}, found a list",
      })
  void refusesFiles(String yaml, String sentence) throws IOException {
    Path file = file(yaml + "\n");
    assertThatThrownBy(() -> EvaluateConfig.of(new EvaluateSettings().withFile(file)))
        .isInstanceOf(JobException.class)
        .hasMessageContaining(sentence.replace("{}", file.toString()));
  }

  @Test
  void boundsFiles() throws IOException {
    Path deep = file("a: ".concat("[".repeat(5000)).concat("]".repeat(5000)));
    assertThatThrownBy(() -> new EvaluateSettings().withFile(deep))
        .isInstanceOf(JobException.class);
    Path huge = file("# " + "x".repeat(1 << 20));
    assertThatThrownBy(() -> new EvaluateSettings().withFile(huge))
        .hasMessageContaining("at most 1 MiB");
    assertThatThrownBy(() -> new EvaluateSettings().withFile(folder.resolve("nosuch.yaml")))
        .hasMessageContaining("found no ");
  }
}
