package dev.slicewise.test;

import dev.slicewise.core.slice.Slices;
import dev.slicewise.spark.SliceTable;
import dev.slicewise.spark.Slicewise;
import dev.slicewise.spark.aggregator.StateAggregator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;

/** A way by which rows become states; each gives the stored state of every carrier. */
enum Door {
  EVALUATION {
    @Override
    Map<String, String> states(Asked asked) {
      try (SliceTable table =
          asked.of(Spark.sql("TABLE " + asked.view()), Slices.by("carrier")).run()) {
        return byCarrier(
            table.states(Spark.session()).selectExpr("slice['carrier'] AS carrier", "state"));
      }
    }
  },

  EVAL_STATE {
    @Override
    Map<String, String> states(Asked asked) {
      return byCarrier(
          Spark.sql(
              "SELECT carrier, "
                  + asked.evalState()
                  + " FROM "
                  + asked.view()
                  + " GROUP BY carrier"));
    }
  },

  UDAF {
    @Override
    Map<String, String> states(Asked asked) {
      StateAggregator aggregator = aggregator(asked);
      Column[] columns =
          inputs(aggregator, asked).stream().map(functions::expr).toArray(Column[]::new);
      Column state = Slicewise.udaf(aggregator).apply(columns);
      return byCarrier(Spark.sql("TABLE " + asked.view()).groupBy("carrier").agg(state));
    }
  },

  TYPED_GROUPS {
    @Override
    Map<String, String> states(Asked asked) {
      StateAggregator aggregator = aggregator(asked);
      int roles = asked.roles().size();
      Dataset<Row> states =
          inputs(asked, asked.view(), "carrier")
              .groupByKey((MapFunction<Row, String>) row -> row.getString(roles), Encoders.STRING())
              .mapValues(
                  (MapFunction<Row, Row>) row -> firstColumns(row, roles),
                  Encoders.row(aggregator.inputSchema()))
              .agg(aggregator.toColumn())
              .toDF("carrier", "state");
      return byCarrier(states);
    }
  },

  /** The aggregator as a typed column of a whole Dataset, so of few carriers, one by one. */
  TYPED_COLUMN {
    @Override
    Map<String, String> states(Asked asked) {
      Map<String, String> states = new TreeMap<>();
      for (String carrier : List.of("9E", "OO")) {
        String rows = "(SELECT * FROM " + asked.view() + " WHERE carrier = '" + carrier + "')";
        byte[] state = inputs(asked, rows).select(aggregator(asked).toColumn()).first();
        states.put(carrier, Bytes.identity(state));
      }
      return states;
    }
  },

  EVAL_MERGE {
    @Override
    Map<String, String> states(Asked asked) {
      return byCarrier(
          Spark.sql(
              "SELECT carrier, eval_merge(state) FROM (SELECT carrier, origin, month, "
                  + asked.evalState()
                  + " AS state FROM "
                  + asked.view()
                  + " GROUP BY carrier, origin, month) GROUP BY carrier"));
    }
  };

  abstract Map<String, String> states(Asked asked);

  private static StateAggregator aggregator(Asked asked) {
    return new StateAggregator(asked.suite());
  }

  /** The columns of the aggregator, then others. */
  private static Dataset<Row> inputs(Asked asked, String view, String... others) {
    StateAggregator aggregator = aggregator(asked);
    List<String> columns = inputs(aggregator, asked);
    String[] names = aggregator.inputSchema().fieldNames();
    StringJoiner all = new StringJoiner(", ");
    for (int i = 0; i < names.length; i++) {
      all.add(columns.get(i) + " AS " + names[i]);
    }
    for (String other : others) {
      all.add(other);
    }
    return Spark.sql("SELECT " + all + " FROM " + view);
  }

  /** The columns of the aggregator in the types that it wants. */
  private static List<String> inputs(StateAggregator aggregator, Asked asked) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < asked.roles().size(); i++) {
      String column = asked.column(asked.roles().get(i).name());
      String type = aggregator.inputSchema().fields()[i].dataType().sql();
      columns.add(
          switch (asked.roles().get(i).shape()) {
            case NUMBER, NUMBERS, TEXT -> "CAST(" + column + " AS " + type + ")";
            case TEXTS -> "split(" + column + ", ' ')";
            case TEXT_LISTS -> "array(split(" + column + ", ' '))";
          });
    }
    return columns;
  }

  private static Row firstColumns(Row row, int count) {
    Object[] values = new Object[count];
    for (int i = 0; i < count; i++) {
      values[i] = row.get(i);
    }
    return RowFactory.create(values);
  }

  private static Map<String, String> byCarrier(Dataset<Row> states) {
    Map<String, String> byCarrier = new TreeMap<>();
    for (Row row : states.collectAsList()) {
      byCarrier.put(row.getString(0), Bytes.identity((byte[]) row.get(1)));
    }
    return byCarrier;
  }
}
