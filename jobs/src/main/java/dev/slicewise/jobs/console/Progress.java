package dev.slicewise.jobs.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Says on standard error how far a long run is: one line that is written over where that is
 * possible, else a line every ten seconds. Short runs stay silent.
 */
public final class Progress extends SparkListener implements AutoCloseable {
  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean rewrites;
  private final int width;
  private final SparkContext spark;
  private final long started = System.nanoTime();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "slicewise-progress");
            thread.setDaemon(true);
            return thread;
          });
  private String doing = "";
  private long rows;
  private int tasks;
  private int tasksDone;
  private boolean dirty;

  private Progress(Terminal terminal, SparkContext spark) {
    this.err = terminal.err();
    this.rewrites = terminal.rewritesLines();
    this.width = terminal.width();
    this.spark = spark;
  }

  /**
   * Starts watching.
   *
   * @param quiet whether to say nothing at all
   */
  public static Progress watch(Terminal terminal, SparkContext spark, boolean quiet) {
    Progress progress = new Progress(terminal, spark);
    if (quiet) {
      return progress;
    }
    spark.addSparkListener(progress);
    long period = progress.rewrites ? 500 : 10_000;
    long first = progress.rewrites ? SILENCE.toMillis() : period;
    progress.clock.scheduleAtFixedRate(progress::tell, first, period, TimeUnit.MILLISECONDS);
    return progress;
  }

  /** Says what is being done from now on. */
  public synchronized void doing(String phase) {
    doing = phase;
    tasks = 0;
    tasksDone = 0;
    rows = 0;
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted event) {
    tasks += event.stageInfo().numTasks();
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
    tasksDone += event.reason().toString().equals("Success") ? 1 : 0;
    if (event.taskMetrics() != null) {
      rows += event.taskMetrics().inputMetrics().recordsRead();
    }
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted event) {
    // A stage may end without running all of its tasks.
    tasksDone = Math.min(tasksDone, tasks);
  }

  private synchronized void tell() {
    if (doing.isEmpty()) {
      return;
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
    String line =
        "slicewise: "
            + doing
            + (tasks == 0 ? "" : ", task " + tasksDone + " of " + tasks)
            + (rows == 0 ? "" : ", " + NumberText.count(rows) + " rows read")
            + String.format(Locale.ROOT, ", %d:%02d", seconds / 60, seconds % 60);
    if (rewrites) {
      err.print(CLEAR_LINE + DisplayText.shortened(line, width - 1));
      err.flush();
      dirty = true;
    } else {
      err.println(line);
    }
  }

  /** Stops watching and leaves no line behind. */
  @Override
  public void close() {
    clock.shutdownNow();
    spark.removeSparkListener(this);
    synchronized (this) {
      doing = "";
      if (dirty) {
        err.print(CLEAR_LINE);
        err.flush();
      }
    }
  }
}
