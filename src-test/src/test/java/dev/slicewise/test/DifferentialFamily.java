package dev.slicewise.test;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.core.slice.Slices;
import dev.slicewise.core.term.Role;
import dev.slicewise.spark.Evaluation;
import dev.slicewise.spark.SliceTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tables of one kind with what libraries say about them, and what Slicewise says.
 *
 * @param name of the family
 * @param rows all tables, told apart by the column {@code table}, other columns named by role
 * @param oracles what is asked, by the metric as {@code --metrics} takes it
 * @param expected what the libraries say
 */
record DifferentialFamily(
    String name, Dataset<Row> rows, Map<String, Oracle> oracles, List<Expected> expected) {

  /** A word as the value of a parameter, which SQL wants in quotes. */
  private static final Pattern WORD = Pattern.compile("=(?!true|false|null)([A-Za-z]\\w*)");

  /**
   * A metric with an oracle.
   *
   * @param metric as {@code --metrics} takes it
   * @param weighted whether the oracle knows weights
   * @param columns of a curve to compare; none for a number
   * @param scale why deviations are measured against more than the value, or empty
   * @param differs what is deliberately different, or empty
   * @param estimate how far off a value may be that is marked as estimated
   * @param profile whose conventions are asked for
   */
  record Oracle(
      String metric,
      boolean weighted,
      List<String> columns,
      String scale,
      String differs,
      double estimate,
      String profile) {
    NamedMetric named() {
      return MetricCatalog.standard().parse(metric, Profile.of(profile));
    }

    /** As a SQL call: columns by role, then the parameters as given. */
    String call(boolean withWeight) {
      int open = metric.indexOf('(');
      String id = open < 0 ? metric : metric.substring(0, open);
      Stream<String> roles = named().roles().stream().map(Role::name).distinct();
      Stream<String> weight = withWeight ? Stream.of(Role.WEIGHT.name()) : Stream.of();
      String columns =
          Stream.concat(roles, weight)
              .map(role -> role + " => " + role)
              .collect(Collectors.joining(", "));
      String parameters =
          open < 0
              ? ""
              : ", "
                  + WORD.matcher(metric.substring(open + 1, metric.length() - 1))
                      .replaceAll("='$1'")
                      .replace("=", " => ");
      return id + "(" + columns + parameters + ", profile => '" + profile + "')";
    }
  }

  /**
   * What a library says about one table.
   *
   * @param table which
   * @param oracle which metric
   * @param weighted whether the weights count
   * @param values one number, or those of a curve; null where there is no value
   * @param scale magnitude to measure deviations against, if larger than the value
   * @param library what the library says where that is deliberately something else, or null
   */
  record Expected(
      String table,
      Oracle oracle,
      boolean weighted,
      List<Double> values,
      double scale,
      List<Double> library) {
    /** More than the last digits: another number, or a value where the other has none. */
    private static final double DIFFERENT = 1e-9;

    /** Whether the library deliberately says something else. */
    boolean libraryDiffers() {
      boolean differs = library != null && library.size() != values.size();
      for (int i = 0; library != null && !differs && i < values.size(); i++) {
        Double theirs = library.get(i);
        Double ours = values.get(i);
        differs =
            ours == null || theirs == null
                ? ours != theirs
                : Math.abs(ours - theirs) > DIFFERENT * Math.abs(theirs);
      }
      return differs;
    }

    String question() {
      return oracle.metric() + (weighted ? ", weighted, of " : " of ") + table;
    }
  }

  /** Reads what the Python program wrote. */
  static DifferentialFamily read(Path folder) {
    Row described =
        Spark.session()
            .read()
            .schema(
                "schema STRING, oracles ARRAY<STRUCT<metric STRING, weights BOOLEAN,"
                    + " columns ARRAY<STRING>, scale STRING, differs STRING, estimate DOUBLE>>,"
                    + " profile STRING")
            .json(folder.resolve("family.json").toString())
            .first();
    Map<String, Oracle> oracles = new HashMap<>();
    for (Row row : described.<Row>getList(1)) {
      oracles.put(
          row.getString(0),
          new Oracle(
              row.getString(0),
              row.getBoolean(1),
              row.getList(2),
              row.getString(3),
              row.getString(4),
              row.getDouble(5),
              described.getString(2)));
    }
    List<Expected> expected = new ArrayList<>();
    Dataset<Row> values =
        Spark.session()
            .read()
            .schema(
                "table STRING, metric STRING, weighted BOOLEAN, values ARRAY<DOUBLE>,"
                    + " scale DOUBLE, library ARRAY<DOUBLE>")
            .json(folder.resolve("expected.json").toString());
    for (Row row : values.collectAsList()) {
      expected.add(
          new Expected(
              row.getString(0),
              oracles.get(row.getString(1)),
              row.getBoolean(2),
              row.getList(3),
              row.isNullAt(4) ? 0 : row.getDouble(4),
              row.isNullAt(5) ? null : row.getList(5)));
    }
    Dataset<Row> rows =
        Spark.session()
            .read()
            .schema(described.getString(0))
            .json(folder.resolve("rows.json").toString());
    return new DifferentialFamily(folder.getFileName().toString(), rows, oracles, expected);
  }

  private List<Oracle> asked(boolean weighted) {
    return oracles.values().stream().filter(oracle -> !weighted || oracle.weighted()).toList();
  }

  /** What every metric says about every table, by table and metric, in one scan. */
  Map<String, Map<String, MetricValue>> evaluated(boolean weighted) {
    String[] metrics = asked(weighted).stream().map(Oracle::metric).toArray(String[]::new);
    Evaluation evaluation =
        Evaluation.of(rows)
            .metrics(metrics)
            .profile(oracles.values().iterator().next().profile())
            .withoutIntervals()
            .slices(Slices.by("table"));
    Map<String, Map<String, MetricValue>> values = new HashMap<>();
    try (SliceTable table = (weighted ? evaluation.weight("weight") : evaluation).run()) {
      for (SliceResult slice : table) {
        Map<String, MetricValue> ofTable = new HashMap<>();
        for (MetricResult result : slice.metrics()) {
          ofTable.put(result.metric().text(), result.value());
        }
        values.put((String) slice.key().values().get(0), ofTable);
      }
    }
    return values;
  }

  /** What every SQL function says about every table, by table and metric, in one query. */
  Map<String, Map<String, Double>> queried(boolean weighted) {
    List<Oracle> functions =
        asked(weighted).stream().filter(oracle -> oracle.columns().isEmpty()).toList();
    String calls =
        functions.stream().map(oracle -> oracle.call(weighted)).collect(Collectors.joining(", "));
    rows.createOrReplaceTempView("differential_" + name);
    Map<String, Map<String, Double>> values = new HashMap<>();
    for (Row row :
        Spark.sql("SELECT table, " + calls + " FROM differential_" + name + " GROUP BY table")
            .collectAsList()) {
      Map<String, Double> ofTable = new HashMap<>();
      for (int i = 0; i < functions.size(); i++) {
        ofTable.put(functions.get(i).metric(), (Double) row.get(i + 1));
      }
      values.put(row.getString(0), ofTable);
    }
    return values;
  }
}
