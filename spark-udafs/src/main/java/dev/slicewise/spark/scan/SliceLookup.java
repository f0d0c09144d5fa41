package dev.slicewise.spark.scan;

import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.term.Batch;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Finds the slices of rows by the codes of their values, combined pair by pair to one small integer
 * a slice. Key bytes are made once per slice, not per row.
 */
final class SliceLookup {
  private final StateMap slices;
  private final DimensionCodes[] dimensions;
  private final LongCodes[] pairs;
  private int[] codes = new int[Batch.CAPACITY];
  private int[] codesOfNext = new int[Batch.CAPACITY];
  private final SliceKey.Writer key = new SliceKey.Writer();
  private StateMap.Entry[] entries = new StateMap.Entry[64];

  /** Looks up in a map by some columns of a batch, in the order of the dimensions. */
  SliceLookup(StateMap slices, List<VectorColumn> columns, List<ValueKind> kinds) {
    this.slices = slices;
    this.dimensions = new DimensionCodes[columns.size()];
    this.pairs = new LongCodes[columns.size()];
    for (int d = 0; d < dimensions.length; d++) {
      dimensions[d] = new DimensionCodes(columns.get(d), kinds.get(d));
      pairs[d] = new LongCodes();
    }
  }

  /** Turns to the next batch. */
  void batch(ColumnarBatch batch) {
    for (DimensionCodes dimension : dimensions) {
      dimension.batch(batch);
    }
  }

  /** Gives rows {@code from .. from + count} of the batch, filled in elsewhere, their slices. */
  void find(int from, int count, SliceRows target, int targetRow) {
    if (dimensions.length == 0) {
      target.sliceOfAll(entry(0, from));
      return;
    }
    reserve(count);
    dimensions[0].codes(from, count, codes);
    for (int d = 1; d < dimensions.length; d++) {
      dimensions[d].codes(from, count, codesOfNext);
      LongCodes pair = pairs[d];
      for (int i = 0; i < count; i++) {
        codes[i] = pair.code((long) codes[i] << 32 | codesOfNext[i]);
      }
    }
    for (int i = 0; i < count; i++) {
      target.slice(targetRow + i, entry(codes[i], from + i));
    }
  }

  private void reserve(int count) {
    if (count > codes.length) {
      codes = new int[count];
      codesOfNext = new int[count];
    }
  }

  private StateMap.Entry entry(int code, int row) {
    StateMap.Entry entry = code < entries.length ? entries[code] : null;
    return entry == null ? newEntry(code, row) : entry;
  }

  private StateMap.Entry newEntry(int code, int row) {
    key.definition(0);
    for (DimensionCodes dimension : dimensions) {
      dimension.append(key, row);
    }
    if (code >= entries.length) {
      entries = Arrays.copyOf(entries, Math.max(code + 1, 2 * entries.length));
    }
    entries[code] = slices.entry(key.buffer(), key.size());
    return entries[code];
  }

  /** Forgets all slices and values, as the map did. */
  void clear() {
    for (int d = 0; d < dimensions.length; d++) {
      dimensions[d].clear();
      pairs[d].clear();
    }
    entries = new StateMap.Entry[64];
  }

  long heapBytes() {
    long heap = 8L * entries.length;
    for (int d = 0; d < dimensions.length; d++) {
      heap += dimensions[d].heapBytes() + pairs[d].heapBytes();
    }
    return heap;
  }
}
