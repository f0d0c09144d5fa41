package dev.slicewise.jobs.config;

import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.store.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Times as people write them in flags. */
public final class TimeText {
  private TimeText() {}

  /**
   * The moment of {@code 2026-11-01}, {@code 2026-11-01T06:00} or {@code 2026-11-01T06:00Z}.
   *
   * @param zone of times that do not say theirs
   */
  public static Instant instant(String flag, String said, ZoneId zone) {
    String text = said.trim().replace(' ', 'T');
    try {
      if (text.indexOf('T') < 0) {
        return LocalDateTime.parse(text + "T00:00").atZone(zone).toInstant();
      }
      boolean hasOffset = text.matches(".*T.*(Z|[+-]\\d{2}:\\d{2})");
      return hasOffset
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw JobException.usage(
          "expected a time such as 2026-11-01, 2026-11-01T06:00 or 2026-11-01T06:00Z for "
              + flag
              + ", found '"
              + said
              + "'.",
          e);
    }
  }

  /** The window between two times. */
  public static Window window(
      String startFlag, String start, String endFlag, String end, ZoneId zone) {
    Instant from = instant(startFlag, start, zone);
    Instant to = instant(endFlag, end, zone);
    if (!from.isBefore(to)) {
      throw JobException.usage(
          "expected "
              + startFlag
              + " before "
              + endFlag
              + ", which is the first moment after the window, found "
              + start
              + " and "
              + end
              + ".");
    }
    return new Window(from, to);
  }
}
