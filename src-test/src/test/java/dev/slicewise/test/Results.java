package dev.slicewise.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.spark.SliceTable;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** All that a slice table says, as lines: equal lines are equal keys, state bytes and numbers. */
final class Results {
  private Results() {}

  /** The states and the metrics, in the order of the table. */
  static List<String> lines(SliceTable table) {
    List<String> lines = new ArrayList<>();
    for (Row row : table.states(Spark.session()).collectAsList()) {
      lines.add(line(row));
    }
    for (Row row : table.toDataFrame(Spark.session()).collectAsList()) {
      lines.add(line(row));
    }
    return lines;
  }

  /** Names the first line that differs, where both lists whole would be too long to read. */
  static void assertSame(List<String> lines, List<String> expected) {
    int common = Math.min(lines.size(), expected.size());
    for (int i = 0; i < common; i++) {
      assertThat(lines.get(i)).as("line " + i).isEqualTo(expected.get(i));
    }
    assertThat(lines.size()).as("number of lines").isEqualTo(expected.size());
  }

  /** One row with its column names, maps in the order of their keys. */
  static String line(Row row) {
    Map<String, Object> values = new TreeMap<>();
    for (StructField field : row.schema().fields()) {
      values.put(field.name(), plain(row.get(row.fieldIndex(field.name()))));
    }
    return values.toString();
  }

  private static Object plain(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes.length > 64 ? Bytes.identity(bytes) : HexFormat.of().formatHex(bytes);
    }
    if (value instanceof Seq<?> list) {
      return CollectionConverters.asJava(list).stream().map(Results::plain).toList();
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      Map<Object, Object> sorted = new TreeMap<>();
      CollectionConverters.asJava(map).forEach((key, item) -> sorted.put(key, plain(item)));
      return sorted;
    }
    return value;
  }
}
