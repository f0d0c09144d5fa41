package dev.slicewise.spark.scan;

import java.util.Arrays;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.vectorized.ColumnVector;

/** The types of vectors that are read as they are, and how Spark's casts widen their values. */
enum VectorKind {
  BOOLEAN,
  BYTE,
  SHORT,
  INT,
  LONG,
  FLOAT,
  DOUBLE,
  TEXT;

  /** The kind of a Spark type, or null when its vectors are left to Spark. */
  static VectorKind of(DataType type) {
    if (type instanceof BooleanType) {
      return BOOLEAN;
    }
    if (type instanceof ByteType) {
      return BYTE;
    }
    if (type instanceof ShortType) {
      return SHORT;
    }
    if (type instanceof IntegerType) {
      return INT;
    }
    if (type instanceof LongType) {
      return LONG;
    }
    if (type instanceof FloatType) {
      return FLOAT;
    }
    if (type instanceof DoubleType) {
      return DOUBLE;
    }
    return type instanceof StringType ? TEXT : null;
  }

  /** Whether a cast to the type of a kind is one of those that are done here. */
  boolean widensTo(ValueKind target) {
    return switch (target) {
      case BOOLEAN -> this == BOOLEAN;
      case LONG -> this == BYTE || this == SHORT || this == INT || this == LONG;
      case DOUBLE -> this != TEXT;
      case TEXT -> this == TEXT;
    };
  }

  /** One value, not NULL, as {@code cast(… as double)} gives it. */
  double asDouble(ColumnVector vector, int row) {
    return switch (this) {
      case BOOLEAN -> vector.getBoolean(row) ? 1.0 : 0.0;
      case BYTE -> vector.getByte(row);
      case SHORT -> vector.getShort(row);
      case INT -> vector.getInt(row);
      case LONG -> vector.getLong(row);
      case FLOAT -> vector.getFloat(row);
      case DOUBLE -> vector.getDouble(row);
      case TEXT -> throw new AssertionError("text was planned as a number");
    };
  }

  /** One value, not NULL, as {@code cast(… as bigint)} gives it. */
  long asLong(ColumnVector vector, int row) {
    return switch (this) {
      case BYTE -> vector.getByte(row);
      case SHORT -> vector.getShort(row);
      case INT -> vector.getInt(row);
      case LONG -> vector.getLong(row);
      default -> throw new AssertionError(this + " was planned as an integer");
    };
  }

  /** Copies values as doubles, leaving NULL rows as they were: one tight loop a type. */
  void copy(ColumnVector vector, int from, int count, double[] out, int at) {
    boolean nulls = vector.hasNull();
    if (vector instanceof ConstantColumnVector) {
      if (!nulls) {
        Arrays.fill(out, at, at + count, asDouble(vector, from));
      }
      return;
    }
    switch (this) {
      case INT -> {
        for (int i = 0; i < count; i++) {
          if (!nulls || !vector.isNullAt(from + i)) {
            out[at + i] = vector.getInt(from + i);
          }
        }
      }
      case LONG -> {
        for (int i = 0; i < count; i++) {
          if (!nulls || !vector.isNullAt(from + i)) {
            out[at + i] = vector.getLong(from + i);
          }
        }
      }
      case FLOAT -> {
        for (int i = 0; i < count; i++) {
          if (!nulls || !vector.isNullAt(from + i)) {
            out[at + i] = vector.getFloat(from + i);
          }
        }
      }
      case DOUBLE -> {
        for (int i = 0; i < count; i++) {
          if (!nulls || !vector.isNullAt(from + i)) {
            out[at + i] = vector.getDouble(from + i);
          }
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          if (!nulls || !vector.isNullAt(from + i)) {
            out[at + i] = asDouble(vector, from + i);
          }
        }
      }
    }
  }
}
