package dev.slicewise.core.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Property;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.ArrayLoss;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.NumberLoss;
import dev.slicewise.core.term.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every golden case of metrics and rows, evaluated whole, shuffled, split into 1 … n partial
 * states, and merged in random trees: the states' bytes and the results' bits are the same each
 * time, and the values are the expected ones, with and without weights of 1.
 */
class GoldenTest {
  private static final Path TESTS = Path.of("src/test/java/dev/slicewise/core");

  static List<GoldenCase> metricCases() {
    return GoldenScope.metricCases();
  }

  /** The metrics a case asks, in the order of its keys. */
  private static List<NamedMetric> metrics(GoldenCase golden) {
    Map<String, NamedMetric> metrics = new LinkedHashMap<>();
    for (List<String> queries : GoldenQueries.of(golden).values()) {
      for (String query : queries) {
        NamedMetric metric = MetricCatalog.standard().parse(GoldenQueries.metric(query));
        metrics.putIfAbsent(metric.text(), metric);
      }
    }
    return new ArrayList<>(metrics.values());
  }

  private static Kernel kernel(GoldenCase golden, boolean weighted) {
    Suite suite = new Suite(metrics(golden), weighted, true, false);
    return new Kernel(golden.id(), EvaluationPlan.of(suite));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("metricCases")
  void valuesAreTheExpectedOnes(GoldenCase golden) {
    Rows rows = GoldenRows.of(golden);
    Kernel kernel = kernel(golden, GoldenRows.weighted(rows));
    check(golden, Finish.DEFAULT.results(kernel.state(rows)));
  }

  private static void check(GoldenCase golden, List<MetricResult> results) {
    GoldenQueries.of(golden)
        .forEach(
            (key, queries) -> {
              Object expected =
                  key.isEmpty() ? golden.expected() : ((Map<?, ?>) golden.expected()).get(key);
              Object actual =
                  queries.size() > 1
                      ? queries.stream().map(query -> answer(query, results)).toList()
                      : answer(queries.get(0), results);
              compare(golden, key, actual, expected);
            });
  }

  private static void compare(GoldenCase golden, String key, Object actual, Object expected) {
    if (expected instanceof Map<?, ?> named) {
      compare(golden, key, actual, List.copyOf(named.values()));
    } else if (expected instanceof List<?> list) {
      assertThat((List<?>) actual).as(key).hasSameSizeAs(list);
      for (int i = 0; i < list.size(); i++) {
        compare(golden, key, ((List<?>) actual).get(i), list.get(i));
      }
    } else if (expected == null) {
      assertThat(actual).as("%s, %s", golden.id(), key).isNull();
    } else {
      assertThat(actual).as("%s, %s", golden.id(), key).isNotNull();
      golden.check((Double) actual, GoldenCase.number(expected));
    }
  }

  /** A number, a list of numbers, or null where the metric is undefined. */
  private static Object answer(String query, List<MetricResult> results) {
    String text = MetricCatalog.standard().parse(GoldenQueries.metric(query)).text();
    MetricResult result =
        results.stream().filter(r -> r.metric().text().equals(text)).findFirst().orElseThrow();
    String rest = query.substring(GoldenQueries.metric(query).length());
    String name = rest.isEmpty() ? "" : rest.substring(1);
    if (rest.startsWith("@")) {
      return result.counters().getOrDefault(name, 0L).doubleValue();
    }
    if (result.value() instanceof MetricValue.Curve curve) {
      int column = curve.columns().indexOf(name);
      return curve.points().stream().map(point -> point.get(column)).toList();
    }
    if (result.value() instanceof MetricValue.Scalar scalar) {
      return rest.isEmpty() ? (Double) scalar.value() : scalar.details().get(name);
    }
    return null;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("metricCases")
  void anyWayOfEvaluatingLeavesTheSameBytesAndResults(GoldenCase golden) {
    Rows rows = GoldenRows.of(golden);
    Kernel kernel = kernel(golden, GoldenRows.weighted(rows));
    everyWay(kernel, rows);
  }

  /** Evaluates rows in every way and compares bytes and results with those of one pass. */
  static void everyWay(Kernel kernel, Rows rows) {
    SliceState whole = kernel.state(rows);
    List<MetricResult> results = Finish.DEFAULT.results(whole);
    for (int parts = 1; parts <= Math.min(rows.count(), 30); parts++) {
      SliceState merged = kernel.plan().emptyState();
      for (int part = 0; part < parts; part++) {
        int from = part * rows.count() / parts;
        int to = (part + 1) * rows.count() / parts;
        merged.merge(kernel.state(rows.range(from, to)));
      }
      kernel.expectSame(parts + " parts", whole, merged);
      assertThat(Finish.DEFAULT.results(merged)).isEqualTo(results);
    }
    Property.check(
        12,
        random -> {
          Rows shuffled = rows.shuffled(random);
          kernel.expectSame("shuffled", whole, kernel.state(shuffled, Kernel.anyCapacity(random)));
          SliceState merged = tree(kernel, random, shuffled, 0);
          kernel.expectSame("tree", whole, merged);
          assertThat(Finish.DEFAULT.results(merged)).isEqualTo(results);
        });
  }

  /** Cuts rows in two at random, again and again, and merges on the way back. */
  private static SliceState tree(Kernel kernel, SplittableRandom random, Rows rows, int depth) {
    if (rows.count() < 2 || depth == 6) {
      return kernel.state(rows);
    }
    int cut = random.nextInt(rows.count() + 1);
    SliceState left = tree(kernel, random, rows.range(0, cut), depth + 1);
    SliceState right = tree(kernel, random, rows.range(cut, rows.count()), depth + 1);
    SliceState first = random.nextBoolean() ? left : right;
    first.merge(first == left ? right : left);
    return random.nextInt(3) == 0 ? kernel.copy(first) : first;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("metricCases")
  void weightsOfOneChangeNoValue(GoldenCase golden) {
    Rows rows = GoldenRows.of(golden);
    if (!GoldenRows.weighted(rows)) {
      Kernel plain = kernel(golden, false);
      Kernel weighted = kernel(golden, true);
      List<MetricResult> ones = Finish.DEFAULT.results(weighted.state(GoldenRows.ones(rows)));
      check(golden, ones);
      assertThat(ones)
          .extracting(MetricResult::value)
          .isEqualTo(
              Finish.DEFAULT.results(plain.state(rows)).stream().map(MetricResult::value).toList());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("metricCases")
  void lossesOfRowsAndTheirDerivativesAreTheExpectedOnes(GoldenCase golden) {
    if (golden.expected() instanceof Map<?, ?> expected && expected.containsKey("per_row")) {
      CatalogEntry entry = MetricCatalog.standard().entry(golden.name());
      Map<String, String> parameters = new LinkedHashMap<>();
      golden
          .params()
          .forEach((name, value) -> parameters.put(name, GoldenQueries.parameter(name, value)));
      Rows rows = GoldenRows.of(golden);
      if (entry.bindLoss(parameters) instanceof ArrayLoss loss) {
        double[] losses = valuesOfRows(loss, rows);
        for (int i = 0; i < rows.count(); i++) {
          golden.check(losses[i], golden.expectedColumn("per_row")[i]);
        }
        return;
      }
      NumberLoss loss = (NumberLoss) entry.bindLoss(parameters);
      List<Role> roles = loss.domain().roles();
      for (int i = 0; i < rows.count(); i++) {
        double[] row = GoldenRows.row(rows, roles, i);
        golden.check(loss.value(row), golden.expectedColumn("per_row")[i]);
        if (expected.containsKey("gradient")) {
          golden.check(loss.gradient(row), golden.expectedColumn("gradient")[i]);
          golden.check(loss.hessian(row), golden.expectedColumn("hessian")[i]);
        }
      }
    }
  }

  /** The losses of rows that are all admitted. */
  private static double[] valuesOfRows(ArrayLoss loss, Rows rows) {
    Batch batch = new Batch(loss.domain().roles(), rows.count());
    rows.fill(batch, 0, rows.count());
    Admitted admitted = new Admitted(loss.domain(), false, rows.count());
    admitted.admit(batch);
    assertThat(admitted.size()).isEqualTo(rows.count());
    return admitted.values(loss);
  }

  @Test
  void everyCaseIsAnswered() throws IOException {
    List<String> ids = GoldenCase.all().stream().map(GoldenCase::id).toList();
    assertThat(ids).hasSize(188).doesNotHaveDuplicates().containsAll(GoldenQueries.cases());
    for (Map.Entry<String, String> other : GoldenScope.ELSEWHERE.entrySet()) {
      assertThat(ids).contains(other.getKey());
      assertThat(Files.readString(TESTS.resolve(other.getValue() + ".java")))
          .as("the test that answers %s", other.getKey())
          .contains('"' + other.getKey() + '"');
    }
    for (GoldenCase golden : GoldenScope.metricCases()) {
      assertThat(metrics(golden)).as("%s asks nothing", golden.id()).isNotEmpty();
    }
  }
}
