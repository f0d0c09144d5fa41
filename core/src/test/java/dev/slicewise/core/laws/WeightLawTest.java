package dev.slicewise.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.OfModel;
import dev.slicewise.core.statistic.PerCategory;
import dev.slicewise.core.statistic.PerClass;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.State;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.statistic.TopRows;
import dev.slicewise.core.statistic.Weighting;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Residual;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A row of integer weight k leaves the bytes that k rows of weight 1 leave. What this law does not
 * cover is what counts rows instead of weight, each stated in a test of its own: n in the row
 * audit, every Σw² (row audit, cell counts, sums weighted by w²), the rows of {@link TopRows}, and
 * how many terms of a sum overflowed.
 */
class WeightLawTest {
  private static final Statistic<?> AUDIT = new RowAudit(Domain.REAL);
  private static final Sum SQUARED = Sum.squaredWeights(Residual.UNDER);
  private static final CellCounts CELLS = CellCounts.of(Compare.below(Residual.SIGNED, 0));
  private static final TopRows TOP = new TopRows(Residual.ABSOLUTE, 5);

  static List<Kernel> kernels() {
    Suite kinds = Kernels.remembering(Kernels.INSTANCES).withWeights();
    Suite catalogue = Kernels.catalogueSuite().withWeights();
    return List.of(
        new Kernel("every kind", EvaluationPlan.of(kinds)),
        new Kernel("the catalogue", EvaluationPlan.of(catalogue)));
  }

  /** Rows of weights 0 to 5, and the same rows so many times with weight 1. */
  private record Twice(Rows weighted, Rows repeated) {
    static Twice of(SplittableRandom random, Rows rows) {
      double[] weights = new double[rows.count()];
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < weights.length; i++) {
        weights[i] = random.nextInt(6);
        for (int copy = 0; copy < weights[i]; copy++) {
          places.add(i);
        }
      }
      long[] keys = new long[weights.length];
      Arrays.setAll(keys, i -> random.nextInt(9));
      Rows keyed = rows.withKeys(keys);
      Rows often = keyed.select(places.stream().mapToInt(Integer::intValue).toArray());
      double[] ones = new double[places.size()];
      Arrays.fill(ones, 1.0);
      return new Twice(keyed.with(Role.WEIGHT, weights), often.with(Role.WEIGHT, ones));
    }
  }

  private static Rows rows(SplittableRandom random, Kernel kernel) {
    return RowGenerator.some(random, kernel.plan().roles());
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void aRowOfWeightKIsThatRowKTimes(Kernel kernel) {
    Property.check(
        Math.max(1, Property.TREES / 10),
        random -> {
          Twice twice = Twice.of(random, rows(random, kernel));
          SliceState once = kernel.state(twice.weighted(), Kernel.anyCapacity(random));
          SliceState often = kernel.state(twice.repeated(), Batch.CAPACITY);
          for (Statistic<?> statistic : kernel.plan().statistics()) {
            if (covered(statistic) && !overflowed(statistic, once)) {
              assertThat(Kernel.bytes(once, statistic))
                  .as(statistic.toString())
                  .isEqualTo(Kernel.bytes(often, statistic));
            }
          }
        });
  }

  private static boolean covered(Statistic<?> statistic) {
    if (statistic instanceof PerCategory groups) {
      return covered(groups.inner());
    }
    if (statistic instanceof OfModel ofModel) {
      return covered(ofModel.inner());
    }
    boolean squared =
        (statistic instanceof Sum sum && sum.weighting() == Weighting.SQUARED_WEIGHT)
            || (statistic instanceof ProductSum product
                && product.weighting() == Weighting.SQUARED_WEIGHT);
    boolean countsRows =
        statistic instanceof RowAudit
            || statistic instanceof CellCounts
            || statistic instanceof TopRows
            || (statistic instanceof PerClass<?> classes && !covered(classes.inner()));
    return !squared && !countsRows;
  }

  private static boolean overflowed(Statistic<?> statistic, SliceState state) {
    return overflows(statistic, state) > 0;
  }

  private static <S extends State<S>> long overflows(Statistic<S> statistic, SliceState state) {
    return state.view().state(statistic).overflows();
  }

  @Test
  void weightAddsUpAndRowsDoNot() {
    Kernel kernel = kernels().get(0);
    Property.check(
        300,
        random -> {
          Rows rows = RowGenerator.clean(random, kernel.plan().roles(), 1 + random.nextInt(40));
          Twice twice = Twice.of(random, rows);
          RowAudit.State once = kernel.state(twice.weighted()).view().rows(Domain.REAL);
          RowAudit.State often = kernel.state(twice.repeated()).view().rows(Domain.REAL);
          double[] weights = twice.weighted().column(Role.WEIGHT);
          long positive = Arrays.stream(weights).filter(w -> w > 0).count();
          double squares = Arrays.stream(weights).map(w -> w * w).sum();
          assertThat(once.exactWeight()).isEqualTo(often.exactWeight());
          assertThat(once.used()).isEqualTo(positive);
          assertThat(often.used()).isEqualTo(twice.repeated().count());
          assertThat(once.exactSquaredWeight()).isEqualTo(Dyadic.of(squares));
          assertThat(often.exactSquaredWeight()).isEqualTo(often.exactWeight());
        });
  }

  @Test
  void cellsHoldWeightAndBesideItSquaredWeight() {
    Kernel kernel = kernels().get(0);
    Property.check(
        300,
        random -> {
          Twice twice = Twice.of(random, rows(random, kernel));
          CellCounts.State once = kernel.state(twice.weighted()).view().state(CELLS);
          CellCounts.State often = kernel.state(twice.repeated()).view().state(CELLS);
          for (int cell = 0; cell < once.cells(); cell++) {
            assertThat(once.mass(cell)).isEqualTo(often.mass(cell));
            assertThat(often.squaredWeight(cell)).isEqualTo(often.mass(cell).toDouble());
            assertThat(once.squaredWeight(cell))
                .isGreaterThanOrEqualTo(often.squaredWeight(cell))
                .isLessThanOrEqualTo(5 * often.squaredWeight(cell));
          }
        });
  }

  @Test
  void sumsOfSquaredWeightsCountARowKSquaredTimes() {
    Kernel kernel = kernels().get(0);
    Rows rows = rowsOf(kernel, new double[] {4, 1}, new double[] {3, 7}, new double[] {5, 2});
    // UNDER = max(label − prediction, 0): one row of error 1 and weight 5, one of 0.
    assertThat(kernel.state(rows).view().sum(SQUARED).value()).isEqualTo(25);
    Rows five = rows.select(0, 0, 0, 0, 0).with(Role.WEIGHT, new double[] {1, 1, 1, 1, 1});
    assertThat(kernel.state(five).view().sum(SQUARED).value()).isEqualTo(5);
  }

  @Test
  void topRowsListsARowOnceWhateverItsWeight() {
    Kernel kernel = kernels().get(0);
    Rows row = rowsOf(kernel, new double[] {4}, new double[] {1}, new double[] {3});
    assertThat(kernel.state(row).view().state(TOP).rows()).hasSize(1);
    Rows thrice = row.select(0, 0, 0).with(Role.WEIGHT, new double[] {1, 1, 1});
    assertThat(kernel.state(thrice).view().state(TOP).rows()).hasSize(3);
  }

  @Test
  void anOverflowingTermCountsRowsAndKeepsItsValue() {
    Kernel kernel = kernels().get(0);
    double[] weight = {3};
    Rows huge = rowsOf(kernel, new double[] {-1e308}, new double[] {1e308}, weight);
    ExactSum once = kernel.state(huge).view().sum(Sum.of(Residual.OVER));
    Rows thrice = huge.select(0, 0, 0).with(Role.WEIGHT, new double[] {1, 1, 1});
    ExactSum often = kernel.state(thrice).view().sum(Sum.of(Residual.OVER));
    assertThat(once.value()).isEqualTo(often.value()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(once.overflows()).isEqualTo(1);
    assertThat(often.overflows()).isEqualTo(3);
    // Finite terms whose product with the weight is not: infinite too, although three rows are not.
    Rows large = rowsOf(kernel, new double[] {1e308}, new double[] {1e308}, weight);
    assertThat(kernel.state(large).view().sum(Sum.of(Column.LABEL)).value()).isInfinite();
  }

  /** Rows of label, prediction and weight; zeros in all other columns. */
  private static Rows rowsOf(Kernel kernel, double[] label, double[] prediction, double[] weight) {
    List<Role> roles = kernel.plan().roles();
    List<Role> numbers = roles.stream().filter(role -> role.shape() == Shape.NUMBER).toList();
    double[][] columns = new double[numbers.size()][label.length];
    columns[numbers.indexOf(Role.LABEL)] = label;
    columns[numbers.indexOf(Role.PREDICTION)] = prediction;
    columns[numbers.indexOf(Role.WEIGHT)] = weight;
    assertThat(kernel.plan().statistics()).contains(AUDIT, SQUARED, CELLS, TOP);
    Rows rows = Rows.of(numbers, columns);
    for (Role role : roles) {
      if (role.shape() != Shape.NUMBER) {
        Object one =
            switch (role.shape()) {
              case NUMBER, NUMBERS -> new double[] {0};
              case TEXT -> "a";
              case TEXTS -> new String[] {"a"};
              case TEXT_LISTS -> new String[][] {{"a"}};
            };
        Object[] column = new Object[label.length];
        Arrays.fill(column, one);
        rows = rows.withObjects(role, column);
      }
    }
    return rows;
  }
}
