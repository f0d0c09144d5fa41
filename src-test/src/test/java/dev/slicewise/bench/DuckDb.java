package dev.slicewise.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** DuckDB inside this process: what a person with one machine would take instead. */
final class DuckDb implements SqlEngine, AutoCloseable {
  private final Connection connection;

  /** DuckDB with so many threads, over the same files. */
  DuckDb(BenchFiles files, int threads) {
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:");
      execute("SET threads = " + threads);
      execute("CREATE VIEW %s AS SELECT * FROM %s".formatted(ROWS, parquet(files.rowFiles())));
      execute("CREATE VIEW %s AS SELECT * FROM %s".formatted(STORES, parquet(files.storeFiles())));
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not open " + files, e);
    }
  }

  private static String parquet(List<String> files) {
    List<String> quoted = new ArrayList<>();
    files.forEach(file -> quoted.add("'" + file.replace("'", "''") + "'"));
    return "read_parquet(" + quoted + ")";
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public List<Object[]> query(String sql) {
    List<Object[]> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        Object[] line = new Object[columns];
        for (int c = 0; c < columns; c++) {
          line[c] = rows.getObject(c + 1);
        }
        lines.add(line);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB refuses " + sql, e);
    }
    return lines;
  }

  @Override
  public String percentile() {
    return "quantile_disc(abs(e), 0.99)";
  }

  @Override
  public boolean percentileIsExact() {
    return true;
  }

  /** The version of the library. */
  static String version() {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      return connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not start", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not close", e);
    }
  }
}
