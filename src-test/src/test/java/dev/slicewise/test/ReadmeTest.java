package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README.md tells a reader to type: it runs, as it stands there. */
class ReadmeTest {
  private static final String MARKER = "<!-- test:";
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^<!-- test: (\\w+) -->\\s*^```(\\w+)$\\n(.*?)^```$");
  private static final Map<String, String> LANGUAGES =
      Map.of("run", "bash", "sql", "sql", "java", "java");

  /** A folder for results in an example, not part of another path. */
  private static final Pattern OUTPUT = Pattern.compile("(?<![\\w./-])out/([\\w-]+)");

  private static final Pattern INTERVAL = Pattern.compile("\\[-?[0-9][^\\],]*, -?[0-9][^\\],]*\\]");

  /** The first start may have to build. */
  private static final int MINUTES = 5;

  /**
   * A fenced block that is marked to be run.
   *
   * @param kind what the marker says
   * @param number its place among the marked blocks
   * @param text between the fences
   */
  private record Block(String kind, int number, String text) {
    @Override
    public String toString() {
      return number + ": " + kind;
    }
  }

  private static String readme() throws Exception {
    return Files.readString(Spark.project().resolve("README.md"));
  }

  private static List<Block> blocks() throws Exception {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(readme());
    while (matcher.find()) {
      String kind = matcher.group(1);
      assertThat(matcher.group(2)).as("fence after " + kind).isEqualTo(LANGUAGES.get(kind));
      blocks.add(new Block(kind, blocks.size() + 1, matcher.group(3)));
    }
    return blocks;
  }

  private static Stream<Block> blocks(String kind) throws Exception {
    return blocks().stream().filter(block -> block.kind().equals(kind));
  }

  static Stream<Block> commands() throws Exception {
    return blocks("run");
  }

  static Stream<Block> queries() throws Exception {
    return blocks("sql");
  }

  static Stream<Block> programs() throws Exception {
    return blocks("java");
  }

  @Test
  void everyMarkedBlockIsFound() throws Exception {
    assertThat(blocks()).hasSize(readme().split(MARKER, -1).length - 1);
    assertThat(commands().count()).isGreaterThanOrEqualTo(2);
    assertThat(queries()).isNotEmpty();
    assertThat(programs()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void commandPrintsRowsAndIntervals(Block command, @TempDir Path folder) throws Exception {
    Matcher outputs = OUTPUT.matcher(command.text());
    String script = outputs.replaceAll("'" + folder + "/$1'");
    Path stdout = folder.resolve("stdout.txt");
    Path stderr = folder.resolve("stderr.txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
            .directory(Spark.project().toFile())
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile());
    // A reader who tries it has neither.
    builder.environment().remove("SPARK_HOME");
    builder.environment().keySet().removeIf(name -> name.startsWith("SLICEWISE_"));
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("ends in time").isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(() -> command.text() + textOf(stderr)).isZero();
    List<String> lines = Files.readAllLines(stdout);
    assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("all rows "));
    assertThat(lines).anySatisfy(line -> assertThat(line).containsPattern(INTERVAL));
    outputs.reset();
    while (outputs.find()) {
      assertThat(folder.resolve(outputs.group(1)))
          .isDirectoryContaining("glob:**/{metrics.json}")
          .isDirectoryContaining("glob:**/{report.html}")
          .isDirectoryContaining("glob:**/{run.json}")
          .isDirectoryContaining("glob:**/{metrics}")
          .isDirectoryContaining("glob:**/{states}");
    }
  }

  private static String textOf(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void queryGivesARowPerCarrier(Block query) {
    List<Row> rows = Spark.sql(query.text()).collectAsList();
    assertThat(rows).hasSize(16);
    for (Row row : rows) {
      assertThat(row.anyNull()).as(row.toString()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void programCompilesAndPrintsATable(Block program, @TempDir Path folder) throws Exception {
    Path source = folder.resolve("Snippet.java");
    Files.writeString(
        source,
        """
        import dev.slicewise.core.slice.*;
        import dev.slicewise.spark.*;
        import org.apache.spark.sql.*;

        public class Snippet {
          public static void run(SparkSession spark, Dataset<Row> predictions) throws Exception {
        %s
          }
        }
        """
            .formatted(program.text()));
    compile(source, folder);
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass("Snippet")
          .getMethod("run", SparkSession.class, Dataset.class)
          .invoke(null, Spark.session(), Spark.sql("TABLE flights"));
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("mean_absolute_error", "UA", "EWR")
        .containsPattern(INTERVAL);
  }

  private static void compile(Path source, Path folder) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of(
                      "-classpath",
                      System.getProperty("java.class.path"),
                      "-proc:none",
                      "-d",
                      folder.toString()),
                  null,
                  files.getJavaFileObjects(source))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
  }
}
