package dev.slicewise.jobs.report;

import java.util.List;
import java.util.Map;

/** The end of the report: how to read it, what each metric means, and the run for the record. */
final class Closing {
  private static final int MOST_CHARACTERS = 2_000;
  private static final int MOST_DEPTH = 12;

  private Closing() {}

  static void write(Html html, Results results) {
    reading(html, results);
    glossary(html, results);
    if (!results.input().run().isEmpty()) {
      html.open("section").attribute("aria-label", "The run");
      html.open("details", "run").attribute("id", "run");
      html.element("summary", "The run: configuration, conventions, versions");
      map(html, results.input().run(), 0);
      html.close().close();
    }
  }

  private static void reading(Html html, Results results) {
    html.open("section").attribute("aria-labelledby", "reading");
    html.open("h2").attribute("id", "reading").text("How to read this").close();
    html.open("dl", "terms");
    if (results.input().confidence() > 0) {
      term(
          html,
          results.intervalName(),
          "Were the evaluation repeated on new rows of the same kind, intervals made this way"
              + " would hold the true value in "
              + Numbers.percent(results.input().confidence())
              + " of the repetitions. Wide means: few rows, or rows that differ much.");
    }
    html.element("dt", "▲ ▼ and △ ▽");
    html.open("dd").element("b", "worse", "▲ ▼").text(" the slice is significantly worse, ");
    html.element("b", "better", "△ ▽").text(" significantly better than all rows: its whole");
    html.text(" interval lies on that side of the value of all rows, which is taken as fixed.");
    html.text(" The arrow says whether the slice's value is above or below. Each slice is judged");
    html.text(" on its own, with no correction for how many there are; slices with fewer than ");
    html.text(Yardstick.LEAST_ROWS + " usable rows are not judged.").close();
    term(
        html,
        "exact, within, estimate",
        "Exact: the definition's value on these rows, up to final rounding. Within ± x: computed"
            + " from a summary of the rows, and certainly no farther than x from the exact value."
            + " Estimate: statistical, with no such certificate. The interval is about other rows,"
            + " exactness about these.");
    term(html, "n", "Rows a metric could use. Rows it had to skip are counted by reason.");
    term(html, "error", "Always prediction minus label: a positive mean error is over-prediction.");
    html.close().close();
  }

  private static void term(Html html, String term, String meaning) {
    html.element("dt", term).element("dd", meaning);
  }

  private static void glossary(Html html, Results results) {
    html.open("section").attribute("aria-labelledby", "metrics");
    html.open("h2").attribute("id", "metrics").text("Metrics").close().open("dl", "terms");
    for (int i = 0; i < results.words().size(); i++) {
      MetricWords words = results.words().get(i);
      html.open("dt").attribute("id", "m" + i);
      words.fullName(html);
      html.close().open("dd").text(words.summary());
      String better = words.betterText().isEmpty() ? "" : words.betterText() + "; ";
      html.open("div", "fine").text(better);
      if (!words.formula().isEmpty()) {
        html.element("code", words.formula());
      }
      html.text(words.units().isEmpty() ? "" : "; in " + words.units()).close();
      if (!words.use().isEmpty()) {
        html.element("div", "fine", words.use());
      }
      html.close();
    }
    html.close().close();
  }

  private static void map(Html html, Map<?, ?> map, int depth) {
    html.open("dl", depth == 0 ? "record top" : "record");
    map.forEach(
        (key, value) -> {
          html.open("dt").element("bdi", shown(key)).close().open("dd");
          value(html, value, depth + 1);
          html.close();
        });
    html.close();
  }

  private static void value(Html html, Object value, int depth) {
    if (value instanceof Map<?, ?> map && !map.isEmpty() && depth < MOST_DEPTH) {
      map(html, map, depth);
    } else if (value instanceof List<?> list && depth < MOST_DEPTH) {
      list(html, list, depth);
    } else if (value == null) {
      html.element("i", "null", "none");
    } else {
      html.element("bdi", shown(value));
    }
  }

  private static void list(Html html, List<?> list, int depth) {
    if (list.isEmpty()) {
      html.element("i", "null", "none");
      return;
    }
    html.open("ul");
    for (Object item : list) {
      html.open("li");
      value(html, item, depth + 1);
      html.close();
    }
    html.close();
  }

  private static String shown(Object value) {
    return VisibleText.cut(String.valueOf(value), MOST_CHARACTERS);
  }
}
