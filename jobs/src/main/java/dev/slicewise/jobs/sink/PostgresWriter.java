package dev.slicewise.jobs.sink;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.jobs.output.Json;
import dev.slicewise.spark.SliceTable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The statements of one run, inside a transaction of the caller's. Values of the data are only ever
 * parameters. A result is known by a hash of its slice and metric, since a slice's values may be
 * longer than an index takes.
 */
final class PostgresWriter {
  private static final int BATCH = 500;

  private static final String COLUMNS =
      "run_id, result_id, command, model, definition, slice, metric, params, value, n, weight_sum,"
          + " ci_low, ci_high, ci_method, exactness, error_bound, reason";

  private static final List<String> REPLACED =
      List.of(
          "command",
          "value",
          "n",
          "weight_sum",
          "ci_low",
          "ci_high",
          "ci_method",
          "exactness",
          "error_bound",
          "reason",
          "written_at");

  private final Connection connection;
  private final String table;
  private final RunFacts run;
  private final List<String> written = new ArrayList<>();

  PostgresWriter(Connection connection, String table, RunFacts run) {
    this.connection = connection;
    this.table = table;
    this.run = run;
  }

  void write(SliceTable results) throws SQLException {
    lock();
    create();
    upsert(results);
    forgetOthers();
  }

  /** Two runs at once, or two that make the table, would else undo each other. */
  private void lock() throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtext(?))")) {
      lock.setString(1, "slicewise " + table);
      lock.execute();
    }
  }

  private void create() throws SQLException {
    try (Statement create = connection.createStatement()) {
      create.execute(
          "CREATE TABLE IF NOT EXISTS "
              + table
              + " (run_id text, result_id text, command text, model text, definition text,"
              + " slice text, metric text, params text, value double precision, n bigint,"
              + " weight_sum double precision, ci_low double precision, ci_high double precision,"
              + " ci_method text, exactness text, error_bound double precision, reason text,"
              + " written_at timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (run_id, result_id))");
    }
  }

  private void upsert(SliceTable results) throws SQLException {
    String marks = "?" + ", ?".repeat(COLUMNS.split(",").length - 1);
    List<String> replaced = REPLACED.stream().map(name -> name + " = excluded." + name).toList();
    String sql =
        "INSERT INTO "
            + table
            + " ("
            + COLUMNS
            + ") VALUES ("
            + marks
            + ") ON CONFLICT (run_id, result_id) DO UPDATE SET "
            + String.join(", ", replaced);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (SliceResult slice : results) {
        String definition = results.definitions().get(slice.key().definition()).text();
        for (MetricResult result : slice.metrics()) {
          if (!(result.value() instanceof MetricValue.Curve)) {
            bind(insert, definition, slice, result);
            insert.addBatch();
            waiting++;
          }
        }
        if (waiting >= BATCH) {
          insert.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) {
        insert.executeBatch();
      }
    }
  }

  private void bind(
      PreparedStatement insert, String definition, SliceResult slice, MetricResult result)
      throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < slice.dimensions().size(); i++) {
      values.put(slice.dimensions().get(i), slice.key().values().get(i));
    }
    String json = json(values);
    String metric = result.metric().text();
    String id = id(String.valueOf(run.model()), definition, json, metric);
    written.add(id);
    MetricValue.Scalar scalar = result.value() instanceof MetricValue.Scalar number ? number : null;
    Interval interval = result.interval();
    Object[] row = {
      run.runId(),
      id,
      run.command(),
      run.model(),
      definition,
      json,
      metric,
      json(result.metric().parameters()),
      scalar == null ? null : (Double) scalar.value(),
      result.rows(),
      result.weight(),
      interval == null ? null : interval.low(),
      interval == null ? null : interval.high(),
      interval == null ? null : interval.method(),
      scalar == null ? null : scalar.exactness().name().toLowerCase(Locale.ROOT),
      scalar == null ? null : (Double) scalar.errorBound(),
      result.value() instanceof MetricValue.Undefined undefined ? undefined.reason() : null
    };
    for (int i = 0; i < row.length; i++) {
      // The one character that the server cannot store.
      Object value = row[i] instanceof String text ? text.replace("\0", "\\u0000") : row[i];
      insert.setObject(i + 1, value);
    }
  }

  /** What an earlier run of this name wrote and this one did not. */
  private void forgetOthers() throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "DELETE FROM " + table + " WHERE run_id = ? AND result_id <> ALL (?)")) {
      delete.setString(1, run.runId());
      delete.setArray(2, connection.createArrayOf("text", written.toArray()));
      delete.executeUpdate();
    }
  }

  private static String json(Map<String, ?> values) {
    StringWriter text = new StringWriter();
    try {
      Json.write(text, values);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return text.toString();
  }

  private static String id(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
