package dev.slicewise.spark.ml;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Vectors of two classes where a metric reads one probability or score a row. */
final class VectorColumns {
  private VectorColumns() {}

  /** The rows, with a column of numbers for every vector that is read as a number. */
  static Dataset<Row> asNumbers(Dataset<Row> rows, List<Role> read, Map<String, String> columns) {
    Dataset<Row> prepared = rows;
    for (Role role : read) {
      String column = columns.getOrDefault(role.name(), role.name());
      if (role.shape() == Shape.NUMBER && isVector(rows, column)) {
        String number = "slicewise_" + role.name();
        prepared =
            prepared.withColumn(
                number, ofClassOne(rows.col("`" + column.replace("`", "``") + "`"), column));
        columns.put(role.name(), number);
      }
    }
    return prepared;
  }

  private static boolean isVector(Dataset<Row> rows, String column) {
    return Arrays.stream(rows.schema().fields())
        .anyMatch(
            field ->
                field.name().equalsIgnoreCase(column)
                    && field.dataType().equals(SQLDataTypes.VectorType()));
  }

  private static Column ofClassOne(Column vector, String name) {
    Column values = functions.vector_to_array(vector, "float64");
    Column wrong =
        raise_error(
            concat(
                lit(
                    "expected a vector of two classes in "
                        + name
                        + " for a metric that reads one probability a row, found one of "),
                size(values).cast("string"),
                lit("; take a metric of several classes, or the element of your class")));
    return when(
        vector.isNotNull(), when(size(values).equalTo(2), values.getItem(1)).otherwise(wrong));
  }
}
