package dev.slicewise.jobs.command;

import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.spark.Messages;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Starts Spark, unless it runs already; what was started here is stopped here. */
public final class Sessions implements AutoCloseable {
  private static final int TASKS_PER_CORE = 4;

  private final SparkSession session;
  private final boolean started;

  private Sessions(SparkSession session, boolean started) {
    this.session = session;
    this.started = started;
  }

  /**
   * Starts Spark, or joins the one that runs.
   *
   * @param name of the application, where nobody else named it
   * @param master where Spark runs, or null
   * @param properties of Spark
   * @param verbose whether Spark's warnings are shown
   */
  public static Sessions open(
      String name, String master, Map<String, String> properties, boolean verbose) {
    boolean running = SparkSession.getDefaultSession().isDefined();
    // Starts with what spark-submit and the launcher said, as system properties.
    SparkConf conf = new SparkConf();
    properties.forEach(
        (key, value) -> {
          if (key.equals("spark.master")) {
            conf.setIfMissing(key, value);
          } else {
            conf.set(key, value);
          }
        });
    if (master != null) {
      conf.setMaster(master);
    }
    conf.setIfMissing("spark.app.name", name);
    conf.setIfMissing("spark.master", "local[*]");
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.ui.enabled", "false");
      // Two hundred tiny tasks would take longer than the work itself.
      conf.setIfMissing(
          "spark.sql.shuffle.partitions",
          String.valueOf(TASKS_PER_CORE * Runtime.getRuntime().availableProcessors()));
      // Failures arrive here as exceptions; Spark's log of them would bury the one sentence.
      conf.setIfMissing("spark.log.level", verbose ? "WARN" : "OFF");
      // Spark makes this folder at start, and the working directory is not ours to litter.
      conf.setIfMissing(
          "spark.sql.warehouse.dir",
          Path.of(System.getProperty("java.io.tmpdir"), "slicewise-warehouse").toUri().toString());
    } else if (conf.get("spark.submit.deployMode", "client").equals("client")) {
      conf.setIfMissing("spark.log.level", verbose ? "WARN" : "ERROR");
    }
    try {
      return new Sessions(SparkSession.builder().config(conf).getOrCreate(), !running);
    } catch (Exception e) {
      throw JobException.usage(
          "cannot start Spark with master "
              + conf.get("spark.master")
              + ": "
              + Messages.firstSentence(e),
          e);
    }
  }

  /** The running session. */
  public SparkSession session() {
    return session;
  }

  @Override
  public void close() {
    if (started) {
      session.stop();
    }
  }
}
