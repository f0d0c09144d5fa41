package dev.slicewise.jobs.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The states of one model on one window of its data under one plan. The same model, window and plan
 * published again take its place.
 *
 * @param model name of the model
 * @param windowStart first instant of the window, or null for data without a window
 * @param windowEnd the instant after its last, or null
 * @param definitions the slice definitions as text, in the order of the evaluation
 * @param fingerprint of the plan whose statistics the states remember
 * @param runId the run that published it
 * @param slices how many
 * @param rows of the evaluated data, usable or not
 */
public record Publication(
    String model,
    Instant windowStart,
    Instant windowEnd,
    List<String> definitions,
    String fingerprint,
    String runId,
    long slices,
    long rows) {
  private static final Comparator<Instant> ABSENT_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  /** By model, then in time; of one window by plan. */
  public static final Comparator<Publication> ORDER =
      Comparator.comparing(Publication::model)
          .thenComparing(Publication::windowStart, ABSENT_FIRST)
          .thenComparing(Publication::windowEnd, ABSENT_FIRST)
          .thenComparing(Publication::fingerprint);

  /** Freezes the list and refuses half a window or an empty one. */
  public Publication {
    definitions = List.copyOf(definitions);
    if ((windowStart == null) != (windowEnd == null)
        || (windowStart != null && !windowStart.isBefore(windowEnd))) {
      throw new IllegalArgumentException(
          "expected a window that starts before it ends, found "
              + windowStart
              + " to "
              + windowEnd);
    }
  }

  /**
   * What makes two publications the same one, as 64 hexadecimal digits: safe in paths and SQL,
   * whatever the model's name.
   */
  public String key() {
    HexFormat hex = HexFormat.of();
    String text =
        hex.withUpperCase().formatHex(model.getBytes(StandardCharsets.UTF_8))
            + "|"
            + micros(windowStart)
            + "|"
            + micros(windowEnd)
            + "|"
            + fingerprint;
    try {
      return hex.formatHex(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String micros(Instant instant) {
    return instant == null
        ? "none"
        : String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
  }

  /** What {@code run.json} says about it. */
  public Map<String, Object> record() {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("model", model);
    record.put("window_start", windowStart);
    record.put("window_end", windowEnd);
    record.put("definitions", definitions);
    record.put("fingerprint", fingerprint);
    record.put("run_id", runId);
    record.put("slices", slices);
    record.put("rows", rows);
    return record;
  }

  /** The window as people read it. */
  public String window() {
    return windowStart == null ? "no window" : windowStart + " to " + windowEnd;
  }
}
