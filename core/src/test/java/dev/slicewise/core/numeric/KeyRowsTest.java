package dev.slicewise.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeyRowsTest {
  /** Keys around some centre, of either sign, sparse or dense. */
  private static long[] keys(SplittableRandom random) {
    int count = random.nextInt(0, 3) == 0 ? random.nextInt(0, 300) : random.nextInt(0, 4000);
    int bits = random.nextInt(1, 62);
    long centre = random.nextLong() >> random.nextInt(1, 40);
    return LongStream.range(0, count).map(i -> centre / 2 + (random.nextLong() >>> bits)).toArray();
  }

  private static KeyRows one(long[] keys) {
    return new KeyRows(keys, new int[] {0}, new int[] {keys.length});
  }

  private static int bins(long[] lower, long[] upper, int shift) {
    Set<Long> all = new HashSet<>();
    Arrays.stream(lower).forEach(key -> all.add(key >> shift));
    int bins = all.size();
    all.clear();
    Arrays.stream(upper).forEach(key -> all.add(key >> shift));
    return bins + all.size();
  }

  @Test
  void rowsAreCountedByCellAtAnyLevel() {
    SplittableRandom random = new SplittableRandom(7);
    for (int turn = 0; turn < 400; turn++) {
      long[] keys = keys(random);
      int cut = random.nextInt(0, keys.length + 1);
      int shift = random.nextInt(0, 64);
      KeyRows rows = new KeyRows(keys, new int[] {0, cut}, new int[] {cut, keys.length});
      SortedBins counted = rows.count(shift);
      TreeMap<Long, long[]> expected = new TreeMap<>();
      for (int i = 0; i < keys.length; i++) {
        expected.computeIfAbsent(keys[i] >> shift, key -> new long[2])[i < cut ? 0 : 1]++;
      }
      assertThat(counted.size).isEqualTo(expected.size());
      int bin = 0;
      for (Map.Entry<Long, long[]> entry : expected.entrySet()) {
        assertThat(counted.keys[bin]).isEqualTo(entry.getKey());
        assertThat(Arrays.copyOfRange(counted.cells, 2 * bin, 2 * bin + 2))
            .isEqualTo(entry.getValue());
        bin++;
      }
    }
  }

  @Test
  void givesUpTheFewestLevelsThatFitOrNone() {
    SplittableRandom random = new SplittableRandom(8);
    int someGivenUp = 0;
    for (int turn = 0; turn < 400; turn++) {
      long[] lower = keys(random);
      long[] upper = keys(random);
      int limit = random.nextInt(4, 1000);
      KeyRows[] rows = {one(lower), one(upper)};
      int levels = KeyRows.levelsToGiveUp(rows, limit);
      if (levels > 0) {
        someGivenUp++;
        assertThat(bins(lower, upper, levels)).isLessThanOrEqualTo(limit);
        assertThat(bins(lower, upper, levels - 1)).isGreaterThan(limit);
      }
      for (int i = 0; i < 2; i++) {
        long[] keys = i == 0 ? lower : upper;
        assertThat(Arrays.copyOf(rows[i].count(levels).keys, rows[i].count(levels).size))
            .isEqualTo(Arrays.stream(keys).map(key -> key >> levels).sorted().distinct().toArray());
      }
    }
    assertThat(someGivenUp).isGreaterThan(100);
  }
}
