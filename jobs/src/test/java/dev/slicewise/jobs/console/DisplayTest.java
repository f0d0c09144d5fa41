package dev.slicewise.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.interval.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text and numbers as a terminal shows them. */
class DisplayTest {
  @Test
  void makesTheInvisibleVisible() {
    assertThat(DisplayText.visible("a\u001b[31mred\u0000\n\u202etxt\ud800"))
        .isEqualTo("a\\u001b[31mred\\u0000\\n\\u202etxt\\ud800");
    assertThat(DisplayText.visible("naïve 東京 👩\u200d🚀")).isEqualTo("naïve 東京 👩\u200d🚀");
  }

  @Test
  void countsColumns() {
    assertThat(DisplayText.width("東京")).isEqualTo(4);
    assertThat(DisplayText.width("ﾄｳｷｮｳ")).isEqualTo(5);
    assertThat(DisplayText.width("e\u0301tude")).isEqualTo(5);
    assertThat(DisplayText.width("🚀")).isEqualTo(2);
  }

  @Test
  void cutsInTheMiddle() {
    assertThat(DisplayText.shortened("carrier=UA, origin=EWR", 11)).isEqualTo("carri…n=EWR");
    assertThat(DisplayText.shortened("short", 5)).isEqualTo("short");
    String cut = DisplayText.shortened("東京都千代田区", 8);
    assertThat(cut).isEqualTo("東京…区");
    assertThat(DisplayText.width(cut)).isLessThanOrEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "25.179780965706012 | 25.18",
        "0.5 | 0.5",
        "0 | 0",
        "1234567 | 1,234,567",
        "1234567.8 | 1,234,568",
        "-0.00123456 | -0.001235",
        "0.0000123456 | 1.235e-5",
        "0.00009999999 | 1.000e-4",
        "123456789012345 | 1.235e14",
        "Infinity | inf",
        "-Infinity | -inf",
        "4.9E-324 | 4.941e-324",
      })
  void showsSensibleDigits(double value, String text) {
    assertThat(NumberText.of(value)).isEqualTo(text);
  }

  @Test
  void showsAsManyDigitsAsTheIntervalSupports() {
    assertThat(NumberText.of(25.1797, new Interval(25.079, 25.281, null, "t")))
        .isEqualTo("25.18 [25.08, 25.28]");
    assertThat(NumberText.of(0.70012, new Interval(0.69991, 0.70033, null, "t")))
        .isEqualTo("0.70012 [0.69991, 0.70033]");
    assertThat(NumberText.of(3, new Interval(1.0, null, null, "t"))).isEqualTo("3.0 [1.0, inf]");
  }

  @Test
  void alignsByColumnsNotCharacters() {
    TextTable table = new TextTable(1, List.of("slice", "mae"));
    table.add(List.of("city=東京", "1.5"));
    table.add(List.of("city=Rome", "12.5"));
    assertThat(table.lines(80))
        .containsExactly("slice       mae", "city=東京   1.5", "city=Rome  12.5");
  }

  @Test
  void breaksLongHeadings() {
    TextTable table = new TextTable(1, List.of("slice", "n", "root_mean_squared_error"));
    table.add(List.of("a", "1", "0.5 [0.4, 0.6]"));
    assertThat(table.lines(80))
        .containsExactly(
            "              root_mean_", "slice  n   squared_error", "a      1  0.5 [0.4, 0.6]");
  }
}
