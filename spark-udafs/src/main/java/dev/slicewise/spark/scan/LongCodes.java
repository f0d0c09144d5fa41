package dev.slicewise.spark.scan;

import java.util.Arrays;

/** Numbers longs in the order in which they are first seen. */
final class LongCodes {
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;
  private static final int SMALLEST = 6;

  private int bits = SMALLEST;
  private long[] keys = new long[1 << SMALLEST];

  /** Per slot of the table the code plus one; 0 in free slots. */
  private int[] codes = new int[1 << SMALLEST];

  private long[] byCode = new long[1 << SMALLEST];
  private int size;

  /** The code of a value, from 0 on; a guess, if it is right and not negative, saves the search. */
  int code(long key, int guess) {
    return guess >= 0 && byCode[guess] == key ? guess : code(key);
  }

  /** The code of a value, from 0 on. */
  int code(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key * GOLDEN_RATIO >>> (64 - bits));
    while (codes[slot] != 0) {
      if (keys[slot] == key) {
        return codes[slot] - 1;
      }
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    if (size == byCode.length) {
      byCode = Arrays.copyOf(byCode, 2 * size);
    }
    byCode[size] = key;
    codes[slot] = ++size;
    if (2 * size > keys.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCodes = codes;
    bits++;
    keys = new long[1 << bits];
    codes = new int[1 << bits];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCodes[i] != 0) {
        int slot = (int) (oldKeys[i] * GOLDEN_RATIO >>> (64 - bits));
        while (codes[slot] != 0) {
          slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = oldKeys[i];
        codes[slot] = oldCodes[i];
      }
    }
  }

  long heapBytes() {
    return 12L * keys.length + 8L * byCode.length;
  }
}
