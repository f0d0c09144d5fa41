package dev.slicewise.spark.scan;

import dev.slicewise.core.slice.SliceKey;
import java.util.Arrays;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Numbers the values of one dimension: NULL is 0, the others follow as they are met. In a vector
 * with a dictionary a value is looked up once per dictionary id and batch, not once per row; a
 * batch never mixes dictionaries.
 */
final class DimensionCodes {
  private final VectorColumn column;
  private final ValueKind kind;
  private final LongCodes numbers = new LongCodes();
  private final TextCodes texts = new TextCodes();
  private ColumnVector vector;
  private boolean nulls;
  private WritableColumnVector ids;

  /** Per dictionary id, the batch it was last met in (upper half) and its code. */
  private long[] known = new long[256];

  private int batchNumber;

  DimensionCodes(VectorColumn column, ValueKind kind) {
    this.column = column;
    this.kind = kind;
  }

  /** Turns to the next batch. */
  void batch(ColumnarBatch batch) {
    vector = column.of(batch);
    nulls = vector.hasNull();
    ids =
        vector instanceof WritableColumnVector writable && writable.hasDictionary()
            ? writable.getDictionaryIds()
            : null;
    batchNumber++;
  }

  /** Writes the codes of some rows of the batch. */
  void codes(int from, int count, int[] out) {
    if (vector instanceof ConstantColumnVector) {
      Arrays.fill(out, 0, count, code(from));
    } else if (ids != null) {
      for (int i = 0; i < count; i++) {
        boolean isNull = nulls && vector.isNullAt(from + i);
        out[i] = isNull ? 0 : codeOf(ids.getDictId(from + i), from + i);
      }
    } else {
      for (int i = 0; i < count; i++) {
        out[i] = code(from + i);
      }
    }
  }

  private int codeOf(int id, int row) {
    if (id < known.length && (int) (known[id] >>> 32) == batchNumber) {
      return (int) known[id];
    }
    if (id >= known.length) {
      known = Arrays.copyOf(known, Math.max(id + 1, 2 * known.length));
    }
    // Most batches have the dictionary of the one before.
    int code = code(row, (int) known[id]);
    known[id] = (long) batchNumber << 32 | code;
    return code;
  }

  private int code(int row) {
    return code(row, 0);
  }

  /** The code of a row's value, which may be the one that is guessed, if that is not 0. */
  private int code(int row, int guess) {
    if (nulls && vector.isNullAt(row)) {
      return 0;
    }
    return 1
        + switch (kind) {
          case BOOLEAN -> numbers.code(vector.getBoolean(row) ? 1 : 0);
          case LONG -> numbers.code(column.kind().asLong(vector, row), guess - 1);
          // Zeros and NaNs as a slice key takes them.
          case DOUBLE ->
              numbers.code(Double.doubleToLongBits(column.kind().asDouble(vector, row) + 0.0));
          case TEXT -> texts.code(vector.getUTF8String(row), guess - 1);
        };
  }

  /** Appends the value of a row of the batch to a slice key. */
  void append(SliceKey.Writer key, int row) {
    if (nulls && vector.isNullAt(row)) {
      key.nullValue();
      return;
    }
    switch (kind) {
      case BOOLEAN -> key.value(vector.getBoolean(row));
      case LONG -> key.value(column.kind().asLong(vector, row));
      case DOUBLE -> key.value(column.kind().asDouble(vector, row));
      case TEXT -> {
        byte[] utf8 = vector.getUTF8String(row).getBytes();
        key.text(utf8, utf8.length);
      }
    }
  }

  long heapBytes() {
    return numbers.heapBytes() + texts.heapBytes();
  }
}
