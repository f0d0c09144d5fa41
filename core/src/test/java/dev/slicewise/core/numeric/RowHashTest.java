package dev.slicewise.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The hash values themselves are golden cases; these are the properties around them. */
class RowHashTest {
  @Test
  void foldsTellNullFromNumbersAndOrderFromOrder() {
    long one = RowHash.combine(0, 1.0, false);
    assertThat(RowHash.combine(0, 0.0, true)).isNotEqualTo(RowHash.combine(0, 0.0, false));
    assertThat(RowHash.combine(one, 2.0, false))
        .isNotEqualTo(RowHash.combine(RowHash.combine(0, 2.0, false), 1.0, false));
  }

  @Test
  void equalNumbersHashEqually() {
    assertThat(RowHash.combine(7, -0.0, false)).isEqualTo(RowHash.combine(7, 0.0, false));
    assertThat(RowHash.combine(7, Double.longBitsToDouble(0x7ff8000000000001L), false))
        .isEqualTo(RowHash.combine(7, Double.NaN, false));
  }

  @Test
  void groupsAreTheTopFiveBitsAndEvenlyFilled() {
    int[] filled = new int[RowHash.GROUPS];
    for (long key = 0; key < 32_000; key++) {
      filled[RowHash.group(RowHash.hash(key, RowHash.SEED, 0))]++;
    }
    for (int count : filled) {
      // 1000 expected; six standard deviations of a binomial are 187.
      assertThat(count).isBetween(813, 1187);
    }
    assertThat(RowHash.group(-1L)).isEqualTo(31);
    assertThat(RowHash.group(Long.MAX_VALUE)).isEqualTo(15);
  }
}
