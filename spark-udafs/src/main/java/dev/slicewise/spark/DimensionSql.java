package dev.slicewise.spark;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.when;

import dev.slicewise.core.slice.Dimension;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** What a dimension's value is, in Spark's terms. */
final class DimensionSql {
  private DimensionSql() {}

  /** The column name or expression that a dimension is made from. */
  static String source(Dimension dimension) {
    if (dimension instanceof Dimension.Expression expression) {
      return expression.sql();
    }
    if (dimension instanceof Dimension.Bucket bucket) {
      return bucket.sql();
    }
    if (dimension instanceof Dimension.TimeUnit time) {
      return time.sql();
    }
    return dimension instanceof Dimension.Top top ? top.sql() : dimension.name();
  }

  /** The value as it enters a slice key, or null after noting that the type does not fit. */
  static Column value(Dimension dimension, Column source, DataType type, List<String> problems) {
    if (dimension instanceof Dimension.Bucket bucket) {
      if (!(type instanceof NumericType)) {
        problems.add(
            "expected a number to cut into buckets in slice "
                + dimension.name()
                + ", found type "
                + type.simpleString());
        return null;
      }
      return bucketIndex(source.cast("double"), bucket.edges());
    }
    if (dimension instanceof Dimension.TimeUnit time) {
      boolean isTime =
          type instanceof DateType
              || type instanceof TimestampType
              || type instanceof TimestampNTZType;
      if (!isTime) {
        problems.add(
            "expected a date or timestamp in slice "
                + dimension.name()
                + ", found type "
                + type.simpleString());
        return null;
      }
      return timeUnit(source, time.unit());
    }
    return source;
  }

  private static Column bucketIndex(Column value, List<Double> edges) {
    Column index = when(value.isNull(), lit(null)).when(isnan(value), lit(edges.size() + 1L));
    for (int i = 0; i < edges.size(); i++) {
      index = index.when(value.lt(edges.get(i)), lit((long) i));
    }
    return index.otherwise(lit((long) edges.size())).cast("bigint");
  }

  private static Column timeUnit(Column time, String unit) {
    return switch (unit) {
      case "year" -> date_format(time, "yyyy");
      case "quarter" -> concat(date_format(time, "yyyy"), lit("-Q"), quarter(time));
      case "month" -> date_format(time, "yyyy-MM");
      case "week" -> date_format(date_trunc("week", time), "yyyy-MM-dd");
      case "day" -> date_format(time, "yyyy-MM-dd");
      case "hour" -> date_format(time, "yyyy-MM-dd HH:00");
      default -> date_format(time, "yyyy-MM-dd HH:mm");
    };
  }
}
