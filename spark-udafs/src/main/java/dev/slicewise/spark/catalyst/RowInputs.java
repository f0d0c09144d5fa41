package dev.slicewise.spark.catalyst;

import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.spark.role.RoleReader;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.types.DoubleType;

/** Reads the columns of a plan's roles, and the row key if there is one, from rows into batches. */
final class RowInputs {
  private final Expression[] inputs;
  private final int[] ordinals;
  private final RoleReader[] readers;
  private final int columns;

  /** Reads these columns: those of the roles in order, then the key when there is one. */
  RowInputs(List<Role> roles, List<Expression> arguments, boolean keyed) {
    columns = roles.size();
    inputs = arguments.toArray(new Expression[0]);
    if (inputs.length != columns + (keyed ? 1 : 0)) {
      throw new AssertionError("expected a column for each of " + roles + ", found " + arguments);
    }
    ordinals = new int[columns];
    readers = readers(roles, arguments);
    for (int c = 0; c < columns; c++) {
      // Where a child is a plain double of the row, it is read in place instead of boxed.
      boolean plain =
          readers[c] == null
              && inputs[c] instanceof BoundReference reference
              && reference.dataType() instanceof DoubleType;
      ordinals[c] = plain ? ((BoundReference) inputs[c]).ordinal() : -1;
    }
  }

  /** How to read each column that is no number; null for numbers. */
  static RoleReader[] readers(List<Role> roles, List<Expression> columns) {
    RoleReader[] readers = new RoleReader[roles.size()];
    for (int i = 0; i < readers.length; i++) {
      Shape shape = roles.get(i).shape();
      readers[i] = shape == Shape.NUMBER ? null : new RoleReader(shape, columns.get(i).dataType());
    }
    return readers;
  }

  /** Fills a row of a batch. */
  void fill(Batch batch, int at, InternalRow row) {
    for (int c = 0; c < columns; c++) {
      int ordinal = ordinals[c];
      if (ordinal >= 0) {
        if (row.isNullAt(ordinal)) {
          batch.setNull(c, at);
        } else {
          batch.set(c, at, row.getDouble(ordinal));
        }
        continue;
      }
      Object value = inputs[c].eval(row);
      if (readers[c] != null) {
        value = readers[c].convert(value);
      }
      if (value == null) {
        batch.setNull(c, at);
      } else if (readers[c] != null) {
        batch.set(c, at, value);
      } else {
        batch.set(c, at, ((Double) value).doubleValue());
      }
    }
    if (inputs.length > columns) {
      Object key = inputs[columns].eval(row);
      batch.setKey(at, key == null ? 0L : (Long) key);
    }
  }
}
