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
  private final int grain;
  private final DimensionCodes[] dimensions;
  private final LongCodes[] pairs;
  private int[] codes = new int[Batch.CAPACITY];
  private int[] codesOfNext = new int[Batch.CAPACITY];
  private final SliceKey.Writer key = new SliceKey.Writer();

  /** Per code, the number of its slice plus one; 0 where it is not known. */
  private int[] numbers = new int[64];

  /** Looks up slices of a grain by some columns of a batch, in the order of its dimensions. */
  SliceLookup(StateMap slices, int grain, List<VectorColumn> columns, List<ValueKind> kinds) {
    this.slices = slices;
    this.grain = grain;
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
  void find(int from, int count, SlicesOfRows target, int targetRow) {
    if (dimensions.length == 0) {
      target.slice(targetRow, slice(0, from));
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
      target.slice(targetRow + i, slice(codes[i], from + i));
    }
  }

  private void reserve(int count) {
    if (count > codes.length) {
      codes = new int[count];
      codesOfNext = new int[count];
    }
  }

  private int slice(int code, int row) {
    int number = code < numbers.length ? numbers[code] : 0;
    return number == 0 ? newSlice(code, row) : number - 1;
  }

  private int newSlice(int code, int row) {
    key.definition(grain);
    for (DimensionCodes dimension : dimensions) {
      dimension.append(key, row);
    }
    if (code >= numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(code + 1, 2 * numbers.length));
    }
    int slice = slices.slice(key.buffer(), key.size());
    numbers[code] = slice + 1;
    return slice;
  }

  long heapBytes() {
    long heap = 4L * numbers.length;
    for (int d = 0; d < dimensions.length; d++) {
      heap += dimensions[d].heapBytes() + pairs[d].heapBytes();
    }
    return heap;
  }
}
