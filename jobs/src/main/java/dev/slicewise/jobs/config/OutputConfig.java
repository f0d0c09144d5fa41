package dev.slicewise.jobs.config;

import dev.slicewise.jobs.failure.JobException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What is written.
 *
 * @param directory where to
 * @param overwrite whether an earlier output may be replaced
 * @param runId name of the run, given or made up
 * @param runIdGiven whether the user gave it
 */
public record OutputConfig(String directory, boolean overwrite, String runId, boolean runIdGiven) {
  private static final Pattern RUN_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  /**
   * Resolves what the user said; null without a directory.
   *
   * @param directory as said, or null
   * @param overwrite as said, or null
   * @param runId as said, or null
   */
  public static OutputConfig of(String directory, Boolean overwrite, String runId) {
    String run = runId(runId);
    if (directory == null) {
      return null;
    }
    if (directory.isBlank()) {
      throw JobException.usage("expected a directory for --out, found nothing.");
    }
    return new OutputConfig(directory, Boolean.TRUE.equals(overwrite), run, runId != null);
  }

  /** The name of a run as said, or a new one. */
  public static String runId(String said) {
    if (said == null) {
      return newRunId();
    }
    if (!RUN_ID.matcher(said).matches()) {
      throw JobException.usage(
          "expected --run-id of 1 to 128 letters, digits, '.', '_' and '-', found '" + said + "'.");
    }
    return said;
  }

  private static String newRunId() {
    return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(Instant.now())
        + "-"
        + UUID.randomUUID().toString().substring(0, 8);
  }
}
