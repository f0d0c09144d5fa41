package dev.slicewise.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What tests of two samples and of matrices need. Oracle: scipy 1.17.1 and numpy 2.4.6. */
class TestDistributionsTest {
  private static void expect(double found, double wanted) {
    assertThat(found).isCloseTo(wanted, within(1e-13 * Math.max(Math.abs(wanted), 1e-300)));
  }

  /** special.kolmogorov. */
  @Test
  void kolmogorov() {
    assertThat(Kolmogorov.survival(0)).isEqualTo(1.0);
    assertThat(Kolmogorov.survival(0.01)).isEqualTo(1.0);
    expect(Kolmogorov.survival(0.3), 0.9999906941986655);
    expect(Kolmogorov.survival(0.5), 0.9639452436648751);
    expect(Kolmogorov.survival(0.99), 0.2808738392255489);
    expect(Kolmogorov.survival(1.0), 0.26999967167735456);
    expect(Kolmogorov.survival(1.5), 0.022217962616525127);
    expect(Kolmogorov.survival(3), 3.045995948942526e-08);
    assertThat(Kolmogorov.survival(Double.POSITIVE_INFINITY)).isZero();
    assertThatThrownBy(() -> Kolmogorov.survival(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** special.digamma, polygamma. */
  @Test
  void harmonicNumbers() {
    expect(Harmonic.first(1), 1.0);
    expect(Harmonic.first(5.5), 2.3701269953014656);
    expect(Harmonic.first(69), 4.8185510433523575);
    expect(Harmonic.first(1e9), 21.300481502347946);
    expect(Harmonic.second(1), 1.0);
    expect(Harmonic.second(5.5), 1.4786495310982681);
    expect(Harmonic.second(69), 1.6305458258573666);
    expect(Harmonic.second(1e9), 1.6449340658482263);
    assertThat(Harmonic.first(0)).isCloseTo(0, within(1e-15));
  }

  /** stats.chi2.isf. */
  @Test
  void quantilesOfChiSquared() {
    assertThat(ChiSquared.tailQuantile(0.05, 5)).isCloseTo(11.070497693516355, within(1e-11));
    assertThat(ChiSquared.tailQuantile(0.01, 199)).isCloseTo(248.32859572006595, within(1e-9));
  }

  /** stats.false_discovery_control. */
  @Test
  void falseDiscoveries() {
    assertThat(FalseDiscovery.benjaminiHochberg(0.01, 0.04, 0.03, 0.005, 0.8))
        .containsExactly(new double[] {0.025, 0.05, 0.05, 0.025, 0.8}, within(1e-15));
    assertThat(FalseDiscovery.benjaminiHochberg()).isEmpty();
  }

  /**
   * A random matrix: Σσ² is the sum of squares, and the product of the σ of L is that of its
   * diagonal.
   */
  @Test
  void singularValuesAndFactors() {
    SplittableRandom random = new SplittableRandom(7);
    int size = 12;
    double[][] l = new double[size][size];
    double squares = 0;
    double logs = 0;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        l[i][j] = i == j ? 0.5 + random.nextDouble() : random.nextDouble() - 0.5;
        squares += l[i][j] * l[i][j];
      }
      logs += Math.log(l[i][i]);
    }
    double[] values = SingularValues.of(l);
    double found = 0;
    double foundLogs = 0;
    for (int i = 0; i < size; i++) {
      found += values[i] * values[i];
      foundLogs += Math.log(values[i]);
      assertThat(i == 0 || values[i] <= values[i - 1]).isTrue();
    }
    assertThat(found).isCloseTo(squares, within(1e-13 * squares));
    assertThat(foundLogs).isCloseTo(logs, within(1e-12));
    double[][] product = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          product[i][j] += l[i][k] * l[j][k];
        }
      }
    }
    Cholesky factor = Cholesky.of(product);
    assertThat(factor.singular()).isFalse();
    for (int i = 0; i < size; i++) {
      assertThat(factor.factor()[i]).containsExactly(l[i], within(1e-12));
    }
    assertThat(SingularValues.of(new double[3][3])).containsOnly(0.0);
    assertThat(SingularValues.of(new double[][] {{1e200, 0}, {0, 1e100}}))
        .containsExactly(1e200, 1e100);
    double[][] singular = {{1, 2, 3}, {2, 4, 6}, {3, 6, 10}};
    assertThat(Cholesky.of(singular).rank()).isEqualTo(2);
  }
}
