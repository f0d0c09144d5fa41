package dev.slicewise.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slicewise.jobs.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Runs commands inside the test's JVM, on one Spark session for all tests. */
public final class Cli {
  private static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[2]")
          .appName("slicewise-tests")
          .config("spark.ui.enabled", "false")
          .config("spark.sql.shuffle.partitions", "2")
          .config("spark.sql.warehouse.dir", "target/spark-warehouse")
          .config("spark.log.level", "OFF")
          .getOrCreate();

  private Cli() {}

  /** What a command left behind. */
  public record Result(int exitCode, String out, String err) {
    public List<String> errLines() {
      return err.lines().toList();
    }
  }

  public static SparkSession spark() {
    return SESSION;
  }

  public static Result run(String... arguments) {
    return run(120, arguments);
  }

  public static Result run(int width, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), width, false);
    int exitCode = Main.run(arguments, terminal);
    return new Result(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  static Path flights() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("examples/flights/flights.parquet"))) {
      here = here.getParent();
    }
    return here.resolve("examples/flights");
  }

  /** Every file and folder below, hidden ones too, relative and sorted. */
  static List<String> tree(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> !path.equals(folder))
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .toList();
    }
  }
}
