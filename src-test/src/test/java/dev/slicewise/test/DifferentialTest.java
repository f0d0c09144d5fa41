package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.MetricValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every metric that an independent library defines, on hundreds of random tables: SQL functions and
 * evaluations against scikit-learn, scipy and others. What is asked and where it comes from stands
 * in {@code src/test/python/differential}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DifferentialTest {
  private static final long SEED = Long.getLong("slicewise.seed", 20260101);

  /** All families unless some are named. */
  private static final List<String> FAMILIES =
      Pattern.compile("[ ,]+")
          .splitAsStream(System.getProperty("slicewise.families", ""))
          .filter(family -> !family.isEmpty())
          .toList();

  /** A library adds hundreds of doubles one after another; ours is the rounded exact sum. */
  private static final double RELATIVE = 1e-12;

  /** Failures of a metric that are shown; one cause often fails a hundred tables. */
  private static final int SHOWN = 2;

  private final Deviations deviations = new Deviations();
  private Path folder;

  @BeforeAll
  void askTheLibraries() throws IOException, InterruptedException {
    folder = PythonOracles.write(SEED, FAMILIES);
  }

  List<String> families() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void agreesWithTheLibraries(String name) {
    DifferentialFamily family = DifferentialFamily.read(folder.resolve(name));
    assertThat(family.expected()).isNotEmpty();
    Map<Boolean, Map<String, Map<String, MetricValue>>> evaluated = new HashMap<>();
    Map<Boolean, Map<String, Map<String, Double>>> queried = new HashMap<>();
    for (boolean weighted : new boolean[] {false, true}) {
      evaluated.put(weighted, family.evaluated(weighted));
      queried.put(weighted, family.queried(weighted));
    }
    Map<String, List<String>> failures = new TreeMap<>();
    Set<String> stale = new HashSet<>();
    family.oracles().values().stream()
        .filter(oracle -> !oracle.differs().isEmpty())
        .forEach(oracle -> stale.add(oracle.metric()));
    for (DifferentialFamily.Expected expected : family.expected()) {
      String metric = expected.oracle().metric();
      MetricValue value =
          evaluated
              .get(expected.weighted())
              .get(expected.table())
              .get(expected.oracle().named().text());
      if (expected.oracle().columns().isEmpty()) {
        Double bySql = queried.get(expected.weighted()).get(expected.table()).get(metric);
        if (!(bySql == null ? value instanceof MetricValue.Undefined : isValue(value, bySql))) {
          failures
              .computeIfAbsent(metric, m -> new ArrayList<>())
              .add(expected.question() + ": SQL says " + bySql + ", an evaluation " + value);
        }
      }
      if (!agrees(name, expected, value)) {
        failures.computeIfAbsent(metric, m -> new ArrayList<>()).add(failure(expected, value));
      }
      if (expected.libraryDiffers()) {
        stale.remove(metric);
        deviations.different(name);
      }
    }
    assertThat(shown(failures)).as("seed " + SEED).isEmpty();
    assertThat(stale).as("deliberate differences that no table shows any more").isEmpty();
  }

  private static boolean isValue(MetricValue value, double number) {
    return value instanceof MetricValue.Scalar scalar && scalar.value() == number;
  }

  private static List<String> shown(Map<String, List<String>> failures) {
    return failures.values().stream()
        .flatMap(
            of ->
                Stream.concat(
                    of.stream().limit(SHOWN),
                    of.size() <= SHOWN
                        ? Stream.empty()
                        : Stream.of("and " + (of.size() - SHOWN) + " more")))
        .toList();
  }

  private static String failure(DifferentialFamily.Expected expected, MetricValue value) {
    return "%s: expected %s%s, found %s"
        .formatted(
            expected.question(),
            expected.values(),
            expected.scale() > 0
                ? " on a scale of " + expected.scale() + " (" + expected.oracle().scale() + ")"
                : "",
            value);
  }

  private boolean agrees(String family, DifferentialFamily.Expected expected, MetricValue value) {
    List<Double> theirs = expected.values();
    List<Double> ours = numbers(value, expected.oracle().columns());
    double bound =
        value instanceof MetricValue.Scalar scalar
            ? scalar.exactness() == MetricValue.Exactness.ESTIMATED
                ? expected.oracle().estimate()
                : scalar.errorBound()
            : 0;
    boolean same = ours.size() == theirs.size();
    for (int i = 0; same && i < ours.size(); i++) {
      same = compare(family, expected, ours.get(i), theirs.get(i), bound);
    }
    return same;
  }

  private boolean compare(
      String family,
      DifferentialFamily.Expected expected,
      Double ours,
      Double theirs,
      double bound) {
    if (ours == null || theirs == null) {
      deviations.undefined(family);
      return ours == theirs;
    }
    if (ours.equals(theirs)) {
      deviations.exact(family, expected.question(), 0);
      return true;
    }
    double scale = Math.max(Math.abs(theirs), expected.scale());
    double deviation = Math.abs(ours - theirs);
    if (bound > 0) {
      deviations.bounded(family, Math.max(0, deviation - RELATIVE * scale) / bound);
      return deviation <= bound + RELATIVE * scale;
    }
    deviations.exact(family, expected.question(), deviation / scale);
    return deviation <= RELATIVE * scale;
  }

  /** A number, the numbers of a curve column by column, or one null. */
  private static List<Double> numbers(MetricValue value, List<String> columns) {
    List<Double> numbers = new ArrayList<>();
    if (value instanceof MetricValue.Scalar scalar) {
      numbers.add(scalar.value());
    } else if (value instanceof MetricValue.Curve curve) {
      for (String column : columns) {
        int index = curve.columns().indexOf(column);
        curve.points().forEach(point -> numbers.add(point.get(index)));
      }
    } else {
      numbers.add(null);
    }
    return numbers;
  }

  @AfterAll
  void report() throws IOException {
    Files.writeString(Spark.target("differential.json"), deviations.json(SEED));
    System.out.println(deviations.table());
  }
}
