package dev.slicewise.core.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Kernels;
import dev.slicewise.core.laws.Numbers;
import dev.slicewise.core.laws.Property;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.numeric.BinLevel;
import dev.slicewise.core.numeric.BinTable;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Oracle: the definitions, computed from all rows at once, level by level. */
class HistogramsTest {
  private static final Term VALUE = new Column(Domain.of(Role.VALUE), Role.VALUE);
  private static final int[] BOUNDS = {4, 5, 8, 13, 64, 4096};

  private static double[] values(SplittableRandom random) {
    Numbers kind = Numbers.any(random);
    Numbers other = Numbers.any(random);
    double[] values = new double[random.nextInt(1, 200)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (random.nextInt(3) == 0 ? other : kind).draw(random);
    }
    return values;
  }

  private static int bound(SplittableRandom random) {
    return BOUNDS[random.nextInt(BOUNDS.length)];
  }

  private static long magnitude(double value) {
    return Double.doubleToRawLongBits(Math.abs(value));
  }

  /** The bin of a row when so many low bits are dropped; null for no bin. */
  private interface BinOf {
    Object of(int row, int dropped);
  }

  /** The largest level at which the distinct bins of all values fit; regions never share one. */
  private static int level(double[] values, int maxBins, BinOf binOf) {
    for (int level = 52; level > BinLevel.COARSEST; level--) {
      int k = level;
      long bins =
          IntStream.range(0, values.length)
              .mapToObj(i -> binOf.of(i, 52 - k))
              .filter(bin -> bin != null)
              .distinct()
              .count();
      if (bins <= maxBins) {
        return level;
      }
    }
    return BinLevel.COARSEST;
  }

  private static BitHistogram.State bitHistogram(double[] values, int maxBins) {
    BitHistogram statistic = new BitHistogram(VALUE, maxBins);
    Kernel kernel =
        new Kernel("values", EvaluationPlan.of(Kernels.remembering(List.of(statistic))));
    return kernel.state(Rows.of(List.of(Role.VALUE), values), 64).view().state(statistic);
  }

  @Test
  void theLevelIsTheLargestThatFitsAndBinsHoldTheirRows() {
    Property.check(
        400,
        random -> {
          double[] values = values(random);
          int maxBins = bound(random);
          BitHistogram.State state = bitHistogram(values, maxBins);
          int expected =
              level(
                  values,
                  maxBins,
                  (i, dropped) -> {
                    long bin = magnitude(values[i]) >> dropped;
                    return values[i] == 0 ? null : values[i] > 0 ? bin : ~bin;
                  });
          assertThat(state.level()).isEqualTo(expected);
          TreeMap<Double, Long> counts = new TreeMap<>();
          for (double value : values) {
            long bin = magnitude(value) >> (52 - expected);
            double near = BinLevel.lower(bin, expected);
            // One number per bin: zero is its own, a negative bin goes by its smallest value.
            double name = value == 0 ? 0 : value > 0 ? near : -BinLevel.upper(bin, expected);
            counts.merge(value > 0 && near == 0 ? Double.MIN_VALUE : name, 1L, Long::sum);
          }
          assertThat(state.distribution().mass())
              .isEqualTo(counts.values().stream().map(BigInteger::valueOf).toArray());
        });
  }

  @Test
  void quantilesLieInTheirBinsAndWithinTheBound() {
    String[] probabilities = {"0.01", "0.07", "0.25", "0.5", "0.9", "0.99", "0.999", "1"};
    Property.check(
        400,
        random -> {
          double[] values = values(random);
          Distribution bins = bitHistogram(values, bound(random)).distribution();
          double[] sorted = values.clone();
          Arrays.sort(sorted);
          for (String text : probabilities) {
            BigDecimal q = new BigDecimal(text);
            BigDecimal rank = q.multiply(BigDecimal.valueOf(sorted.length));
            int place = Math.max(1, rank.setScale(0, java.math.RoundingMode.CEILING).intValue());
            double exact = sorted[place - 1] + 0.0;
            int bin = bins.quantileBin(q);
            assertThat(exact).isBetween(bins.low()[bin], bins.high()[bin]);
            if (Math.abs(exact) >= Double.MIN_NORMAL) {
              double error = Math.abs(bins.middle()[bin] / 2 - exact / 2);
              assertThat(error)
                  .as("q = %s: %s instead of %s", q, bins.middle()[bin], exact)
                  .isLessThanOrEqualTo(bins.relativeBound() * Math.abs(exact / 2));
            }
            if (bins.relativeBound() == 0 || exact == 0) {
              assertThat(bins.middle()[bin]).isEqualTo(exact);
            }
          }
        });
  }

  @Test
  void float32ValuesStayExactWhateverTheBound() {
    Property.check(
        200,
        random -> {
          double[] values = new double[3_000];
          Arrays.setAll(values, i -> (float) (1 + random.nextInt(2_000) / 2_048.0));
          Distribution bins = bitHistogram(values, 2_048).distribution();
          assertThat(bins.relativeBound()).isZero();
          assertThat(bins.middle()).isEqualTo(Arrays.stream(values).distinct().sorted().toArray());
        });
  }

  @Test
  void ranksBeyondTheRowsHaveNoBin() {
    Distribution none = bitHistogram(new double[0], 8).distribution();
    assertThat(none.size()).isZero();
    assertThat(none.total()).isZero();
    assertThat(none.quantileBin(new BigDecimal("0.5"))).isEqualTo(-1);
    Distribution one = bitHistogram(new double[] {3}, 8).distribution();
    assertThat(one.binOfRank(BigInteger.TWO)).isEqualTo(-1);
    assertThat(one.quantileBin(BigDecimal.ZERO)).isZero();
  }

  private static final Role[] SCORED = {Role.LABEL, Role.PREDICTION};

  private static ScoreHistogram.State scores(double[] labels, double[] scores, int maxBins) {
    ScoreHistogram statistic = new ScoreHistogram(Domain.BINARY_SCORE, maxBins, false);
    Kernel kernel =
        new Kernel("scores", EvaluationPlan.of(Kernels.remembering(List.of(statistic))));
    return kernel.state(Rows.of(List.of(SCORED), labels, scores), 64).view().state(statistic);
  }

  @Test
  void scoreBinsAscendAndEachThresholdAdmitsItsBinsExactly() {
    Property.check(
        500,
        random -> {
          double[] scores = values(random);
          double[] labels = new double[scores.length];
          Arrays.setAll(labels, i -> random.nextInt(2));
          int maxBins = bound(random);
          ScoreHistogram.State state = scores(labels, scores, maxBins);
          assertThat(state.level()).isEqualTo(level(scores, maxBins, (i, d) -> bin(scores, i, d)));
          ScoreBins bins = state.bins();
          assertThat(bins.size()).isLessThanOrEqualTo(maxBins);
          for (int bin = bins.size() - 1; bin >= 0; bin--) {
            double threshold = bins.low()[bin];
            int from = bin;
            assertThat(admitted(scores, labels, threshold, 1.0))
                .isEqualTo(sum(bins.positives(), from));
            assertThat(admitted(scores, labels, threshold, 0.0))
                .isEqualTo(sum(bins.negatives(), from));
            assertThat(bins.score()[bin]).isGreaterThanOrEqualTo(threshold);
            if (bin + 1 < bins.size()) {
              assertThat(bins.score()[bin]).isLessThan(bins.low()[bin + 1]);
            }
          }
        });
  }

  /** The four stretches of the real line that share no bin, by the definition of the layout. */
  private static Object bin(double[] scores, int row, int dropped) {
    double s = scores[row];
    long region = s < 0 ? 0 : s < 0.5 ? 1 : s <= 1 ? 2 : 3;
    return List.of(region, magnitude(region == 2 ? 1 - s : s) >> dropped);
  }

  private static BigInteger admitted(double[] scores, double[] labels, double at, double label) {
    return BigInteger.valueOf(
        IntStream.range(0, scores.length)
            .filter(i -> scores[i] >= at && labels[i] == label)
            .count());
  }

  private static BigInteger sum(BigInteger[] masses, int from) {
    return Arrays.stream(masses, from, masses.length).reduce(BigInteger.ZERO, BigInteger::add);
  }

  @Test
  void scoresOfFewBitsStandForThemselves() {
    double[] labels = {0, 1, 0, 1, 1, 0};
    double[] scores = {-3, -0.0, 0.25, 0.5, 1, 40};
    ScoreBins bins = scores(labels, scores, 4096).bins();
    assertThat(bins.lossless()).isTrue();
    assertThat(bins.score()).containsExactly(-3, 0, 0.25, 0.5, 1, 40);
    assertThat(bins.low()).isEqualTo(bins.score());
    assertThat(bins.totalPositives()).isEqualTo(3);
    assertThat(bins.totalNegatives()).isEqualTo(3);
    assertThat(bins.scoreSums()).isNull();
  }

  @Test
  void binnedSumsAreTheSumsOfTheRowsOfEachBin() {
    BinnedSums statistic = new BinnedSums(Column.PREDICTION, List.of(Column.LABEL), 6);
    Kernel kernel =
        new Kernel("binned", EvaluationPlan.of(Kernels.remembering(List.of(statistic))));
    Property.check(
        500,
        random -> {
          double[] key = values(random);
          double[] label = new double[key.length];
          Arrays.setAll(label, i -> Numbers.MIXED.draw(random));
          Rows rows = Rows.of(List.of(SCORED), label, key);
          BinnedSums.State state = kernel.state(rows, 64).view().state(statistic);
          int level = level(key, 6, (i, d) -> BinTable.code(key[i] + 0.0) >> d);
          TreeMap<Long, BigDecimal> sums = new TreeMap<>();
          TreeMap<Long, Long> counts = new TreeMap<>();
          for (int i = 0; i < key.length; i++) {
            long bin = BinTable.code(key[i] + 0.0) >> (52 - level);
            sums.merge(bin, new BigDecimal(label[i]), BigDecimal::add);
            counts.merge(bin, 1L, Long::sum);
          }
          assertThat(state.keys())
              .isEqualTo(sums.keySet().stream().mapToLong(Long::longValue).toArray());
          for (long bin : state.keys()) {
            assertThat(state.sums(bin)[0].value()).isEqualTo(sums.get(bin).doubleValue() + 0.0);
            assertThat(state.sums(bin)[1].value()).isEqualTo(counts.get(bin).doubleValue());
          }
        });
  }

  @Test
  void boundsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new BitHistogram(VALUE, 1)).hasMessageContaining("[2, 65536]");
    assertThatThrownBy(() -> new ScoreHistogram(Domain.BINARY_SCORE, 3, false))
        .hasMessageContaining("[4, 65536]");
    assertThatThrownBy(() -> new BinnedSums(VALUE, List.of(), 65_537))
        .hasMessageContaining("[2, 65536]");
    assertThatThrownBy(() -> new TopRows(VALUE, 0)).hasMessageContaining("[1, 1000]");
    assertThatThrownBy(() -> new CalibrationTable(Domain.BINARY_PROBABILITY, 0))
        .hasMessageContaining("1 to 10000");
    assertThatThrownBy(() -> CellCounts.of()).hasMessageContaining("1 to 5 indicators");
    assertThatThrownBy(() -> ProductSum.of(VALUE, Column.LABEL)).hasMessageContaining("one domain");
  }
}
