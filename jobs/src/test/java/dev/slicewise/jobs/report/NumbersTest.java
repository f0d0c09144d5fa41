package dev.slicewise.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  /** In the expectations a blank stands for the thin space. */
  private static String thin(String text) {
    return text.replace(' ', '\u202f');
  }

  @ParameterizedTest
  @CsvSource({
    "25.183456, 25.05, 25.31, 25.18",
    "1234567.8, 1230000, 1239000, 1 234 568",
    "0.123456, 0.1, 0.15, 0.123",
    "-2.156, -2.3, -2.01, −2.16",
    "0.0000123456, 0.000012, 0.0000127, 1.235 × 10⁻⁵",
    "1e-9, 0.5e-9, 1.5e-9, 1.00 × 10⁻⁹",
    "2.5e12, 2.4e12, 2.6e12, 2.5000 × 10¹²",
    "5, 5, 5, 5",
    "0, -0.01, 0.01, 0.000"
  })
  void hasTheDecimalsItsIntervalSupports(double value, double low, double high, String text) {
    int decimals = Numbers.decimals(value, Samples.interval(low, high));
    assertThat(Numbers.text(value, decimals)).isEqualTo(thin(text));
  }

  @ParameterizedTest
  @CsvSource({
    "1179, 1 179",
    "25.183456, 25.18",
    "0.961284, 0.9613",
    "0.0682, 0.0682",
    "0.00012345, 0.00012",
    "12345.678, 12 346",
    "0, 0",
    "-0.5, −0.5000",
    "Infinity, ∞",
    "-Infinity, −∞"
  })
  void hasFourDigitsWithoutAnInterval(double value, String text) {
    assertThat(Numbers.text(value, Numbers.decimals(value, null))).isEqualTo(thin(text));
  }

  @Test
  void writesTheSmallestAndTheLargest() {
    assertThat(Numbers.text(Double.MIN_VALUE, 12)).isEqualTo(thin("4.9 × 10⁻³²⁴"));
    assertThat(Numbers.text(-Double.MAX_VALUE, 0)).isEqualTo(thin("−1.7977 × 10³⁰⁸"));
    assertThat(Numbers.text(9.99999e9, 0)).isEqualTo(thin("1.0000 × 10¹⁰"));
  }

  @Test
  void keepsEveryDigitForPrograms() {
    assertThat(Numbers.full(25.183456789012347)).isEqualTo("25.183456789012347");
    assertThat(Numbers.full(336_776)).isEqualTo("336776");
    assertThat(Numbers.full(-0.1)).isEqualTo("-0.1");
    assertThat(Numbers.full(Double.POSITIVE_INFINITY)).isEqualTo("Infinity");
  }

  @Test
  void groupsCounts() {
    assertThat(Numbers.count(0)).isEqualTo("0");
    assertThat(Numbers.count(999)).isEqualTo("999");
    assertThat(Numbers.count(1_000)).isEqualTo(thin("1 000"));
    assertThat(Numbers.count(Long.MAX_VALUE)).isEqualTo(thin("9 223 372 036 854 775 807"));
  }

  @Test
  void writesShares() {
    assertThat(Numbers.share(9_430, 336_776)).isEqualTo(thin("2.8 %"));
    assertThat(Numbers.share(1, 1_000_000)).isEqualTo(thin("< 0.1 %"));
    assertThat(Numbers.share(0, 10)).isEqualTo(thin("0 %"));
    assertThat(Numbers.share(0, 0)).isEqualTo(thin("0 %"));
    assertThat(Numbers.share(10, 10)).isEqualTo(thin("100.0 %"));
    assertThat(Numbers.percent(0.95)).isEqualTo(thin("95 %"));
    assertThat(Numbers.percent(0.999)).isEqualTo(thin("99.9 %"));
  }

  @Test
  void roundsBoundsUp() {
    assertThat(Numbers.bound(0.125)).isEqualTo("0.13");
    assertThat(Numbers.bound(0.1201)).isEqualTo("0.13");
    assertThat(Numbers.bound(1234)).isEqualTo(thin("1 300"));
    assertThat(Numbers.bound(Double.POSITIVE_INFINITY)).isEqualTo("∞");
  }
}
