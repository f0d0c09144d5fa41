package dev.slicewise.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Rows with states in them, in a form that compares. */
final class Rows {
  private Rows() {}

  /** A line for each column, bytes by their digits. */
  static String text(Row row) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      lines.add(row.schema().fieldNames()[i] + " " + value(row.get(i)));
    }
    return String.join("\n", lines);
  }

  private static Object value(Object value) {
    if (value instanceof byte[] bytes) {
      return Bytes.identity(bytes);
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      scala.jdk.javaapi.CollectionConverters.asJava(map)
          .forEach((key, each) -> sorted.put((String) key, value(each)));
      return sorted;
    }
    return value;
  }
}
