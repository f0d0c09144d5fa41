package dev.slicewise.core.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Kernels;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.BinLevel;
import dev.slicewise.core.numeric.BinTable;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.numeric.FixedPoint;
import dev.slicewise.core.numeric.Moments;
import dev.slicewise.core.numeric.PoissonWeight;
import dev.slicewise.core.numeric.RowHash;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.statistic.BitHistogram;
import dev.slicewise.core.statistic.CalibrationTable;
import dev.slicewise.core.statistic.Distribution;
import dev.slicewise.core.statistic.FixedSum;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.ScoreBins;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.statistic.TopRows;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden cases of states: of rows in every way, of bins and hashes by themselves. */
class GoldenStateTest {
  private static final Term VALUE = new Column(Domain.of(Role.VALUE), Role.VALUE);
  private static final Sum SUM = Sum.of(VALUE);
  private static final ProductSum SQUARES = ProductSum.square(VALUE);

  static List<GoldenCase> stateCases() {
    return GoldenScope.stateCases();
  }

  /** The states of a case's rows, after they were found the same whichever way they came. */
  private static StateView states(Rows rows, Statistic<?>... statistics) {
    Kernel kernel =
        new Kernel("state", EvaluationPlan.of(Kernels.remembering(List.of(statistics))));
    GoldenTest.everyWay(kernel, rows);
    return kernel.state(rows).view();
  }

  @ParameterizedTest
  @MethodSource("stateCases")
  void sumsAndVariances(GoldenCase golden) {
    StateView states = states(GoldenRows.of(golden), SUM, SQUARES);
    ExactSum sum = states.sum(SUM);
    if (golden.name().equals("exact_sum")) {
      assertThat(sum.value()).isEqualTo(golden.expected("sum"));
      Object integer = ((Map<?, ?>) golden.expected()).get("integer_times_2^1074");
      if (integer != null) {
        assertThat(sum.toDyadic())
            .isEqualTo(new Dyadic(new BigInteger((String) integer), 0).scaled(-1074));
      }
    } else {
      Dyadic weight = states.rows(VALUE.domain()).exactWeight();
      Moments moments = new Moments(weight, sum.toDyadic(), states.sum(SQUARES).toDyadic());
      int ddof = (int) GoldenCase.number(golden.params().get("ddof"));
      golden.check(moments.variance(ddof), GoldenCase.number(golden.expected()));
    }
  }

  @Test
  void binsOfBits() {
    GoldenCase golden = GoldenCase.of("state_bit_histogram_index");
    int level = (int) GoldenCase.number(golden.params().get("k"));
    List<?> bins = (List<?>) golden.expected();
    for (int i = 0; i < bins.size(); i++) {
      Map<?, ?> bin = (Map<?, ?>) bins.get(i);
      long key = BinTable.code(golden.input("values")[i]) >> (BinTable.FULL_LEVEL - level);
      assertThat((double) key).isEqualTo(GoldenCase.number(bin.get("index")));
      assertThat(BinLevel.lower(key, level)).isEqualTo(GoldenCase.number(bin.get("lower")));
      golden.check(BinLevel.upper(key, level), GoldenCase.number(bin.get("upper")));
    }
  }

  @Test
  void collapse() {
    GoldenCase golden = GoldenCase.of("state_bit_histogram_collapse");
    BitHistogram statistic = new BitHistogram(VALUE, 8);
    BitHistogram.State state = states(GoldenRows.of(golden), statistic).state(statistic);
    Map<?, ?> expected = (Map<?, ?>) golden.expected();
    assertThat((double) state.level()).isEqualTo(GoldenCase.number(expected.get("k")));
    Distribution bins = state.distribution();
    List<?> wanted = (List<?>) expected.get("bins");
    assertThat(bins.size()).isEqualTo(wanted.size());
    for (int i = 0; i < wanted.size(); i++) {
      Map<?, ?> bin = (Map<?, ?>) wanted.get(i);
      assertThat(bins.low()[i]).isEqualTo(GoldenCase.number(bin.get("lower")));
      assertThat(bins.mass()[i].doubleValue()).isEqualTo(GoldenCase.number(bin.get("count")));
    }
    assertThat(bins.total().doubleValue()).isEqualTo(GoldenCase.number(expected.get("n")));
  }

  /** These values would stay apart with fewer bins than the case has, so its level is imposed. */
  @Test
  void quantilesOfCollapsedBins() {
    GoldenCase golden = GoldenCase.of("state_bit_histogram_quantile");
    BitHistogram statistic = BitHistogram.of(VALUE);
    Distribution bins = states(GoldenRows.of(golden), statistic).state(statistic).distribution();
    assertThat(BinLevel.relativeBound(7, false)).isEqualTo(golden.expected("max_relative_error"));
    List<?> quantiles = (List<?>) golden.params().get("q");
    for (int i = 0; i < quantiles.size(); i++) {
      int bin = bins.quantileBin(new BigDecimal(quantiles.get(i).toString()));
      double exact = bins.middle()[bin];
      assertThat(exact).isEqualTo(golden.expectedColumn("exact")[i]);
      assertThat(BinLevel.representative(BinTable.code(exact) >> 45, 7, false))
          .isEqualTo(golden.expectedColumn("estimate")[i]);
    }
  }

  @Test
  void losslessAndSignedBins() {
    GoldenCase floats = GoldenCase.of("state_bit_histogram_lossless");
    double[] values = floats.input("values");
    long bits = Arrays.stream(values).mapToLong(BinTable::code).reduce(0, (a, b) -> a | b);
    assertThat(BinLevel.lossless(bits, 23)).isTrue();
    assertThat(BinLevel.lossless(bits, 22)).isFalse();
    assertThat(
            Arrays.stream(values)
                .map(v -> BinLevel.representative(BinTable.code(v) >> 29, 23, true))
                .toArray())
        .isEqualTo(floats.expectedColumn("representatives"));

    GoldenCase signed = GoldenCase.of("state_bit_histogram_signed");
    BinTable table = new BinTable(1);
    for (double value : signed.input("values")) {
      if (value != 0) {
        int at = table.cellsOf(BinTable.code(value) >> 49);
        table.cells()[at]++;
      }
    }
    assertThat(table.sortedKeys()).containsExactly(~8194L, ~8184L, 8104L, 8196L);
    assertThat(Arrays.stream(table.sortedKeys()).map(key -> table.cells()[table.cellsOf(key)]))
        .containsExactly(1L, 2L, 1L, 1L);
    assertThat(-BinLevel.representative(8184, 3, false))
        .isEqualTo(signed.expected("p50_rank3_estimate"));
  }

  @Test
  void scoreLattice() {
    GoldenCase golden = GoldenCase.of("state_probability_lattice");
    List<?> bins = (List<?>) golden.expected();
    for (int i = 0; i < bins.size(); i++) {
      Map<?, ?> bin = (Map<?, ?>) bins.get(i);
      double p = golden.input("values")[i];
      boolean low = bin.get("side").equals("low");
      assertThat(p < 0.5).isEqualTo(low);
      assertThat((double) (BinTable.code(low ? p : 1 - p) >> 45))
          .isEqualTo(GoldenCase.number(bin.get("index")));
    }
  }

  @Test
  void certificateOfTheArea() {
    GoldenCase golden = GoldenCase.of("state_auc_certificate");
    ScoreHistogram statistic = new ScoreHistogram(Domain.BINARY_SCORE, 8, false);
    ScoreHistogram.State state = states(GoldenRows.of(golden), statistic).state(statistic);
    assertThat(state.level()).isEqualTo(1);
    ScoreBins bins = state.bins();
    List<?> expected = (List<?>) ((Map<?, ?>) golden.expected()).get("bins_ascending");
    double pairs = 0;
    double unsure = 0;
    double below = 0;
    for (int b = 0; b < bins.size(); b++) {
      double positives = bins.positives()[b].doubleValue();
      double negatives = bins.negatives()[b].doubleValue();
      assertThat(List.of(positives, negatives)).isEqualTo(expected.get(b));
      pairs += positives * (below + negatives / 2);
      unsure += positives * negatives / 2;
      below += negatives;
    }
    assertThat(bins.size()).isEqualTo(expected.size());
    double all = bins.totalPositives().multiply(bins.totalNegatives()).doubleValue();
    golden.check(pairs / all, golden.expected("roc_auc"));
    golden.check(unsure / all, golden.expected("max_abs_error"));
  }

  @Test
  void hashes() {
    GoldenCase golden = GoldenCase.of("state_row_hash");
    List<?> keys = (List<?>) golden.inputs().get("keys");
    Map<?, ?> expected = (Map<?, ?>) golden.expected();
    for (int i = 0; i < keys.size(); i++) {
      long key = ((Number) keys.get(i)).longValue();
      long first = RowHash.hash(key, 42, 0);
      assertThat(first).isEqualTo(((List<?>) expected.get("stream_0")).get(i));
      assertThat(RowHash.hash(key, 42, 1)).isEqualTo(((List<?>) expected.get("stream_1")).get(i));
      assertThat((double) RowHash.group(first))
          .isEqualTo(golden.expectedColumn("group32_stream_0")[i]);
      assertThat((double) PoissonWeight.of(first))
          .isEqualTo(golden.expectedColumn("poisson_stream_0")[i]);
    }
  }

  /** Equal thresholds, of which the case has two, leave no hash to the weight between them. */
  @Test
  void thresholdsOfPoissonWeights() {
    GoldenCase golden = GoldenCase.of("state_row_hash");
    List<?> texts = (List<?>) ((Map<?, ?>) golden.expected()).get("poisson_thresholds_53bit");
    long[] thresholds = texts.stream().mapToLong(t -> Long.parseLong((String) t)).toArray();
    for (long threshold : thresholds) {
      for (long uniform = threshold - 1; uniform <= threshold; uniform++) {
        long reached = uniform;
        long weight = Arrays.stream(thresholds).filter(t -> t <= reached).count();
        assertThat(PoissonWeight.of(uniform << 11)).as("%s", uniform).isEqualTo((int) weight);
        assertThat(PoissonWeight.of(uniform << 11 | 0x7ff)).isEqualTo((int) weight);
      }
    }
  }

  @Test
  void poissonWeightsOfManyRows() {
    GoldenCase golden = GoldenCase.of("state_poisson_counts");
    assertThat(golden.inputs()).containsEntry("keys", "0..99999");
    double[] expected = golden.expectedColumn("counts");
    double[] counts = new double[expected.length];
    double total = 0;
    for (long key = 0; key < 100_000; key++) {
      int weight = PoissonWeight.of(RowHash.hash(key, 42, 0));
      counts[weight]++;
      total += weight;
    }
    assertThat(counts).isEqualTo(expected);
    assertThat(total).isEqualTo(golden.expected("total_weight"));
  }

  @Test
  void fixedPoint() {
    GoldenCase golden = GoldenCase.of("state_fixed128");
    List<?> units = (List<?>) ((Map<?, ?>) golden.expected()).get("units");
    assertThat(Arrays.stream(golden.input("values")).mapToObj(v -> "" + FixedPoint.units(v)))
        .isEqualTo(units);
    FixedSum statistic = new FixedSum(VALUE);
    Dyadic sum = states(GoldenRows.of(golden), statistic).state(statistic).toDyadic();
    String total = (String) ((Map<?, ?>) golden.expected()).get("sum_units");
    assertThat(sum).isEqualTo(new Dyadic(new BigInteger(total), -FixedPoint.FRACTION_BITS));
    assertThat(sum.toDouble()).isEqualTo(golden.expected("sum"));
  }

  /** The case gives hashes; here keys stand for them whose hashes are in the same order. */
  @Test
  void topRows() {
    GoldenCase golden = GoldenCase.of("state_top_k");
    List<?> rows = (List<?>) golden.inputs().get("rows");
    long[] byHash =
        LongStream.range(0, 10)
            .boxed()
            .sorted(Comparator.comparing(k -> RowHash.hash(k, 42, 0), Long::compareUnsigned))
            .mapToLong(Long::longValue)
            .toArray();
    double[] values = new double[rows.size()];
    long[] keys = new long[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      List<?> row = (List<?>) rows.get(i);
      values[i] = GoldenCase.number(row.get(1));
      keys[i] = byHash[(int) GoldenCase.number(row.get(2))];
    }
    TopRows statistic = new TopRows(VALUE, 3);
    Rows table = Rows.of(List.of(Role.VALUE), values).withKeys(keys);
    List<?> top =
        states(table, statistic).state(statistic).rows().stream()
            .map(row -> name(rows, keys, row.key()))
            .toList();
    assertThat(top).isEqualTo(golden.expected());
  }

  private static Object name(List<?> rows, long[] keys, long key) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == key) {
        return ((List<?>) rows.get(i)).get(0);
      }
    }
    throw new AssertionError("no row has key " + key);
  }

  @Test
  void calibrationBins() {
    GoldenCase golden = GoldenCase.of("metric_calibration_edges");
    double[] predictions = golden.input("prediction");
    for (int bins : new int[] {5, 100}) {
      assertThat(
              Arrays.stream(predictions)
                  .map(p -> (double) CalibrationTable.binOf(p, bins))
                  .toArray())
          .isEqualTo(golden.expectedColumn("n_bins_" + bins));
    }
  }

  @Test
  void twoModelsOfOneAccuracy() {
    GoldenCase golden = GoldenCase.of("seed001_divergence");
    for (String model : List.of("a", "b")) {
      String other = model.equals("a") ? "b" : "a";
      Rows rows =
          Rows.of(
              List.of(Role.LABEL, Role.PREDICTION, Role.BASELINE),
              golden.input("label"),
              golden.input("prediction_" + model),
              golden.input("prediction_" + other));
      Kernel kernel =
          new Kernel(model, EvaluationPlan.of(Suite.of("accuracy, log_loss, flip_rate")));
      GoldenTest.everyWay(kernel, rows);
      List<MetricValue> values =
          Finish.DEFAULT.results(kernel.state(rows)).stream().map(r -> r.value()).toList();
      golden.check(values.get(0), golden.expected("accuracy_" + model));
      golden.check(values.get(1), golden.expected("log_loss_" + model));
      golden.check(values.get(2), golden.expected("n_flips") / rows.count());
    }
  }
}
