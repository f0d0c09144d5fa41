package dev.slicewise.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sorting by digits against the library's sort. */
class RadixSortTest {
  @Test
  void sortsAnyKeysAsTheLibraryDoes() {
    Random random = new Random(20260101);
    for (int round = 0; round < 300; round++) {
      int count = random.nextInt(3_000);
      long low = random.nextLong();
      // From all bits to none differing, at either end; signs too.
      int drop = random.nextInt(64);
      int shift = random.nextInt(64);
      long[] keys = new long[count + 3];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = (random.nextLong() >>> drop << shift) + (round % 3 == 0 ? low : 0);
      }
      long[] expected = keys.clone();
      Arrays.sort(expected, 0, count);
      RadixSort.sort(keys, count);
      assertThat(keys).as("round %d, drop %d, shift %d", round, drop, shift).isEqualTo(expected);
    }
  }

  @Test
  void keepsWhatIsSorted() {
    long[] keys = new long[1000];
    Arrays.setAll(keys, i -> i * 3L - 1500);
    long[] expected = keys.clone();
    RadixSort.sort(keys, keys.length);
    assertThat(keys).isEqualTo(expected);
  }
}
