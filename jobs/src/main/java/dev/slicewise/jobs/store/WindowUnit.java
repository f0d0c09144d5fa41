package dev.slicewise.jobs.store;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long windows are that a time column is cut into, by the calendar of some time zone. */
public enum WindowUnit {
  /** Clock hours. */
  HOUR,
  /** From midnight to midnight. */
  DAY,
  /** From Monday to Monday. */
  WEEK,
  /** Calendar months. */
  MONTH,
  /** Calendar quarters. */
  QUARTER,
  /** Calendar years. */
  YEAR;

  private static final int MONTHS_A_QUARTER = 3;

  /** The units' names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(WindowUnit::text).toList();
  }

  /** The name. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The window with an instant in it. */
  public Window around(Instant instant, ZoneId zone) {
    return from(start(LocalDateTime.ofInstant(instant, zone)), zone);
  }

  /**
   * The window that a time dimension's value stands for.
   *
   * @throws java.time.DateTimeException when it is no value of such a dimension
   */
  public Window of(String label, ZoneId zone) {
    LocalDateTime start =
        switch (this) {
          case HOUR -> LocalDateTime.parse(label.replace(' ', 'T'));
          case DAY, WEEK -> LocalDateTime.parse(label + "T00:00");
          case MONTH -> LocalDateTime.parse(label + "-01T00:00");
          case QUARTER -> {
            int cut = label.indexOf("-Q");
            LocalDateTime january = LocalDateTime.parse(label.substring(0, cut) + "-01-01T00:00");
            int quarter = Integer.parseInt(label.substring(cut + 2));
            yield january.plusMonths((long) MONTHS_A_QUARTER * (quarter - 1));
          }
          case YEAR -> LocalDateTime.parse(label + "-01-01T00:00");
        };
    return from(start, zone);
  }

  /** How a time dimension shows the window that starts then. */
  public String label(Instant start, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(start, zone);
    String day = local.toLocalDate().toString();
    return switch (this) {
      case HOUR -> day + " " + local.toLocalTime();
      case DAY, WEEK -> day;
      case MONTH -> day.substring(0, day.length() - "-01".length());
      case QUARTER -> year(day) + "-Q" + ((local.getMonthValue() - 1) / MONTHS_A_QUARTER + 1);
      case YEAR -> year(day);
    };
  }

  private static String year(String day) {
    return day.substring(0, day.length() - "-01-01".length());
  }

  private LocalDateTime start(LocalDateTime time) {
    LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
    return switch (this) {
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> {
        int into = (day.getMonthValue() - 1) % MONTHS_A_QUARTER;
        yield day.withDayOfMonth(1).minusMonths(into);
      }
      case YEAR -> day.withDayOfYear(1);
    };
  }

  private LocalDateTime next(LocalDateTime start) {
    return switch (this) {
      case HOUR -> start.plusHours(1);
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
      case QUARTER -> start.plusMonths(MONTHS_A_QUARTER);
      case YEAR -> start.plusYears(1);
    };
  }

  /**
   * Where a clock is put back, the earlier of the two instants it shows; so an hour that it shows
   * twice is one window of two hours.
   */
  private Window from(LocalDateTime start, ZoneId zone) {
    return new Window(
        ZonedDateTime.of(start, zone).toInstant(), ZonedDateTime.of(next(start), zone).toInstant());
  }
}
