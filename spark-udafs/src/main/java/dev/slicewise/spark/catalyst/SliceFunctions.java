package dev.slicewise.spark.catalyst;

import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.spark.scan.ValueKind;
import dev.slicewise.spark.slice.DimensionSql;
import dev.slicewise.spark.slice.LongForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayBasedMapData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.classic.ColumnNodeToExpressionConverter$;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/** Functions on slices: the value of a dimension, the key of a slice, its readable form. */
final class SliceFunctions {
  private SliceFunctions() {}

  static Map<String, FunctionCatalog.SqlFunction> all() {
    Map<String, FunctionCatalog.SqlFunction> functions = new LinkedHashMap<>();
    functions.put(
        "slice_value",
        new FunctionCatalog.SqlFunction(
            Descriptions.state(
                "slice_value",
                "_FUNC_(dimension, column) - The value of a slice dimension as it enters a slice"
                    + " key: of a bucket its position, of a time its text.",
                List.of(
                    "dimension - a constant as --slice takes it, such as 'bucket(distance, 500)'",
                    "column - what the dimension is made from: distance"),
                List.of("SELECT slice_value('bucket(x, 10, 20)', x) FROM VALUES (15.0) AS t(x)")),
            SliceFunctions::value));
    functions.put(
        "slice_key",
        new FunctionCatalog.SqlFunction(
            Descriptions.state(
                "slice_key",
                "_FUNC_(number, values…) - The key of a slice, as BINARY: keys sort as reports do,"
                    + " by definition, then value by value.",
                List.of(
                    "number - a constant: the position of the slice's definition, from 0",
                    "values - of the definition's dimensions, as slice_value gives them"),
                List.of("SELECT slice_key(1, 'UA', 2) AS key")),
            SliceFunctions::key));
    functions.put(
        "slice_part",
        new FunctionCatalog.SqlFunction(
            Descriptions.state(
                "slice_part",
                "_FUNC_(key, number, positions…) - The key of a coarser slice that a slice is part"
                    + " of, as BINARY: of another definition, with some of the values.",
                List.of(
                    "key - BINARY of slice_key, or the column slice_key of stored states",
                    "number - a constant: the position of the coarser definition, from 0",
                    "positions - constants: which values of the key it has, from 0, in its order"),
                List.of(
                    "SELECT slice_part(slice_key(1, 'UA', 'JFK'), 0, 1) = slice_key(0, 'JFK')"
                        + " AS equal")),
            SliceFunctions::part));
    functions.put(
        "slice_map",
        new FunctionCatalog.SqlFunction(
            Descriptions.state(
                "slice_map",
                "_FUNC_(definition, key) - A slice's values by dimension as reports show them, as"
                    + " MAP: of a bucket its edges.",
                List.of(
                    "definition - as --slice takes it; '' for all rows",
                    "key - BINARY of slice_key, or the column slice_key of stored states"),
                List.of("SELECT slice_map('carrier', slice_key(1, 'UA')) AS slice")),
            SliceFunctions::map));
    return functions;
  }

  private static Expression value(List<Expression> arguments) {
    Arguments call = new Arguments("slice_value", arguments);
    String text = call.literal("dimension", call.takeFirst("dimension"));
    Expression source = call.takeFirst("column");
    call.expectNothingLeft(List.of("dimension", "column"));
    try {
      Dimension dimension = Dimension.parse(text);
      List<String> problems = new ArrayList<>();
      Column value =
          DimensionSql.value(
              dimension, ExpressionUtils.column(source), source.dataType(), problems);
      if (value == null) {
        throw call.wrong(String.join("; ", problems));
      }
      boolean made =
          dimension instanceof Dimension.Bucket || dimension instanceof Dimension.TimeUnit;
      // What a bucket or time is made of is resolved after this; both cast to their types already.
      return made
          ? ColumnNodeToExpressionConverter$.MODULE$.apply(value.node())
          : Functions.cast(source, sqlType(call, dimension.name(), source.dataType()));
    } catch (IllegalArgumentException e) {
      throw e.getMessage().startsWith("slice_value:") ? e : call.wrong(e.getMessage());
    }
  }

  private static DataType sqlType(Arguments call, String what, DataType type) {
    ValueKind kind = ValueKind.of(type);
    if (kind == null) {
      throw call.wrong(
          "expected a number, text, boolean, date or timestamp as slice dimension, found "
              + what
              + " of type "
              + type.simpleString());
    }
    return DataType.fromDDL(kind.sqlType());
  }

  private static Expression key(List<Expression> arguments) {
    Arguments call = new Arguments("slice_key", arguments);
    String number = call.literal("number", call.takeFirst("number"));
    List<Expression> values = new ArrayList<>();
    List<DataType> types = new ArrayList<>();
    for (Expression value : call.takeRest()) {
      types.add(sqlType(call, value.sql(), value.dataType()));
      values.add(Functions.cast(value, types.get(types.size() - 1)));
    }
    call.expectNothingLeft(List.of("number"));
    ArrayList<ValueKind> kinds = new ArrayList<>();
    types.forEach(type -> kinds.add(ValueKind.of(type)));
    int definition = number(call, number);
    return new ValueFunction(
        new ValueFunction.Definition(
            "slice_key",
            List.of(definition),
            types,
            DataTypes.BinaryType,
            ValueFunction.Nulls.ARE_VALUES,
            row -> key(definition, kinds, row)),
        values);
  }

  private static int number(Arguments call, String text) {
    // Two bytes of the key say which definition it is.
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 0xffff) {
      throw call.wrong("expected the position of a definition, 0 to 65535, found " + text);
    }
    return Integer.parseInt(text);
  }

  private static byte[] key(int definition, List<ValueKind> kinds, Object[] values) {
    SliceKey.Writer key = new SliceKey.Writer();
    key.definition(definition);
    GenericInternalRow row = new GenericInternalRow(values);
    for (int i = 0; i < kinds.size(); i++) {
      kinds.get(i).append(key, row, i);
    }
    return key.toBytes();
  }

  private static Expression part(List<Expression> arguments) {
    Arguments call = new Arguments("slice_part", arguments);
    Expression key = call.takeFirst("key");
    int definition = number(call, call.literal("number", call.takeFirst("number")));
    ArrayList<Integer> positions = new ArrayList<>();
    for (Expression position : call.takeRest()) {
      positions.add(number(call, call.literal("positions", position)));
    }
    call.expectNothingLeft(List.of("key", "number"));
    return new ValueFunction(
        new ValueFunction.Definition(
            "slice_part",
            List.of(definition, positions),
            List.of(DataTypes.BinaryType),
            DataTypes.BinaryType,
            ValueFunction.Nulls.PASS_THROUGH,
            values -> part((byte[]) values[0], definition, positions)),
        List.of(key));
  }

  private static byte[] part(byte[] bytes, int definition, List<Integer> positions) {
    List<Object> values = SliceKey.fromBytes(bytes).values();
    List<Object> kept = new ArrayList<>();
    for (int position : positions) {
      if (position >= values.size()) {
        throw new IllegalArgumentException(
            "slice_part: expected positions below "
                + values.size()
                + ", the number of the key's values, found "
                + position);
      }
      kept.add(values.get(position));
    }
    return new SliceKey(definition, kept).toBytes();
  }

  private static Expression map(List<Expression> arguments) {
    Arguments call = new Arguments("slice_map", arguments);
    Expression definition = call.takeFirst("definition");
    Expression key = call.takeFirst("key");
    call.expectNothingLeft(List.of("definition", "key"));
    return new ValueFunction(
        new ValueFunction.Definition(
            "slice_map",
            List.of(),
            List.of(DataTypes.StringType, DataTypes.BinaryType),
            DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType, true),
            ValueFunction.Nulls.PASS_THROUGH,
            values -> map(SliceSpec.parse(values[0].toString()), (byte[]) values[1])),
        List.of(definition, key));
  }

  private static ArrayBasedMapData map(SliceSpec spec, byte[] key) {
    Map<String, String> shown = LongForm.values(spec, SliceKey.fromBytes(key).values());
    return new ArrayBasedMapData(
        new GenericArrayData(shown.keySet().stream().map(UTF8String::fromString).toArray()),
        new GenericArrayData(shown.values().stream().map(UTF8String::fromString).toArray()));
  }
}
