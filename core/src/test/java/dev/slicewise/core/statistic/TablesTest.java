package dev.slicewise.core.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Kernels;
import dev.slicewise.core.laws.Numbers;
import dev.slicewise.core.laws.Property;
import dev.slicewise.core.laws.RowGenerator;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.FixedPoint;
import dev.slicewise.core.numeric.RowHash;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.statistic.CalibrationTable.Field;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Compare;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Residual;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Skip;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Oracle: loops over the rows, in BigDecimal where numbers are rounded. */
class TablesTest {
  private static final List<Role> ROLES = List.of(Role.LABEL, Role.PREDICTION, Role.WEIGHT);

  private static SliceState weighted(Statistic<?> statistic, Rows rows) {
    EvaluationPlan plan = EvaluationPlan.of(Kernels.remembering(List.of(statistic)).withWeights());
    return new Kernel("table", plan).state(rows, 16);
  }

  private static BigDecimal rounded(double term, double weight) {
    BigDecimal units = new BigDecimal(BigInteger.TWO.pow(FixedPoint.FRACTION_BITS));
    BigDecimal whole = new BigDecimal(term).multiply(units).setScale(0, RoundingMode.HALF_EVEN);
    whole = whole.multiply(new BigDecimal(weight)).setScale(0, RoundingMode.HALF_EVEN);
    return whole.divide(units);
  }

  @Test
  void calibrationBinsHoldTheSumsOfTheirRows() {
    Property.check(
        300,
        random -> {
          int bins = 1 + random.nextInt(20);
          CalibrationTable statistic = new CalibrationTable(Domain.BINARY_PROBABILITY, bins);
          Rows rows = probabilities(random);
          CalibrationTable.State state = weighted(statistic, rows).view().state(statistic);
          BigDecimal[][] expected = new BigDecimal[bins][Field.values().length];
          for (BigDecimal[] row : expected) {
            Arrays.fill(row, BigDecimal.ZERO);
          }
          for (int i = 0; i < rows.count(); i++) {
            double y = rows.values()[0][i];
            double p = rows.values()[1][i];
            double w = rows.values()[2][i];
            double[] terms = {1, y, p, p * p, p * y};
            int bin = (int) Math.min(bins - 1, Math.floor(p * bins));
            for (int f = 0; f < terms.length; f++) {
              expected[bin][f] = expected[bin][f].add(rounded(terms[f], w));
            }
          }
          for (int bin = 0; bin < bins; bin++) {
            for (Field field : Field.values()) {
              assertThat(decimal(state.sum(bin, field)))
                  .isEqualByComparingTo(expected[bin][field.ordinal()]);
            }
          }
        });
  }

  private static BigDecimal decimal(Dyadic value) {
    BigDecimal power = new BigDecimal(BigInteger.TWO.pow(Math.abs(value.exponent())));
    BigDecimal mantissa = new BigDecimal(value.mantissa());
    return value.exponent() < 0 ? mantissa.divide(power) : mantissa.multiply(power);
  }

  private static Rows probabilities(SplittableRandom random) {
    int count = random.nextInt(60);
    double[][] columns = new double[3][count];
    for (int i = 0; i < count; i++) {
      columns[0][i] = random.nextInt(2);
      columns[1][i] = Math.abs(Numbers.PROBABILITIES.draw(random));
      columns[2][i] = Math.scalb(1 + random.nextDouble(), random.nextInt(-70, 8));
    }
    return Rows.of(ROLES, columns);
  }

  @Test
  void fixedSumsRoundEachRowTwiceAtMost() {
    Property.check(
        300,
        random -> {
          FixedSum statistic = new FixedSum(new Column(Domain.BINARY_PROBABILITY, Role.PREDICTION));
          Rows rows = probabilities(random);
          BigDecimal expected = BigDecimal.ZERO;
          for (int i = 0; i < rows.count(); i++) {
            expected = expected.add(rounded(rows.values()[1][i], rows.values()[2][i]));
          }
          FixedSum.State state = weighted(statistic, rows).view().state(statistic);
          assertThat(decimal(state.toDyadic())).isEqualByComparingTo(expected);
        });
  }

  @Test
  void cellsCountCombinationsAndExtremesFindTheEnds() {
    CellCounts cells =
        CellCounts.of(
            Compare.above(Residual.SIGNED, 0),
            Compare.atLeast(Column.PREDICTION, 1),
            new Compare(Column.LABEL, Compare.Relation.EQUAL, 0));
    Extremes ends = new Extremes(Residual.SIGNED);
    Kernel kernel =
        new Kernel("cells", EvaluationPlan.of(Kernels.remembering(List.of(cells, ends))));
    Property.check(
        300,
        random -> {
          Rows rows =
              RowGenerator.clean(
                  random, List.of(Role.LABEL, Role.PREDICTION), random.nextInt(1, 80));
          SliceState state = kernel.state(rows, 16);
          double[] label = rows.column(Role.LABEL);
          double[] prediction = rows.column(Role.PREDICTION);
          long[] counts = new long[8];
          double smallest = Double.POSITIVE_INFINITY;
          double largest = Double.NEGATIVE_INFINITY;
          for (int i = 0; i < label.length; i++) {
            double error = prediction[i] - label[i];
            counts[(error > 0 ? 1 : 0) + (prediction[i] >= 1 ? 2 : 0) + (label[i] == 0 ? 4 : 0)]++;
            smallest = Math.min(smallest, error);
            largest = Math.max(largest, error);
          }
          CellCounts.State table = state.view().state(cells);
          for (int cell = 0; cell < table.cells(); cell++) {
            assertThat(table.mass(cell)).isEqualTo(Dyadic.of(counts[cell]));
            assertThat(table.squaredWeight(cell)).isEqualTo(counts[cell]);
          }
          assertThat(state.view().state(ends).smallest()).isEqualTo(smallest + 0.0);
          assertThat(state.view().state(ends).largest()).isEqualTo(largest + 0.0);
        });
  }

  @Test
  void topRowsAreTheLargestOfAllWithTiesByHash() {
    TopRows statistic = new TopRows(Residual.ABSOLUTE, 7);
    Kernel kernel = new Kernel("top", EvaluationPlan.of(Kernels.remembering(List.of(statistic))));
    Property.check(
        300,
        random -> {
          int count = random.nextInt(60);
          long[] keys = random.longs(count).toArray();
          double[] zeros = new double[count];
          double[] errors =
              IntStream.range(0, count).mapToDouble(i -> Numbers.TIES.draw(random)).toArray();
          Rows rows = Rows.of(ROLES.subList(0, 2), zeros, errors).withKeys(keys);
          List<Long> expected =
              IntStream.range(0, count)
                  .boxed()
                  .sorted(
                      Comparator.comparingDouble((Integer i) -> -(Math.abs(errors[i]) + 0.0))
                          .thenComparing(
                              i -> RowHash.hash(keys[i], RowHash.SEED, 0), Long::compareUnsigned))
                  .limit(7)
                  .map(i -> keys[i])
                  .toList();
          TopRows.State state = kernel.state(rows, 16).view().state(statistic);
          assertThat(state.rows()).extracting(TopRows.Row::key).isEqualTo(expected);
          for (TopRows.Row row : state.rows()) {
            assertThat(row.values()[0]).isEqualTo(Math.abs(row.values()[2]));
          }
        });
  }

  @Test
  void everyRowIsCountedUnderItsFirstReason() {
    double nan = Double.NaN;
    double inf = Double.POSITIVE_INFINITY;
    double[] label = {1, 1, nan, inf, inf, 1, 1, 1, 2, 0, 1};
    double[] prediction = {0.5, 0, nan, nan, 0.5, 0.5, 0.5, 0.5, 0.5, 1.0000005, 1.1};
    double[] weight = {2, 1, -1, 1, 1, -1, nan, 0, 1, 1, 1};
    Rows rows = Rows.of(ROLES, label, prediction, weight);
    rows.nulls()[1][1] = true;
    RowAudit statistic = new RowAudit(Domain.BINARY_PROBABILITY);
    RowAudit.State audit = weighted(statistic, rows).view().state(statistic);
    assertThat(audit.counters())
        .isEqualTo(
            Map.of(
                "n_rows",
                11L,
                "n_used",
                2L,
                "n_null",
                1L,
                "n_nan",
                2L,
                "n_inf",
                1L,
                "n_bad_weight",
                2L,
                "n_zero_weight",
                1L,
                "n_domain",
                2L,
                "n_clamped",
                1L));
    assertThat(audit.weight()).isEqualTo(3);
    assertThat(audit.invalid()).isEqualTo(8);
    assertThat(audit.skipped(Skip.INF)).isEqualTo(1);
    assertThat(audit.exactSquaredWeight()).isEqualTo(Dyadic.of(5));
  }

  @Test
  void heapEstimatesGrowWithWhatIsKept() {
    Property.check(
        20,
        random -> {
          Kernel kernel =
              new Kernel("heap", EvaluationPlan.of(Kernels.remembering(Kernels.INSTANCES)));
          Rows rows = RowGenerator.clean(random, kernel.plan().roles(), 300);
          long one = kernel.state(rows.range(0, 1)).heapBytes();
          long all = kernel.state(rows).heapBytes();
          assertThat(one).isGreaterThan(kernel.plan().emptyState().heapBytes());
          assertThat(all).isGreaterThan(one).isLessThan(10_000_000);
        });
  }
}
