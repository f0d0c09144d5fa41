package dev.slicewise.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bin/slicewise bench}: times Slicewise and its alternatives on the same rows. */
@Command(
    name = "slicewise bench",
    description =
        "Times Slicewise and what people use instead, in turns and on the same generated rows, and"
            + " holds every answer against the right one.",
    mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
  /** MLlib keeps every distinct score in memory and takes microseconds a row. */
  private static final long SMALL_ROWS = 2_000_000;

  @Option(names = "--rows", description = "rows of the table (default: ${DEFAULT-VALUE})")
  private long rows = 30_000_000;

  @Option(names = "--out", description = "file to write the results to, as JSON")
  private Path out;

  @Option(names = "--data", description = "directory for the rows (default: ${DEFAULT-VALUE})")
  private Path data = Path.of(System.getProperty("java.io.tmpdir"), "slicewise-bench");

  @Option(names = "--rounds", description = "rounds after the warm-up (default: ${DEFAULT-VALUE})")
  private int rounds = 5;

  @Option(
      names = "--threads",
      split = ",",
      description = "threads of Spark and DuckDB, one run each (default: ${DEFAULT-VALUE})")
  private List<Integer> threads = List.of(2);

  @Option(
      names = "--repeat",
      split = ",",
      description = "how often the files are read, one run each (default: ${DEFAULT-VALUE})")
  private List<Integer> repeats = List.of(1);

  @Option(names = "--scenarios", split = ",", description = "which (default: all)")
  private List<String> scenarios = List.of();

  @Option(names = "--alternatives", split = ",", description = "which (default: all)")
  private List<String> alternatives = List.of();

  @Option(
      names = "--markdown",
      description = "only print the tables of an earlier --out file for docs/performance.md")
  private Path markdown;

  private final Map<List<Object>, Rounds.Known> known = new HashMap<>();

  private Bench() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs the command and returns its exit code. */
  static int run(String... arguments) {
    return new CommandLine(new Bench())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              if (!(failure instanceof IllegalArgumentException)) {
                throw failure;
              }
              System.err.println("slicewise bench: " + failure.getMessage());
              return CommandLine.ExitCode.USAGE;
            })
        .execute(arguments);
  }

  @Override
  public Integer call() throws IOException {
    if (markdown != null) {
      System.out.print(BenchMarkdown.of(Files.readString(markdown)));
      return 0;
    }
    List<Scenario> chosen =
        scenarios.isEmpty()
            ? List.of(Scenario.values())
            : scenarios.stream().map(Scenario::named).toList();
    List<Timing> timings = new ArrayList<>();
    for (int thread : threads) {
      try (SparkSession spark = session(thread)) {
        BenchTable table = BenchTable.open(spark, data, rows);
        BenchTable small = BenchTable.open(spark, data, Math.min(rows, SMALL_ROWS));
        spark
            .read()
            .parquet(BenchFiles.of(small, 1).rowFiles().toArray(String[]::new))
            .createOrReplaceTempView(MllibAlternative.ROWS);
        for (int repeat : repeats) {
          BenchFiles files = BenchFiles.of(table, repeat);
          files.createViews(spark);
          try (DuckDb duckDb = new DuckDb(files, thread)) {
            Timing.Setting setting = new Timing.Setting(thread, repeat);
            for (Scenario scenario : chosen) {
              List<Timing> timed =
                  new Rounds(setting, rounds)
                      .time(
                          scenario,
                          chosenOf(alternatives(spark, duckDb)),
                          known(scenario, rows, repeat),
                          known(scenario, small.rows(), 1));
              System.out.print(BenchText.of(timed));
              timings.addAll(timed);
            }
          }
        }
      }
    }
    if (out != null) {
      BenchJson.write(out, rows, rounds, timings);
    }
    return 0;
  }

  private Rounds.Known known(Scenario scenario, long tableRows, int repeat) {
    return known.computeIfAbsent(
        List.of(scenario, tableRows, repeat),
        key -> new Rounds.Known(tableRows * repeat, Expected.of(scenario, tableRows, repeat)));
  }

  private static SparkSession session(int threads) {
    return SparkSession.builder()
        .master("local[" + threads + "]")
        .appName("slicewise-bench")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", 2 * threads)
        .getOrCreate();
  }

  private static List<Alternative> alternatives(SparkSession spark, DuckDb duckDb) {
    return Stream.of(
            SqlAlternatives.ofSpark(new SparkSqlEngine(spark)),
            EvaluatorAlternative.all(spark),
            SqlDoorAlternatives.all(spark),
            AggregatorAlternatives.all(spark),
            List.<Alternative>of(new MllibAlternative(spark)),
            SqlAlternatives.ofDuckDb(duckDb))
        .flatMap(List::stream)
        .toList();
  }

  private List<Alternative> chosenOf(List<Alternative> all) {
    for (String id : alternatives) {
      if (all.stream().noneMatch(alternative -> alternative.id().equals(id))) {
        throw new IllegalArgumentException(
            "expected an alternative among %s, found '%s' in --alternatives"
                .formatted(all.stream().map(Alternative::id).toList(), id));
      }
    }
    return all.stream()
        .filter(one -> alternatives.isEmpty() || alternatives.contains(one.id()))
        .toList();
  }
}
