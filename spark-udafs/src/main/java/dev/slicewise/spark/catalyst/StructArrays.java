package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.ParameterInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** Arrays of structs of one type, between Catalyst's form and rows that Java reads. */
final class StructArrays {
  private final StructType struct;
  private final DataType array;

  /** Of structs as Spark's DDL describes them. */
  StructArrays(String ddl) {
    this.struct = StructType.fromDDL(ddl);
    this.array = DataTypes.createArrayType(struct, false);
  }

  DataType type() {
    return array;
  }

  /** The position of a field. */
  int at(String field) {
    return struct.fieldIndex(field);
  }

  /** Structs in Catalyst's form, each from its cells in the order of the fields. */
  Object catalyst(List<Object[]> structs) {
    List<Row> rows = structs.stream().map(RowFactory::create).toList();
    return CatalystTypeConverters.createToCatalystConverter(array)
        .apply(CollectionConverters.asScala(rows).toSeq());
  }

  /** The cells of every struct. */
  List<Object[]> cells(Object catalyst) {
    Object rows = CatalystTypeConverters.createToScalaConverter(array).apply(catalyst);
    List<Object[]> structs = new ArrayList<>();
    for (Object row : CollectionConverters.asJava((scala.collection.Seq<?>) rows)) {
      Row cells = (Row) row;
      Object[] values = new Object[cells.length()];
      for (int i = 0; i < values.length; i++) {
        values[i] = cells.get(i);
      }
      structs.add(values);
    }
    return structs;
  }

  /** The cells of a struct by the names of its fields. */
  Map<String, Object> named(Object[] cells) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i++) {
      named.put(struct.fieldNames()[i], cells[i]);
    }
    return named;
  }

  /** A cell of parameters: their values as tables show them. */
  static Object texts(Object parameters) {
    Map<String, String> texts = new LinkedHashMap<>();
    ((Map<?, ?>) parameters)
        .forEach(
            (name, value) ->
                texts.put(name.toString(), value == null ? null : ParameterInfo.text(value)));
    return CollectionConverters.asScala(texts);
  }

  /** A cell of a map. */
  static Object map(Object map) {
    return CollectionConverters.asScala((Map<?, ?>) map);
  }

  /** The map in a cell. */
  static Map<?, ?> javaMap(Object cell) {
    return CollectionConverters.asJava((scala.collection.Map<?, ?>) cell);
  }
}
