package dev.slicewise.jobs.failure;

import dev.slicewise.core.plan.InvalidRowsException;
import dev.slicewise.core.text.Nearest;
import dev.slicewise.spark.EvaluationException;
import dev.slicewise.spark.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;

/** Makes of any failure one sentence and an exit code. */
public final class Failures {
  private static final int DEEPEST = 50;
  private static final Pattern UNREADABLE_FILE =
      Pattern.compile("\\[FAILED_READ_FILE[A-Z_.]*\\] ((?:(?!SQLSTATE:).)*)");

  private Failures() {}

  /** The failure as a person should read it. */
  public static JobException of(Throwable failure) {
    Optional<String> unreadable = unreadableFile(failure);
    if (unreadable.isPresent()) {
      return JobException.usage(unreadable.get(), failure);
    }
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
    return null;
  }

  /**
   * That a file cannot be read is known only once its rows are asked for, and a task that failed
   * far away tells no more than its stack trace.
   */
  private static Optional<String> unreadableFile(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      Matcher found = UNREADABLE_FILE.matcher(String.valueOf(cause.getMessage()));
      if (found.find()) {
        return Optional.of(sentence(found.group(1).strip()));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /** What Spark or Hadoop says, in a sentence. */
  public static String problem(Throwable failure) {
    Optional<String> unreadable = unreadableFile(failure);
    if (unreadable.isPresent()) {
      return unreadable.get();
    }
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
