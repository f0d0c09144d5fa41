package dev.slicewise.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
  private static final String KERNELS = "--kernels";

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
      names = "--warm-ups",
      description = "rounds before those that count (default: ${DEFAULT-VALUE})")
  private int warmUps = 1;

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

  @Option(
      names = KERNELS,
      description =
          "as the first argument: run the JMH benchmarks of the kernel instead; what follows are"
              + " JMH's own options")
  private boolean kernels;

  private final Map<List<Object>, Rounds.Known> known = new HashMap<>();

  private Bench() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals(KERNELS)) {
      org.openjdk.jmh.Main.main(Arrays.copyOfRange(arguments, 1, arguments.length));
      return;
    }
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
    for (int count : threads) {
      try (Session session = Session.open(count)) {
        time(session.spark(), count, chosen, timings);
      }
    }
    if (out != null) {
      BenchJson.write(out, rows, rounds, timings);
    }
    return 0;
  }

  private void time(
      SparkSession spark, int threadCount, List<Scenario> chosen, List<Timing> timings) {
    BenchTable table = BenchTable.open(spark, data, rows);
    BenchTable small = BenchTable.open(spark, data, Math.min(rows, SMALL_ROWS));
    spark
        .read()
        .parquet(BenchFiles.of(small, 1).rowFiles().toArray(String[]::new))
        .createOrReplaceTempView(MllibAlternative.ROWS);
    for (int repeat : repeats) {
      BenchFiles files = BenchFiles.of(table, repeat);
      files.createViews(spark);
      try (DuckDb duckDb = new DuckDb(files, threadCount)) {
        List<Alternative> competing = chosenOf(alternatives(spark, duckDb));
        Rounds turns = new Rounds(new Timing.Setting(threadCount, repeat), warmUps, rounds);
        for (Scenario scenario : chosen) {
          List<Timing> timed =
              turns.time(
                  scenario,
                  competing,
                  known(scenario, rows, repeat),
                  known(scenario, small.rows(), 1));
          System.out.print(BenchText.of(timed));
          timings.addAll(timed);
        }
      }
    }
  }

  private Rounds.Known known(Scenario scenario, long tableRows, int repeat) {
    return known.computeIfAbsent(
        List.of(scenario, tableRows, repeat),
        key -> new Rounds.Known(tableRows * repeat, Expected.of(scenario, tableRows, repeat)));
  }

  /** A session of so many threads; or, inside a process that has one, a guest of that. */
  private record Session(SparkSession spark, boolean own) implements AutoCloseable {
    static Session open(int threads) {
      var running = SparkSession.getDefaultSession();
      if (running.isDefined()) {
        return new Session(running.get().newSession(), false);
      }
      return new Session(
          SparkSession.builder()
              .master("local[" + threads + "]")
              .appName("slicewise-bench")
              .config("spark.ui.enabled", "false")
              .config("spark.sql.shuffle.partitions", 2 * threads)
              .getOrCreate(),
          true);
    }

    @Override
    public void close() {
      if (own) {
        spark.stop();
      }
    }
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
