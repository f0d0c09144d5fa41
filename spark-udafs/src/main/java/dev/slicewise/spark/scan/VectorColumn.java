package dev.slicewise.spark.scan;

import dev.slicewise.core.term.Batch;
import java.io.Serializable;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * A column of the prepared rows that a columnar batch holds as it is.
 *
 * @param ordinal its place in the batch
 * @param kind the type of its vectors
 */
record VectorColumn(int ordinal, VectorKind kind) implements Serializable {
  private static final long serialVersionUID = 1L;

  ColumnVector of(ColumnarBatch batch) {
    return batch.column(ordinal);
  }

  /** Copies some rows to a column of the kernel's batch, from a row of it on. */
  void copy(ColumnarBatch source, int from, int count, Batch batch, int column, int target) {
    ColumnVector vector = of(source);
    kind.copy(vector, from, count, batch.column(column), target);
    if (vector.hasNull()) {
      for (int i = 0; i < count; i++) {
        if (vector.isNullAt(from + i)) {
          batch.setNull(column, target + i);
        }
      }
    }
  }

  /** Copies the row keys of some rows likewise; a NULL key is 0. */
  void copyKeys(ColumnarBatch source, int from, int count, Batch batch, int target) {
    ColumnVector vector = of(source);
    boolean nulls = vector.hasNull();
    for (int i = 0; i < count; i++) {
      boolean isNull = nulls && vector.isNullAt(from + i);
      batch.setKey(target + i, isNull ? 0 : kind.asLong(vector, from + i));
    }
  }
}
