package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slicewise.core.compare.Comparison;
import dev.slicewise.core.compare.DieboldMariano;
import dev.slicewise.core.compare.ModelComparison;
import dev.slicewise.core.compare.UnpairedComparison;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * DeLong's, McNemar's, Student's, Welch's and Diebold's and Mariano's tests on random tables
 * against numpy and scipy, which look at the rows; see {@code differential/comparisons.py}.
 */
class ComparisonOracleTest {
  private static final long SEED = Long.getLong("slicewise.seed", 20260101);

  /** p-values are tails of distributions that both sides compute to about nine digits. */
  private static final double TAIL = 1e-8;

  /** Means of hundreds of doubles, added one after another there and exactly here. */
  private static final double SUM = 1e-11;

  private static final Map<Role, String> COLUMNS =
      Map.of(Role.LABEL, "label", Role.PREDICTION, "a", Role.BASELINE, "b");

  private final ObjectMapper mapper = new ObjectMapper();

  /** Labels of 0 and 1 with two models' scores: tied, equal, alike or far apart. */
  private static Map<String, double[]> table(SplittableRandom random, int count) {
    double grid = random.nextInt(3) == 0 ? 8 : 1 << 20;
    double apart = random.nextDouble();
    double prevalence = 0.1 + 0.8 * random.nextDouble();
    double[] label = new double[count];
    double[] a = new double[count];
    double[] b = new double[count];
    for (int i = 0; i < count; i++) {
      label[i] = random.nextDouble() < prevalence ? 1 : 0;
      double signal = 0.2 * label[i] + 0.4 * random.nextDouble();
      a[i] = Math.rint(grid * (signal + 0.4 * random.nextDouble())) / grid;
      double other = Math.rint(grid * (signal + 0.4 * random.nextDouble())) / grid;
      b[i] = random.nextDouble() < apart ? other : a[i];
    }
    return Map.of("label", label, "a", a, "b", b);
  }

  private static SliceState state(Suite suite, Map<String, double[]> table, int rows) {
    EvaluationPlan plan = EvaluationPlan.of(suite);
    BatchEvaluator evaluator = new BatchEvaluator(plan);
    SliceState state = plan.emptyState();
    Batch batch = evaluator.newBatch();
    for (int c = 0; c < plan.roles().size(); c++) {
      double[] column = table.get(COLUMNS.get(plan.roles().get(c)));
      for (int i = 0; i < rows; i++) {
        batch.set(c, i, column[i]);
      }
    }
    batch.rows(rows);
    evaluator.add(batch, state);
    return state;
  }

  private static List<Comparison> compared(Map<String, double[]> table) {
    List<ModelComparison> asked =
        Stream.of("mae", "accuracy", "roc_auc")
            .map(MetricCatalog.standard()::parse)
            .map(metric -> new ModelComparison("prediction", "baseline", metric, null))
            .toList();
    List<NamedMetric> questions = asked.stream().map(ModelComparison::question).toList();
    Suite suite = new Suite(questions, false, true, false);
    SliceState state = state(suite, table, table.get("label").length);
    return ModelComparison.of(state, Finish.DEFAULT, asked);
  }

  @Test
  void testsAgreeWithScipy() throws Exception {
    Path folder = Files.createDirectories(Spark.target("differential"));
    SplittableRandom random = new SplittableRandom(SEED);
    List<Map<String, double[]>> tables = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      tables.add(table(random, 2 + random.nextInt(i < 150 ? 40 : 400)));
      lines.add(mapper.writeValueAsString(tables.get(i)));
    }
    Path in = Files.write(folder.resolve("comparisons.in"), lines);
    Path out = folder.resolve("comparisons.out");
    PythonOracles.program("differential.comparisons", in, out);
    List<String> answers = Files.readAllLines(out);
    assertThat(answers).hasSameSizeAs(tables);
    int[] asked = new int[5];
    for (int i = 0; i < tables.size(); i++) {
      check(
          "table " + i + " of seed " + SEED, tables.get(i), mapper.readTree(answers.get(i)), asked);
    }
    assertThat(Arrays.stream(asked).min().orElseThrow()).isGreaterThan(200);
  }

  private static void check(
      String what, Map<String, double[]> table, JsonNode expected, int[] asked) {
    List<Comparison> found = compared(table);
    Comparison mae = found.get(0);
    if (!expected.path("t_p").isNull()) {
      close(what + ", t", mae.test().pValue(), expected.path("t_p"), TAIL);
      close(what + ", t", mae.interval().low(), expected.path("t_low"), TAIL);
      close(what + ", t", mae.interval().high(), expected.path("t_high"), TAIL);
      asked[0]++;
    }
    close(what + ", McNemar", found.get(1).test().pValue(), expected.path("mcnemar_p"), TAIL);
    asked[1]++;
    if (!expected.path("auc_se").isNull()) {
      Interval interval = found.get(2).interval();
      close(what + ", DeLong", found.get(2).difference(), expected.path("auc_delta"), SUM);
      close(what + ", DeLong", interval.standardError(), expected.path("auc_se"), SUM);
      asked[2]++;
    }
    if (!expected.path("welch_p").isNull()) {
      Comparison unpaired = unpaired(table);
      close(what + ", Welch", unpaired.test().pValue(), expected.path("welch_p"), TAIL);
      close(what + ", Welch", unpaired.interval().low(), expected.path("welch_low"), TAIL);
      asked[3]++;
    }
    double[] differences = new double[table.get("label").length];
    Arrays.setAll(
        differences,
        i ->
            Math.abs(table.get("a")[i] - table.get("label")[i])
                - Math.abs(table.get("b")[i] - table.get("label")[i]));
    for (int horizon = 1; horizon <= 3; horizon++) {
      JsonNode p = expected.path("dm_" + horizon);
      if (!p.isNull()) {
        double ours = DieboldMariano.of(differences, horizon).orElseThrow().pValue();
        close(what + ", Diebold-Mariano", ours, p, TAIL);
        asked[4]++;
      }
    }
  }

  /** The absolute errors of one model, and of the other on two thirds of the rows. */
  private static Comparison unpaired(Map<String, double[]> table) {
    int rows = table.get("label").length;
    Map<String, double[]> other = Map.of("label", table.get("label"), "a", table.get("b"));
    MetricResult first = Finish.DEFAULT.results(state(Suite.of("mae"), table, rows)).get(0);
    SliceState second = state(Suite.of("mae"), other, 2 * rows / 3);
    return UnpairedComparison.of(first, Finish.DEFAULT.results(second).get(0), null, 0.95);
  }

  private static void close(String what, double ours, JsonNode theirs, double tolerance) {
    assertThat(theirs.isNumber()).as(what).isTrue();
    assertThat(ours).as(what).isCloseTo(theirs.asDouble(), within(tolerance));
  }
}
