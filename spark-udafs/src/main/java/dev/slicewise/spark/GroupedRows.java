package dev.slicewise.spark;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negative;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Turns rows of one candidate each into rows of one query each, with arrays: what ranking metrics
 * read. The candidates of a query are ordered by prediction, highest first, then by the hash of the
 * row key (of all roles, where there is none), so that the order never depends on arrival. A query
 * whose candidates lie in two slices is two queries, one in each.
 */
final class GroupedRows {
  private static final String ITEMS = "slicewise_items";
  private static final String ITEM = "slicewise_item";
  private static final String QUERY = "slicewise_query";

  private GroupedRows() {}

  /**
   * The rows by query: a column per role, the hash of the query as row key, the dimensions.
   *
   * @param input the user's rows
   * @param roles a value per role, named by position
   * @param prediction which of them is the prediction; −1 when there is none
   * @param key the row key, or null
   * @param group the query; rows without one are one query of NULL roles, counted as such
   * @param dimensions the values of the dimensions, named
   */
  static Dataset<Row> of(
      Dataset<Row> input,
      List<Column> roles,
      int prediction,
      Column key,
      Column group,
      List<Column> dimensions) {
    Column[] values = roles.toArray(new Column[0]);
    Column hash = xxhash64(key == null ? values : new Column[] {key});
    Column first = prediction < 0 ? lit(0) : negative(roles.get(prediction));
    List<Column> fields = new ArrayList<>(List.of(first.as("first"), hash.as("hash")));
    for (int i = 0; i < values.length; i++) {
      fields.add(when(group.isNotNull(), values[i]).as(field(i)));
    }
    List<Column> selected = new ArrayList<>(dimensions);
    selected.add(group.as(QUERY));
    selected.add(struct(fields.toArray(new Column[0])).as(ITEM));
    Dataset<Row> candidates = input.select(selected.toArray(new Column[0]));
    List<String> names = new ArrayList<>(List.of(candidates.columns()));
    names.remove(ITEM);
    Dataset<Row> queries =
        candidates
            .groupBy(names.stream().map(GroupedRows::named).toArray(Column[]::new))
            .agg(array_sort(collect_list(col(ITEM))).as(ITEMS));
    List<Column> result = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      result.add(col(ITEMS).getField(field(i)).as(field(i)));
    }
    result.add(xxhash64(col(QUERY)).as("slicewise_key"));
    names.stream().filter(name -> !name.equals(QUERY)).forEach(name -> result.add(named(name)));
    return queries.select(result.toArray(new Column[0]));
  }

  private static String field(int role) {
    return "role_" + role;
  }

  private static Column named(String name) {
    return col(ColumnResolver.quoted(name));
  }
}
