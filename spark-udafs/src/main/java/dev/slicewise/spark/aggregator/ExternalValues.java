package dev.slicewise.spark.aggregator;

import dev.slicewise.core.term.Batch;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Row;

/** Values of roles that are no numbers, from the rows of typed Datasets. */
final class ExternalValues {
  private ExternalValues() {}

  static void set(Batch batch, int column, int at, Row row) {
    Object value =
        switch (batch.roles().get(column).shape()) {
          case NUMBER -> throw new IllegalStateException("numbers are read as doubles");
          case NUMBERS -> numbers(row.getList(column));
          case TEXT -> row.getString(column);
          case TEXTS -> texts(row.getList(column));
          case TEXT_LISTS -> lists(row.getList(column));
        };
    if (value == null) {
      batch.setNull(column, at);
    } else {
      batch.set(column, at, value);
    }
  }

  private static double[] numbers(List<Double> values) {
    return hasNull(values) ? null : values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static String[] texts(List<String> values) {
    return hasNull(values) ? null : values.toArray(new String[0]);
  }

  private static String[][] lists(List<scala.collection.Seq<String>> values) {
    if (hasNull(values)) {
      return null;
    }
    String[][] lists = new String[values.size()][];
    for (int i = 0; i < lists.length; i++) {
      lists[i] = texts(scala.jdk.javaapi.CollectionConverters.asJava(values.get(i)));
      if (lists[i] == null) {
        return null;
      }
    }
    return lists;
  }

  private static boolean hasNull(List<?> values) {
    return values.stream().anyMatch(Objects::isNull);
  }
}
