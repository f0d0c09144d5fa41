package dev.slicewise.spark.scan;

import dev.slicewise.core.slice.SliceKey;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegralType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.unsafe.types.UTF8String;

/** How a dimension's value is read from a row into a slice key. */
public enum ValueKind {
  /** true or false. */
  BOOLEAN("boolean"),
  /** Any integer type. */
  LONG("bigint"),
  /** float and double. */
  DOUBLE("double"),
  /** Text; also dates, timestamps and decimals, by their text. */
  TEXT("string");

  private final String sqlType;

  ValueKind(String sqlType) {
    this.sqlType = sqlType;
  }

  /** The type that the value is cast to before it is read. */
  public String sqlType() {
    return sqlType;
  }

  /** The kind of a Spark type, or null when it cannot be a dimension. */
  public static ValueKind of(DataType type) {
    if (type instanceof BooleanType) {
      return BOOLEAN;
    }
    if (type instanceof IntegralType) {
      return LONG;
    }
    if (type instanceof FloatType || type instanceof DoubleType) {
      return DOUBLE;
    }
    boolean text =
        type instanceof StringType
            || type instanceof DecimalType
            || type instanceof DateType
            || type instanceof TimestampType
            || type instanceof TimestampNTZType;
    return text ? TEXT : null;
  }

  /** Appends a Catalyst value of {@link #sqlType}. */
  public void append(SliceKey.Writer key, Object value) {
    if (value == null) {
      key.nullValue();
      return;
    }
    switch (this) {
      case BOOLEAN -> key.value(((Boolean) value).booleanValue());
      case LONG -> key.value(((Long) value).longValue());
      case DOUBLE -> key.value(((Double) value).doubleValue());
      case TEXT -> {
        byte[] utf8 = ((UTF8String) value).getBytes();
        key.text(utf8, utf8.length);
      }
    }
  }

  /** Appends the value of a row, NULL or of the type that it is cast to. */
  public void append(SliceKey.Writer key, InternalRow row, int ordinal) {
    if (row.isNullAt(ordinal)) {
      key.nullValue();
      return;
    }
    switch (this) {
      case BOOLEAN -> key.value(row.getBoolean(ordinal));
      case LONG -> key.value(row.getLong(ordinal));
      case DOUBLE -> key.value(row.getDouble(ordinal));
      case TEXT -> {
        byte[] utf8 = row.getUTF8String(ordinal).getBytes();
        key.text(utf8, utf8.length);
      }
    }
  }
}
