package dev.slicewise.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.State;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What must hold for every metric of the catalogue, with all words of its word parameters. */
class MetricLawsTest {
  private static final List<NamedMetric> METRICS = Kernels.catalogue();
  private static final Kernel PLAIN = kernel(Kernels.catalogueSuite());
  private static final Kernel WEIGHTED = kernel(Kernels.catalogueSuite().withWeights());
  private static final long TRIALS = Math.max(1, Property.TREES / 100);

  /** What is counted by weight, and so doubles with it; sums of losses do, too. */
  private static final Set<String> COUNTS =
      Set.of(
          "support",
          "true_positives",
          "false_positives",
          "false_negatives",
          "true_negatives",
          "weighted_count");

  /**
   * What adds a fixed number of matches where there are none, and so depends on how much there is.
   */
  private static final Set<String> SMOOTHED = Set.of("corpus_bleu");

  /** What is made to see the rows that others skip. */
  private static final Set<String> OF_ALL_ROWS = Set.of("invalid_rate");

  private static final Set<String> COUNTED = Set.of("n", "tp", "fp", "fn", "tn", "support");

  private static Kernel kernel(Suite suite) {
    return new Kernel("the catalogue", EvaluationPlan.of(suite));
  }

  private static List<MetricResult> results(SliceState state) {
    return Finish.DEFAULT.results(state);
  }

  /** Some rows; with keys of their own, since undeclared ones are made from the weight as well. */
  private static Rows rows(SplittableRandom random) {
    Rows rows = RowGenerator.some(random, WEIGHTED.plan().roles());
    return rows.withKeys(random.longs(rows.count()).toArray());
  }

  /** Equal values to the bit; that a slice has none may be said with other numbers. */
  private static void expectSameValues(List<MetricResult> expected, List<MetricResult> found) {
    for (int m = 0; m < expected.size(); m++) {
      MetricValue value = expected.get(m).value();
      if (value instanceof MetricValue.Undefined) {
        assertThat(found.get(m).value())
            .as(expected.get(m).metric().text())
            .isInstanceOf(MetricValue.Undefined.class);
      } else {
        assertThat(found.get(m).value()).as(expected.get(m).metric().text()).isEqualTo(value);
      }
    }
  }

  @Test
  void theOrderOfASuiteDoesNotMatter() {
    Rows rows = RowGenerator.rows(new SplittableRandom(1), PLAIN.plan().roles(), 50);
    byte[] expected = StateCodec.toStored(PLAIN.state(rows));
    for (int seed = 0; seed < 5; seed++) {
      List<NamedMetric> shuffled = new ArrayList<>(METRICS);
      Collections.shuffle(shuffled, new Random(seed));
      Kernel other = kernel(new Suite(shuffled, false, true, false));
      SliceState state = other.state(rows);
      assertThat(StateCodec.toStored(state)).isEqualTo(expected);
      assertThat(Finish.DEFAULT.results(state, METRICS)).isEqualTo(results(PLAIN.state(rows)));
    }
  }

  @Test
  void aSliceWithoutUsableRowsHasNoValues() {
    List<Role> roles = WEIGHTED.plan().roles();
    Rows some = RowGenerator.clean(new SplittableRandom(2), roles, 20);
    double[] broken = new double[some.count()];
    List<Rows> unusable = new ArrayList<>(List.of(some.range(0, 0)));
    unusable.add(some.with(Role.WEIGHT, broken.clone()));
    Arrays.fill(broken, Double.NaN);
    Rows nan = some;
    for (Role role : roles) {
      nan = nan.with(role, broken);
    }
    unusable.add(nan);
    for (Rows rows : unusable) {
      for (MetricResult result : results(WEIGHTED.state(rows))) {
        assertThat(result.value())
            .as(result.metric().text())
            .isInstanceOf(MetricValue.Undefined.class);
        assertThat(((MetricValue.Undefined) result.value()).reason())
            .startsWith(rows.count() == 0 ? "no rows" : "no usable rows");
        assertThat(result.interval()).isNull();
        assertThat(result.rows()).isZero();
      }
    }
  }

  /** Lets a metric see what it declared, and fails on everything else. */
  private record Declared(Set<Statistic<?>> statistics, StateView view) implements StateView {
    static Declared by(StateView view, List<Statistic<?>> needs) {
      Set<Statistic<?>> statistics = new HashSet<>();
      for (Statistic<?> need : needs) {
        statistics.add(need);
        statistics.add(need.unweighted());
        statistics.add(new RowAudit(need.domain()));
      }
      return new Declared(statistics, view);
    }

    @Override
    public <S extends State<S>> S state(Statistic<S> statistic) {
      assertThat(statistics).as("declared statistics").contains(statistic);
      return view.state(statistic);
    }

    @Override
    public boolean weighted() {
      return view.weighted();
    }
  }

  @Test
  void metricsReadOnlyWhatTheyDeclare() {
    Property.check(
        TRIALS,
        random -> {
          Rows rows = rows(random);
          for (Kernel kernel : List.of(PLAIN, WEIGHTED)) {
            StateView view = kernel.state(rows).view();
            for (NamedMetric named : METRICS) {
              Metric metric = named.metric();
              if (view.count(metric.needs().get(0).domain()) > 0) {
                metric.value(Declared.by(view, metric.needs()));
                List<Statistic<?>> both = new ArrayList<>(metric.needs());
                both.addAll(metric.interval().needs());
                metric.interval().interval(Declared.by(view, both), 0.95);
              }
            }
          }
        });
  }

  @Test
  void resultsAreNumbersOrReasonsAndFinishingChangesNothing() {
    Kernel groups = kernel(Kernels.catalogueSuite().withWeights().withJackknife());
    Property.check(
        TRIALS,
        random -> {
          Rows rows = rows(random);
          for (Kernel kernel : List.of(PLAIN, WEIGHTED, groups)) {
            SliceState state = kernel.state(rows);
            byte[] before = Kernel.bytes(state);
            for (MetricResult result : results(state)) {
              expectSound(result);
            }
            assertThat(Kernel.bytes(state)).as("bytes after finishing").isEqualTo(before);
          }
        });
  }

  private static void expectSound(MetricResult result) {
    String name = result.metric().text();
    if (result.value() instanceof MetricValue.Scalar scalar) {
      assertThat(scalar.value()).as(name).isNotNaN();
      assertThat(scalar.errorBound()).as("error bound of %s", name).isGreaterThanOrEqualTo(0);
      assertThat(scalar.details().values()).as("details of %s", name).doesNotContain(Double.NaN);
    } else if (result.value() instanceof MetricValue.Curve curve) {
      for (List<Double> point : curve.points()) {
        assertThat(point).as(name).hasSameSizeAs(curve.columns()).doesNotContain(Double.NaN);
      }
    } else {
      assertThat(((MetricValue.Undefined) result.value()).reason()).as(name).isNotBlank();
    }
    Interval interval = result.interval();
    if (interval != null) {
      double low = interval.low() == null ? Double.NEGATIVE_INFINITY : interval.low();
      double high = interval.high() == null ? Double.POSITIVE_INFINITY : interval.high();
      assertThat(low).as("interval of %s", name).isLessThanOrEqualTo(high);
      assertThat(high - low).as("width of the interval of %s", name).isNotNaN();
    }
  }

  @Test
  void rowsThatCannotBeUsedInfluenceNothing() {
    Property.check(
        TRIALS,
        random -> {
          List<Role> roles = WEIGHTED.plan().roles();
          Rows rows = RowGenerator.clean(random, roles, random.nextInt(1, 40));
          int[] twice = new int[2 * rows.count()];
          Arrays.setAll(twice, i -> i / 2);
          Rows doubled = rows.select(twice);
          double[] weights = doubled.column(Role.WEIGHT).clone();
          for (int i = 1; i < weights.length; i += 2) {
            weights[i] = random.nextBoolean() ? 0.0 : Double.NaN;
          }
          expectSameValues(
              influenced(results(WEIGHTED.state(rows))),
              influenced(results(WEIGHTED.state(doubled.with(Role.WEIGHT, weights)))));
        });
  }

  private static List<MetricResult> influenced(List<MetricResult> results) {
    return results.stream().filter(r -> !OF_ALL_ROWS.contains(r.metric().id())).toList();
  }

  @Test
  void weightsOfOneChangeNoValue() {
    Property.check(
        TRIALS,
        random -> {
          Rows rows = rows(random);
          double[] ones = new double[rows.count()];
          Arrays.fill(ones, 1.0);
          expectSameValues(
              results(PLAIN.state(rows)), results(WEIGHTED.state(rows.with(Role.WEIGHT, ones))));
        });
  }

  @Test
  void twiceTheWeightsAreTheSameValues() {
    Property.check(
        TRIALS,
        random -> {
          Rows rows = rows(random);
          double[] weights = new double[rows.count()];
          Arrays.setAll(weights, i -> random.nextInt(5));
          double[] doubled = Arrays.stream(weights).map(w -> 2 * w).toArray();
          List<MetricResult> once = results(WEIGHTED.state(rows.with(Role.WEIGHT, weights)));
          List<MetricResult> twice = results(WEIGHTED.state(rows.with(Role.WEIGHT, doubled)));
          for (int m = 0; m < once.size(); m++) {
            String name = once.get(m).metric().text();
            String id = once.get(m).metric().id();
            boolean counted = COUNTS.contains(id) || SMOOTHED.contains(id);
            // A finite term may overflow when it is multiplied by twice the weight.
            boolean overflowed = twice.get(m).counters().containsKey("n_overflow");
            if (!counted && !name.contains("=sum)") && !overflowed) {
              assertThat(scaleFree(twice.get(m).value()))
                  .as(name)
                  .isEqualTo(scaleFree(once.get(m).value()));
            }
          }
        });
  }

  /** The part of a value that is not a count: details and some columns are. */
  private static Object scaleFree(MetricValue value) {
    if (value instanceof MetricValue.Scalar scalar) {
      return List.of(scalar.value(), scalar.exactness(), scalar.errorBound());
    }
    if (value instanceof MetricValue.Curve curve) {
      List<List<Double>> points = new ArrayList<>();
      for (List<Double> point : curve.points()) {
        List<Double> kept = new ArrayList<>(point);
        for (int c = kept.size() - 1; c >= 0; c--) {
          if (COUNTED.contains(curve.columns().get(c))) {
            kept.remove(c);
          }
        }
        points.add(kept);
      }
      return points;
    }
    return "undefined";
  }
}
