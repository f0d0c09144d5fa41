package dev.slicewise.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The timings of one scenario as lines for people. */
final class BenchText {
  private BenchText() {}

  static String of(List<Timing> timings) {
    Timing first = timings.get(0);
    StringBuilder text = new StringBuilder();
    line(
        text,
        "%n%s (%s), %d threads, %,d rows",
        first.scenario().id(),
        first.scenario().about(),
        first.setting().threads(),
        first.rows());
    line(
        text,
        "  %-26s %9s %9s %12s %9s %9s %9s",
        "alternative",
        "seconds",
        "cpu s",
        "ns/row/core",
        "x floor",
        "x sums",
        "heap MB");
    Optional<Timing> floor = find(timings, "scan_floor");
    Optional<Timing> sums = find(timings, "spark_sums");
    for (Timing timing : timings) {
      if (timing.wasRun()) {
        line(
            text,
            "  %-26s %9.3f %9.3f %12.1f %9s %9s %9d",
            timing.alternative().id(),
            timing.seconds(),
            timing.cpuSeconds(),
            timing.nanosecondsPerRowAndCore(),
            ratio(timing, floor),
            ratio(timing, sums),
            timing.liveHeap() >> 20);
      }
    }
    String notRun =
        timings.stream()
            .filter(timing -> !timing.wasRun())
            .map(timing -> timing.alternative().id())
            .collect(Collectors.joining(", "));
    if (!notRun.isEmpty()) {
      line(text, "  not run, for reasons given in the JSON: %s", notRun);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static Optional<Timing> find(List<Timing> timings, String id) {
    return timings.stream()
        .filter(timing -> timing.wasRun() && timing.alternative().id().equals(id))
        .findFirst();
  }

  private static String ratio(Timing timing, Optional<Timing> to) {
    return to.map(other -> String.format(Locale.ROOT, "%.2f", timing.ratioTo(other))).orElse("-");
  }
}
