package dev.slicewise.core.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which slices stand out, on rows whose bad slices are known. */
class WorstSlicesTest {
  private static final List<Role> ROLES = List.of(Role.LABEL, Role.PREDICTION);
  private static final SliceSpec CARRIER = SliceSpec.parse("carrier");
  private static final SliceSpec ORIGIN = SliceSpec.parse("origin");
  private static final SliceSpec BOTH = SliceSpec.parse("carrier, origin");
  private static final int CARRIERS = 8;
  private static final int ORIGINS = 5;

  /** How large the errors of a slice are. */
  private interface Scale {
    double of(int carrier, int origin);
  }

  private static List<Standout> search(
      String metric, Direction better, int rows, long seed, Scale scale) {
    NamedMetric named = MetricCatalog.standard().parse(metric);
    Kernel kernel = new Kernel("worst", EvaluationPlan.of(Suite.of(metric + ", max_error")));
    SplittableRandom random = new SplittableRandom(seed);
    SliceState[][] cells = new SliceState[CARRIERS][ORIGINS];
    for (int c = 0; c < CARRIERS; c++) {
      for (int o = 0; o < ORIGINS; o++) {
        double size = scale.of(c, o);
        double[] errors =
            IntStream.range(0, rows).mapToDouble(i -> size * random.nextGaussian()).toArray();
        cells[c][o] = kernel.state(Rows.of(ROLES, new double[rows], errors));
      }
    }
    WorstSlices search = new WorstSlices(kernel.plan(), named, better, Finish.DEFAULT, rows);
    List<SliceState> all = new ArrayList<>();
    for (int c = 0; c < CARRIERS; c++) {
      search.accept(
          new SliceStates(CARRIER, List.of("c" + c), merged(kernel, Arrays.asList(cells[c]))));
      for (int o = 0; o < ORIGINS; o++) {
        all.add(cells[c][o]);
        search.accept(new SliceStates(BOTH, List.of("c" + c, "o" + o), cells[c][o]));
      }
    }
    for (int o = 0; o < ORIGINS; o++) {
      int origin = o;
      search.accept(
          new SliceStates(
              ORIGIN,
              List.of("o" + o),
              merged(kernel, Arrays.stream(cells).map(row -> row[origin]).toList())));
    }
    search.accept(new SliceStates(SliceSpec.ALL, List.of(), merged(kernel, all)));
    return search.search();
  }

  private static SliceState merged(Kernel kernel, List<SliceState> states) {
    SliceState merged = kernel.plan().emptyState();
    states.forEach(merged::merge);
    return merged;
  }

  private static List<List<Object>> values(List<Standout> found) {
    return found.stream().map(Standout::values).toList();
  }

  @Test
  void theBadCarrierIsNotRepeatedForEveryOrigin() {
    List<Standout> found =
        search("mae", Direction.LOWER, 200, 1, (carrier, origin) -> carrier == 3 ? 2 : 1);
    assertThat(values(found)).containsExactly(List.of("c3"));
    Standout bad = found.get(0);
    double value = ((MetricValue.Scalar) bad.metric().value()).value();
    // Half-normal errors: E|N(0, s)| = s√(2/π); standard errors 0.04 and 0.01.
    assertThat(value).isCloseTo(2 * Math.sqrt(2 / Math.PI), within(0.16));
    assertThat(bad.complement()).isCloseTo(Math.sqrt(2 / Math.PI), within(0.04));
    assertThat(bad.difference()).isEqualTo(value - bad.complement());
    assertThat(bad.interval().low()).isBetween(0.5, bad.difference());
    assertThat(bad.rows()).isEqualTo(1000);
    assertThat(bad.share()).isEqualTo(1.0 / CARRIERS);
    // 2 of 9 parts of the loss on 1 of 8 parts of the rows.
    assertThat(bad.excess()).isCloseTo(2.0 / 9 - 1.0 / 8, within(0.02));
    assertThat(bad.adjusted()).isBetween(bad.p(), 1e-6);
  }

  @Test
  void aWorseCornerOfABadSliceIsListedToo() {
    List<Standout> found =
        search(
            "mae",
            Direction.LOWER,
            200,
            2,
            (carrier, origin) -> carrier == 3 ? (origin == 1 ? 5 : 2) : 1);
    assertThat(values(found)).contains(List.of("c3"), List.of("c3", "o1"));
    assertThat(values(found)).doesNotContain(List.of("c3", "o0"), List.of("c2", "o1"));
    assertThat(found.get(0).definition().dimensions()).hasSize(1);
  }

  @Test
  void whatIsGoodDependsOnTheMetric() {
    List<Standout> r2 =
        search("accuracy(threshold=0.5)", Direction.HIGHER, 200, 3, (c, o) -> c == 5 ? 9 : 0.4);
    assertThat(values(r2)).contains(List.of("c5")).doesNotContain(List.of("c1"));
    assertThat(r2.get(0).difference()).isNegative();
    assertThat(r2.get(0).excess()).isNull();
    assertThatThrownBy(() -> search("mae", Direction.NONE, 2, 1, (c, o) -> 1))
        .hasMessageContaining("good direction");
  }

  /** 53 comparisons of nothing: at most 2.5 % of searches list anything, here of eighty. */
  @Test
  void nothingStandsOutWhereNothingIsWrong() {
    int alarms = 0;
    int folded = 0;
    for (int seed = 100; seed < 180; seed++) {
      alarms += search("mae", Direction.LOWER, 30, seed, (c, o) -> 1).isEmpty() ? 0 : 1;
      folded += search("mean_error", Direction.ZERO, 30, seed, (c, o) -> 1).isEmpty() ? 0 : 1;
    }
    // Four standard deviations of a share of 2.5 % of 80.
    assertThat(alarms).isLessThanOrEqualTo(2 + 6);
    assertThat(folded).isLessThanOrEqualTo(2 + 6);
  }

  @Test
  void fewRowsAreNotCompared() {
    NamedMetric mae = MetricCatalog.standard().parse("mae");
    Kernel kernel = new Kernel("few", EvaluationPlan.of(Suite.of("mae")));
    for (long support : new long[] {3, 4}) {
      WorstSlices search =
          new WorstSlices(kernel.plan(), mae, Direction.LOWER, Finish.DEFAULT, support);
      double[] bad = {90, 91, 92};
      double[] good = {1, 1.1, 1.2, 1.1};
      search.accept(
          new SliceStates(CARRIER, List.of("a"), kernel.state(Rows.of(ROLES, new double[3], bad))));
      search.accept(
          new SliceStates(
              CARRIER, List.of("b"), kernel.state(Rows.of(ROLES, new double[4], good))));
      assertThat(search.search()).hasSize(support == 3 ? 1 : 0);
    }
    assertThat(new WorstSlices(kernel.plan(), mae, Direction.LOWER, Finish.DEFAULT, 1).search())
        .isEmpty();
  }

  /** Bytes of each complement against those of merging the others one by one. */
  @Test
  void theComplementIsTheRestOfTheRows() {
    Kernel kernel = new Kernel("rest", EvaluationPlan.of(Suite.of("mae, quantile_abs_error")));
    for (int count = 0; count <= 9; count++) {
      List<SliceState> states = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        states.add(kernel.state(Rows.of(ROLES, new double[] {i, 1}, new double[] {0.1 * i, 7})));
      }
      List<Integer> seen = new ArrayList<>();
      LeaveOneOut.each(
          kernel.plan(),
          states,
          (position, others) -> {
            List<SliceState> rest = new ArrayList<>(states);
            rest.remove((int) position);
            assertThat(StateCodec.toStored(others))
                .isEqualTo(StateCodec.toStored(merged(kernel, rest)));
            seen.add(position);
          });
      assertThat(seen).isEqualTo(IntStream.range(0, count).boxed().toList());
    }
  }
}
