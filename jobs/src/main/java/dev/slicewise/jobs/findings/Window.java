package dev.slicewise.jobs.findings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;

/**
 * A span of time, its end exclusive.
 *
 * @param start as the file has it; null for a set without a window
 * @param end as the file has it; null for a set without a window
 */
public record Window(String start, String end) implements Comparable<Window> {
  /** A set without a window. */
  public static final Window NONE = new Window(null, null);

  private static final Comparator<String> NULL_FIRST =
      Comparator.nullsFirst(Comparator.naturalOrder());

  /** The window between two instants, either of which may be null. */
  public static Window of(Instant start, Instant end) {
    return new Window(start == null ? null : start.toString(), end == null ? null : end.toString());
  }

  /** Whether there is no window. */
  public boolean isNone() {
    return start == null && end == null;
  }

  /** {@code 2013-07} or {@code 2013-07-04} where that says it all, else both ends. */
  public String label() {
    if (isNone()) {
      return "all";
    }
    LocalDate from = midnight(start);
    LocalDate to = midnight(end);
    if (from == null || to == null) {
      return (start == null ? "…" : start) + " – " + (end == null ? "…" : end);
    }
    if (from.getDayOfYear() == 1 && to.equals(from.plusYears(1))) {
      return from.toString().substring(0, from.toString().lastIndexOf('-') - 3);
    }
    if (from.getDayOfMonth() == 1 && to.equals(from.plusMonths(1))) {
      return from.toString().substring(0, from.toString().lastIndexOf('-'));
    }
    return to.equals(from.plusDays(1)) ? from.toString() : from + " – " + to.minusDays(1);
  }

  /** The date of a text that is midnight in UTC, or null. */
  private static LocalDate midnight(String text) {
    if (text == null) {
      return null;
    }
    try {
      if (text.length() <= 10) {
        return LocalDate.parse(text);
      }
      OffsetDateTime time =
          OffsetDateTime.parse(text.replace(' ', 'T')).withOffsetSameInstant(ZoneOffset.UTC);
      return time.toLocalTime().toNanoOfDay() == 0 ? time.toLocalDate() : null;
    } catch (DateTimeException e) {
      // Some other text: shown as it is.
      return null;
    }
  }

  @Override
  public int compareTo(Window other) {
    int byStart = NULL_FIRST.compare(start, other.start);
    return byStart != 0 ? byStart : NULL_FIRST.compare(end, other.end);
  }
}
