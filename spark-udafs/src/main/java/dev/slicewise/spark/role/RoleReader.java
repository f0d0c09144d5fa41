package dev.slicewise.spark.role;

import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecializedGetters;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.UserDefinedType;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads the values of a role that is no number from Catalyst's values of one column type. */
public final class RoleReader implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String VECTOR = "org.apache.spark.ml.linalg.VectorUDT";
  private static final byte SPARSE = 0;
  private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private final Shape shape;
  private final DataType type;

  /** Reads values of a shape from a column of a type that {@link #accepts} allows. */
  public RoleReader(Shape shape, DataType type) {
    this.shape = shape;
    this.type = type;
  }

  /** Whether a column of this type can be read as the role. */
  public static boolean accepts(Role role, DataType type) {
    if (type instanceof NullType) {
      return true;
    }
    DataType element = type instanceof ArrayType array ? array.elementType() : null;
    return switch (role.shape()) {
      case NUMBER -> isNumber(type);
      case NUMBERS -> (element != null && isNumber(element)) || isVector(type);
      case TEXT -> isNumber(type) || type instanceof StringType;
      case TEXTS -> type instanceof StringType || element instanceof StringType;
      case TEXT_LISTS ->
          type instanceof StringType
              || element instanceof StringType
              || (element instanceof ArrayType inner && inner.elementType() instanceof StringType);
    };
  }

  /** Whether a type is read as one number. */
  public static boolean isNumber(DataType type) {
    return type instanceof NumericType || type instanceof BooleanType || type instanceof NullType;
  }

  private static boolean isVector(DataType type) {
    return type instanceof UserDefinedType<?> udt && udt.getClass().getName().equals(VECTOR);
  }

  /** Spark's type of a role's values where a program may choose: doubles, arrays, text. */
  public static DataType standardType(Shape shape) {
    return switch (shape) {
      case NUMBER -> DataTypes.DoubleType;
      case NUMBERS -> DataTypes.createArrayType(DataTypes.DoubleType);
      case TEXT -> DataTypes.StringType;
      case TEXTS -> DataTypes.createArrayType(DataTypes.StringType);
      case TEXT_LISTS -> DataTypes.createArrayType(DataTypes.createArrayType(DataTypes.StringType));
    };
  }

  /** The value at a place of a row, or null when it is NULL or an array with a NULL in it. */
  public Object read(SpecializedGetters row, int ordinal) {
    return row.isNullAt(ordinal) ? null : convert(row.get(ordinal, type));
  }

  /** The kernel's value of a Catalyst value, or null when it is NULL or has a NULL in it. */
  public Object convert(Object value) {
    if (value == null) {
      return null;
    }
    return switch (shape) {
      case NUMBER -> throw new IllegalStateException("numbers are read as doubles");
      case NUMBERS ->
          value instanceof ArrayData array ? numbers(array) : vector((InternalRow) value);
      case TEXT -> category(value);
      case TEXTS -> value instanceof ArrayData array ? texts(array) : tokens(value.toString());
      case TEXT_LISTS -> textLists(value);
    };
  }

  private double[] numbers(ArrayData array) {
    DataType element = ((ArrayType) type).elementType();
    int length = array.numElements();
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      if (array.isNullAt(i)) {
        return null;
      }
      values[i] =
          element.equals(DataTypes.DoubleType)
              ? array.getDouble(i)
              : element.equals(DataTypes.FloatType)
                  ? array.getFloat(i)
                  : number(array.get(i, element));
    }
    return values;
  }

  private static double number(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? 1.0 : 0.0;
    }
    return value instanceof Decimal decimal ? decimal.toDouble() : ((Number) value).doubleValue();
  }

  /** The fields of an ML vector: kind, size, indices, values. */
  private static double[] vector(InternalRow fields) {
    double[] values = fields.getArray(3).toDoubleArray();
    if (fields.getByte(0) != SPARSE) {
      return values;
    }
    double[] dense = new double[fields.getInt(1)];
    int[] indices = fields.getArray(2).toIntArray();
    for (int i = 0; i < indices.length; i++) {
      dense[indices[i]] = values[i];
    }
    return dense;
  }

  /** One text a value: integral numbers of every type alike, and −0 as 0. */
  private static String category(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return category(((Number) value).doubleValue(), value.toString());
    }
    return value instanceof Decimal decimal
        ? category(decimal.toJavaBigDecimal())
        : value.toString();
  }

  private static String category(double number, String otherwise) {
    boolean integral = number == Math.rint(number) && Math.abs(number) < 0x1p63;
    return integral ? Long.toString((long) number) : otherwise;
  }

  private static String category(BigDecimal decimal) {
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }

  private static String[] texts(ArrayData array) {
    String[] texts = new String[array.numElements()];
    for (int i = 0; i < texts.length; i++) {
      if (array.isNullAt(i)) {
        return null;
      }
      texts[i] = array.getUTF8String(i).toString();
    }
    return texts;
  }

  private static String[] tokens(String text) {
    String trimmed = SPACES.matcher(text).replaceAll(" ").trim();
    return trimmed.isEmpty() ? new String[0] : trimmed.split(" ");
  }

  private String[][] textLists(Object value) {
    if (value instanceof UTF8String text) {
      return new String[][] {tokens(text.toString())};
    }
    ArrayData array = (ArrayData) value;
    if (((ArrayType) type).elementType() instanceof StringType) {
      String[] only = texts(array);
      return only == null ? null : new String[][] {only};
    }
    String[][] lists = new String[array.numElements()][];
    for (int i = 0; i < lists.length; i++) {
      lists[i] = array.isNullAt(i) ? null : texts(array.getArray(i));
      if (lists[i] == null) {
        return null;
      }
    }
    return lists;
  }
}
