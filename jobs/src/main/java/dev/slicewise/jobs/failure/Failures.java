package dev.slicewise.jobs.failure;

import dev.slicewise.core.plan.InvalidRowsException;
import dev.slicewise.core.text.Nearest;
import dev.slicewise.spark.EvaluationException;
import dev.slicewise.spark.Messages;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;

/** Makes of any failure one sentence and an exit code. */
public final class Failures {
  private static final int DEEPEST = 50;

  private Failures() {}

  /** The failure as a person should read it. */
  public static JobException of(Throwable failure) {
    Throwable cause = failure;
    Throwable root = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      JobException known = known(cause);
      if (known != null) {
        return known;
      }
      root = cause;
      cause = cause.getCause();
    }
    return JobException.failed(
        "the run failed and nothing was written: "
            + root.getClass().getSimpleName()
            + ": "
            + sentence(Messages.firstSentence(root))
            + " --verbose shows where.",
        failure);
  }

  private static JobException known(Throwable cause) {
    if (cause instanceof JobException reason) {
      return reason;
    }
    if (cause instanceof EvaluationException) {
      return JobException.usage(sentence(cause.getMessage()), cause);
    }
    if (cause instanceof InvalidRowsException) {
      return JobException.failed(
          sentence(cause.getMessage() + "; --invalid fail makes that a failure"), cause);
    }
    if (cause instanceof AnalysisException) {
      return JobException.usage(problem(cause), cause);
    }
    if (cause instanceof ServiceConfigurationError) {
      return JobException.usage(
          "cannot load a metric of the jars given: " + sentence(Messages.firstSentence(cause)),
          cause);
    }
    if (cause instanceof OutOfMemoryError) {
      return JobException.failed(
          "the run failed and nothing was written: out of memory; give the JVM more heap"
              + " (SLICEWISE_HEAP=8g, or spark-submit's --driver-memory and --executor-memory).",
          cause);
    }
    // A file that cannot be read is known only once its rows are asked for.
    if (cause instanceof SparkThrowable spark
        && spark.getCondition() != null
        && spark.getCondition().startsWith("FAILED_READ_FILE")) {
      return JobException.usage(sentence(Messages.firstSentence(cause)), cause);
    }
    return null;
  }

  /** What Spark or Hadoop says, in a sentence. */
  public static String problem(Throwable failure) {
    Throwable cause = failure;
    while (!(cause instanceof SparkThrowable) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof SparkThrowable spark
        && spark.getCondition() != null
        && spark.getCondition().startsWith("UNRESOLVED_COLUMN")) {
      Map<String, String> said = spark.getMessageParameters();
      String name = said.getOrDefault("objectName", "").replace("`", "");
      String known = said.getOrDefault("proposal", "").replace("`", "");
      return "unknown column '" + name + "'." + Nearest.hint(name, List.of(known.split(", ")));
    }
    return sentence(Messages.firstSentence(cause));
  }

  /** The text with a full stop at its end, unless it has an end already. */
  public static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("?") || text.endsWith("…") ? text : text + ".";
  }
}
