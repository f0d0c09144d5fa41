package dev.slicewise.spark.scan;

import java.util.Arrays;

/** Numbers the keys of slices in the order in which they are first seen. */
final class SliceKeys {
  private static final int SMALLEST = 256;

  /** Per slot of the table, the number of a slice plus one; 0 in free slots. */
  private int[] table = new int[2 * SMALLEST];

  private int[] hashes = new int[SMALLEST];
  private int[] ends = new int[SMALLEST];
  private byte[] bytes = new byte[16 * SMALLEST];
  private int size;

  /** The number of the slice with a key, from 0 on. */
  int number(byte[] key, int length) {
    int hash = hash(key, length);
    int mask = table.length - 1;
    int slot = hash & mask;
    while (table[slot] != 0) {
      int slice = table[slot] - 1;
      if (hashes[slice] == hash
          && Arrays.equals(bytes, start(slice), ends[slice], key, 0, length)) {
        return slice;
      }
      slot = (slot + 1) & mask;
    }
    append(key, length, hash);
    table[slot] = size;
    if (2 * size > table.length) {
      grow();
    }
    return size - 1;
  }

  /** Keys differ in a byte or two: a small factor would give many the same hash. */
  private static int hash(byte[] key, int length) {
    int hash = 0x811c9dc5;
    for (int i = 0; i < length; i++) {
      hash = (hash ^ key[i]) * 0x01000193;
    }
    return hash ^ hash >>> 15;
  }

  private void append(byte[] key, int length, int hash) {
    if (size == ends.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    int from = size == 0 ? 0 : ends[size - 1];
    if (length > bytes.length - from) {
      bytes = Arrays.copyOf(bytes, Math.addExact(from, Math.max(from, length)));
    }
    System.arraycopy(key, 0, bytes, from, length);
    hashes[size] = hash;
    ends[size] = from + length;
    size++;
  }

  private void grow() {
    table = new int[2 * table.length];
    int mask = table.length - 1;
    for (int slice = 0; slice < size; slice++) {
      int slot = hashes[slice] & mask;
      while (table[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      table[slot] = slice + 1;
    }
  }

  private int start(int slice) {
    return slice == 0 ? 0 : ends[slice - 1];
  }

  int size() {
    return size;
  }

  /** The key of a slice. */
  byte[] key(int slice) {
    return Arrays.copyOfRange(bytes, start(slice), ends[slice]);
  }

  long heapBytes() {
    return bytes.length + 4L * (table.length + hashes.length + ends.length);
  }
}
