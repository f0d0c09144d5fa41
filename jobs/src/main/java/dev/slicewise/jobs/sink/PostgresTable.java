package dev.slicewise.jobs.sink;

import dev.slicewise.jobs.config.YamlNode;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.remote.Secret;
import dev.slicewise.spark.SliceTable;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * A table in PostgreSQL with the metrics of runs. A run is written by the driver in one transaction
 * and replaces what an earlier one of its name wrote, so readers see all of it or nothing, and a
 * repeated run never doubles. The JDBC driver is the user's, given with {@code --jars}.
 */
public final class PostgresTable {
  private static final String PREFIX = "jdbc:postgresql:";
  private static final String USUAL_TABLE = "slicewise_metrics";
  private static final int LONGEST_NAME = 63;

  /** Others of the driver's parameters load classes, write files or hold secrets. */
  private static final Set<String> PARAMETERS =
      Set.of(
          "sslmode",
          "sslrootcert",
          "ApplicationName",
          "connectTimeout",
          "socketTimeout",
          "loginTimeout",
          "targetServerType");

  private final String url;
  private final String table;
  private final Secret user;
  private final Secret password;

  private PostgresTable(String url, String table, Secret user, Secret password) {
    this.url = url;
    this.table = table;
    this.user = user;
    this.password = password;
  }

  /**
   * The table as configured; null without one.
   *
   * @param flag the address as the command line says it, or null
   * @param file the configuration with a section {@code postgresql}, or null
   * @param environment of the process; PGUSER and PGPASSWORD stand for what is not said
   */
  public static PostgresTable of(String flag, YamlNode file, Map<String, String> environment) {
    List<YamlNode> nodes = file == null ? null : file.nodes("postgresql");
    YamlNode node = nodes == null || nodes.isEmpty() ? null : nodes.get(0);
    String url = flag;
    String table = USUAL_TABLE;
    Secret user = null;
    Secret password = null;
    if (node != null) {
      String said = node.text("url");
      url = flag == null ? said : flag;
      String named = node.text("table");
      table = named == null ? table : named;
      user = Secret.of(node, "user", environment);
      password = Secret.of(node, "password", environment);
      node.refuseOthers();
      if (url == null) {
        throw JobException.usage(
            "expected url or --metrics-table " + node.where() + ", found neither.");
      }
    }
    if (url == null) {
      return null;
    }
    expectPlain(url);
    return new PostgresTable(
        url,
        quoted(table),
        user == null ? Secret.variable("PGUSER", environment) : user,
        password == null ? Secret.variable("PGPASSWORD", environment) : password);
  }

  /** An address goes into logs, so no complaint repeats it and no secret may be in it. */
  private static void expectPlain(String url) {
    if (!url.startsWith(PREFIX) || url.indexOf('@') >= 0) {
      throw JobException.usage(
          "expected --metrics-table jdbc:postgresql://HOST/DATABASE without a user, found another"
              + " address.");
    }
    int query = url.indexOf('?');
    String[] parameters = query < 0 ? new String[0] : url.substring(query + 1).split("&");
    for (String parameter : parameters) {
      String name = parameter.replaceFirst("=.*", "");
      if (!PARAMETERS.contains(name)) {
        throw JobException.usage(
            "expected only "
                + String.join(", ", PARAMETERS.stream().sorted().toList())
                + " in the address of --metrics-table, found "
                + name
                + "; user and password belong into PGUSER and PGPASSWORD or the section"
                + " postgresql.");
      }
    }
  }

  /** A name, or a schema's and a name, as SQL quotes them whatever is in them. */
  static String quoted(String table) {
    List<String> parts = new ArrayList<>();
    for (String part : table.split("\\.", 2)) {
      if (part.isBlank() || part.indexOf('\0') >= 0 || part.length() > LONGEST_NAME) {
        throw JobException.usage(
            "expected table or schema.table of at most 63 characters each in postgresql, found '"
                + table
                + "'.");
      }
      parts.add('"' + part.replace("\"", "\"\"") + '"');
    }
    return String.join(".", parts);
  }

  /** Connects once, so that a wrong address is known before rows are read. */
  public void check() {
    try (Connection connection = connect()) {
      connection.isValid(1);
    } catch (SQLException e) {
      throw JobException.usage("cannot connect to --metrics-table" + said(e));
    }
  }

  /** Writes the metrics of a run. */
  public void write(RunFacts run, SliceTable results) {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      new PostgresWriter(connection, table, run).write(results);
      connection.commit();
    } catch (SQLException e) {
      throw JobException.failed(
          "the results"
              + (run.output() == null ? "" : " are in " + run.output() + " but")
              + " could not be written to --metrics-table"
              + said(e)
              + " The same run again does both.",
          null);
    }
  }

  /** The server's words may quote values and users; its code says which kind of trouble it is. */
  private static String said(SQLException problem) {
    String state = problem.getSQLState();
    String kind =
        state == null
            ? "the driver refused"
            : switch (state.substring(0, Math.min(2, state.length()))) {
              case "08" -> "no connection";
              case "28" -> "user or password were refused";
              case "3D" -> "no such database";
              case "3F" -> "no such schema";
              case "42" -> "not allowed, or another table of that name";
              case "53" -> "the server has no room left";
              default -> "the server refused";
            };
    return ": " + kind + (state == null ? "." : " (SQLSTATE " + state + ").");
  }

  /** The driver manager would not see jars that Spark was given. */
  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    if (user != null) {
      properties.setProperty("user", user.reveal());
    }
    if (password != null) {
      properties.setProperty("password", password.reveal());
    }
    ClassLoader jars = Thread.currentThread().getContextClassLoader();
    for (Driver driver : ServiceLoader.load(Driver.class, jars)) {
      if (driver.acceptsURL(url)) {
        return driver.connect(url, properties);
      }
    }
    throw JobException.usage(
        "expected PostgreSQL's JDBC driver for --metrics-table, found none; give its jar with"
            + " --jars.");
  }
}
