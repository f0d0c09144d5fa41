package dev.slicewise.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Normal and chi-squared tails. Expected values: mpmath 1.4.1 with 40 digits. */
class DistributionTailsTest {
  @ParameterizedTest
  @CsvSource({
    "-37, 5.7255712225245768227e-300",
    "-8, 6.2209605742717841235e-16",
    "-3, 0.0013498980316300945267",
    "-0.7, 0.24196365222307302862",
    "-0.1, 0.46017216272297101633",
    "0, 0.5",
    "0.3, 0.61791142218895263307",
    "1, 0.84134474606854294859",
    "2.5, 0.99379033467422386483",
    "8.3, 0.99999999999999994794",
  })
  void normal(double z, double expected) {
    assertThat(Normal.cdf(z)).isCloseTo(expected, within(1e-12 * expected));
    assertThat(Normal.cdf(z)).isCloseTo(expected, within(3e-16));
    assertThat(Normal.twoSided(z))
        .isCloseTo(2 * Math.min(expected, Normal.cdf(-Math.abs(z))), within(1e-15));
  }

  /** Expected: scipy 1.17.1 norm.isf and mpmath erf. */
  @Test
  void normalQuantilesAndCentralMass() {
    assertThat(Normal.tailQuantile(0.025)).isCloseTo(1.959963984540054, within(1e-14));
    assertThat(Normal.tailQuantile(0.005)).isCloseTo(2.5758293035489004, within(1e-14));
    assertThat(Normal.tailQuantile(1e-300)).isCloseTo(37.0470964, within(1e-6));
    assertThat(Normal.tailQuantile(0.95)).isCloseTo(-1.6448536269514722, within(1e-14));
    assertThat(Normal.tailQuantile(0.5)).isCloseTo(0, within(1e-14));
    assertThat(Normal.centralMass(1)).isCloseTo(0.68268949213708590, within(2e-16));
    assertThat(Normal.centralMass(-0.1)).isCloseTo(-0.079655674554057962, within(2e-17));
    assertThat(Normal.centralMass(100)).isEqualTo(1.0);
    assertThat(Normal.density(1)).isCloseTo(0.24197072451914337, within(1e-16));
  }

  @Test
  void normalEnds() {
    assertThat(Normal.cdf(Double.NEGATIVE_INFINITY)).isEqualTo(0.0);
    assertThat(Normal.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1.0);
    assertThat(Normal.cdf(-1e200)).isEqualTo(0.0);
    assertThat(Normal.cdf(1e200)).isEqualTo(1.0);
  }

  /** 1e-9 is what the catalogue asks of p-values (D.12). */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "0.5, 1, 0.47950012218695346232",
    "3.84, 1, 0.050043521248705103189",
    "6.556370391056521, 4, 0.161273064868224119",
    "1e-8, 3, 0.99999999999973403848",
    "15.5, 7, 0.030098343817749346156",
    "1200, 1000, 0.000012255942330622904168",
    "900, 999, 0.9886211870834188911",
    "1600, 999, 1.3739194940744141106e-30",
    "3000, 1000, 1.6436845843569543369e-198",
    "2, 1000, 1",
    "1e300, 1000, 0",
    "Infinity, 2, 0",
  })
  void chiSquared(double x, int degreesOfFreedom, double expected) {
    assertThat(ChiSquared.survival(x, degreesOfFreedom))
        .isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void chiSquaredRefusesWhatIsNoStatistic() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChiSquared.survival(-1, 3))
        .withMessageContaining("expected x >= 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChiSquared.survival(1, 0))
        .withMessageContaining("degrees of freedom >= 1");
  }

  /**
   * The same bits on every CPU, in the interpreter and compiled: a checksum of 80,000 results. It
   * changes only when an algorithm does.
   */
  @Test
  void sameBitsEverywhere() {
    ByteBuffer bytes = ByteBuffer.allocate(8 * 80_000);
    for (int i = -20_000; i < 20_000; i++) {
      bytes.putDouble(Normal.cdf(i * 0.0019));
    }
    for (int i = 0; i < 40_000; i++) {
      bytes.putDouble(ChiSquared.survival(i * 0.003, 1 + i % 50));
    }
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.flip());
    assertThat(checksum.getValue()).isEqualTo(1975897615L);
  }
}
