package dev.slicewise.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows follow the calendar, and a time dimension's values name them. */
class WindowUnitTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "HOUR, 2024-02-29 23:00, 2024-02-29T23:00:00Z, 2024-03-01T00:00:00Z",
    "DAY, 2024-02-29, 2024-02-29T00:00:00Z, 2024-03-01T00:00:00Z",
    "WEEK, 2024-12-30, 2024-12-30T00:00:00Z, 2025-01-06T00:00:00Z",
    "MONTH, 2024-02, 2024-02-01T00:00:00Z, 2024-03-01T00:00:00Z",
    "QUARTER, 2024-Q4, 2024-10-01T00:00:00Z, 2025-01-01T00:00:00Z",
    "YEAR, 2024, 2024-01-01T00:00:00Z, 2025-01-01T00:00:00Z",
    "YEAR, 0001, 0001-01-01T00:00:00Z, 0002-01-01T00:00:00Z",
    "YEAR, +10000, +10000-01-01T00:00:00Z, +10001-01-01T00:00:00Z"
  })
  void namesAWindowAndFindsItAgain(WindowUnit unit, String label, Instant start, Instant end) {
    Window window = unit.of(label, ZoneOffset.UTC);
    assertThat(window).isEqualTo(new Window(start, end));
    assertThat(unit.label(start, ZoneOffset.UTC)).isEqualTo(label);
    assertThat(unit.around(start, ZoneOffset.UTC)).isEqualTo(window);
    assertThat(unit.around(end.minusNanos(1), ZoneOffset.UTC)).isEqualTo(window);
    assertThat(unit.around(end, ZoneOffset.UTC).start()).isEqualTo(end);
    assertThat(unit.around(start.minusNanos(1), ZoneOffset.UTC).end()).isEqualTo(start);
  }

  @Test
  void followsTheClocksOfAZone() {
    assertThat(WindowUnit.DAY.of("2026-03-29", BERLIN))
        .isEqualTo(window("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"));
    // Put back at three: the hour from two is shown twice.
    assertThat(WindowUnit.HOUR.of("2026-10-25 02:00", BERLIN))
        .isEqualTo(window("2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z"));
    assertThat(WindowUnit.HOUR.around(Instant.parse("2026-10-25T01:30:00Z"), BERLIN))
        .isEqualTo(window("2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z"));
    // Put forward at two: the hour before it ends where three begins.
    assertThat(WindowUnit.HOUR.of("2026-03-29 01:00", BERLIN))
        .isEqualTo(window("2026-03-29T00:00:00Z", "2026-03-29T01:00:00Z"));
    assertThat(WindowUnit.MONTH.around(Instant.parse("2026-06-30T22:00:00Z"), BERLIN))
        .isEqualTo(window("2026-06-30T22:00:00Z", "2026-07-31T22:00:00Z"));
  }

  private static Window window(String start, String end) {
    return new Window(Instant.parse(start), Instant.parse(end));
  }

  @Test
  void refusesWhatIsNoWindow() {
    assertThatThrownBy(() -> WindowUnit.YEAR.of("soon", ZoneOffset.UTC))
        .isInstanceOf(DateTimeException.class);
    Instant now = Instant.EPOCH;
    assertThatThrownBy(() -> new Window(now, now))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("starts before it ends");
  }
}
