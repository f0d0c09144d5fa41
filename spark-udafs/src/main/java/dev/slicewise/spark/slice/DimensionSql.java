package dev.slicewise.spark.slice;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.trunc;
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
public final class DimensionSql {
  private DimensionSql() {}

  /** The column name or expression that a dimension is made from. */
  public static String source(Dimension dimension) {
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
  public static Column value(
      Dimension dimension, Column source, DataType type, List<String> problems) {
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

  /**
   * Cut as text, since Spark's own functions take a time without zone through the session's zone,
   * which has no 02:30 on the day its clocks go forward.
   */
  private static Column timeUnit(Column time, String unit) {
    Column date = time.cast("date");
    Column day = date.cast("string");
    Column clock = substring_index(time.cast("timestamp_ntz").cast("string"), " ", -1);
    return switch (unit) {
      case "year" -> withoutLast(6, day);
      case "quarter" -> concat(withoutLast(6, day), lit("-Q"), quarter(date));
      case "month" -> withoutLast(3, day);
      case "week" -> trunc(date, "week").cast("string");
      case "day" -> day;
      case "hour" -> concat(day, lit(" "), left(clock, lit(2)), lit(":00"));
      default -> concat(day, lit(" "), left(clock, lit(5)));
    };
  }

  private static Column withoutLast(int characters, Column text) {
    return left(text, length(text).minus(characters));
  }
}
