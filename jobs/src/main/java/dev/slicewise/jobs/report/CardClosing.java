package dev.slicewise.jobs.report;

import java.util.List;
import java.util.Map;

/** The end of a model card: limits, conventions, versions. */
final class CardClosing {
  private static final List<String> KEPT =
      List.of("conventions", "versions", "run_id", "command", "verdict", "fingerprint");

  private final Results results;
  private final Markdown card;

  CardClosing(Results results, Markdown card) {
    this.results = results;
    this.card = card;
  }

  void write() {
    card.heading("Limits");
    if (results.input().confidence() > 0) {
      card.line("- Intervals are " + results.intervalName() + "s, for new rows of the same kind.");
    }
    card.line("- error = prediction − label: a positive mean error is over-prediction.");
    card.line(
        "- Slices with fewer than "
            + Yardstick.LEAST_ROWS
            + " usable rows are not judged; each"
            + " slice is judged on its own unless a p-value says that it is adjusted.");
    card.line("- Rows that could not be used are counted by reason, and are in no metric.");
    for (MetricWords words : results.words()) {
      if (!words.use().isEmpty()) {
        card.line("- " + Markdown.text(words.metric().id() + ": " + words.use()));
      }
    }
    card.heading("Provenance");
    map(results.input().run(), "", false);
  }

  /** The parts of the record that outlive the run: what it was, conventions and versions. */
  private void map(Map<?, ?> map, String indent, boolean all) {
    map.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          boolean kept = all || KEPT.contains(name);
          boolean nested = value instanceof Map<?, ?>;
          // Of several runs each has a record of its own.
          boolean run = nested && ((Map<?, ?>) value).containsKey("run_id");
          if (kept || run) {
            String shown = nested ? "" : ": " + Markdown.text(cut(String.valueOf(value)));
            card.line(indent + "- " + Markdown.text(cut(name)) + shown);
          }
          if (nested && (kept || run)) {
            map((Map<?, ?>) value, indent + "  ", kept);
          }
        });
  }

  private static String cut(String text) {
    return VisibleText.cut(VisibleText.of(text), 300);
  }
}
