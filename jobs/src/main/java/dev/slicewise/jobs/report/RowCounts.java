package dev.slicewise.jobs.report;

import dev.slicewise.core.plan.MetricResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the rows, in plain words; metrics that count rows alike share a column. */
final class RowCounts {
  static final String ID = "rows";

  private static final String ROWS = "n_rows";
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(ROWS, "rows read");
    WORDS.put("n_used", "used");
    WORDS.put("n_null", "skipped: label, prediction or another needed column is missing (NULL)");
    WORDS.put("n_nan", "skipped: a needed number is NaN");
    WORDS.put("n_inf", "skipped: a needed number is infinite");
    WORDS.put("n_bad_weight", "skipped: the weight is negative, NaN or infinite");
    WORDS.put("n_zero_weight", "without influence: the weight is zero");
    WORDS.put(
        "n_domain", "skipped: not allowed here, such as a probability of 1.5 or a label of 2");
    WORDS.put("n_zero_label", "label is zero where the metric divides by it");
    WORDS.put(
        "n_groups_skipped",
        "skipped: no value on this group, such as a query without relevant items");
    WORDS.put("n_clamped", "used, but moved to the nearest allowed probability");
  }

  private RowCounts() {}

  static void write(Html html, List<MetricResult> metrics) {
    Map<Map<String, Long>, List<String>> groups = new LinkedHashMap<>();
    for (MetricResult metric : metrics) {
      groups
          .computeIfAbsent(metric.counters(), counters -> new ArrayList<>())
          .add(metric.metric().id());
    }
    if (groups.isEmpty()) {
      return;
    }
    html.open("section").attribute("aria-labelledby", ID);
    html.open("h2").attribute("id", ID).text("Rows").close();
    scrollable(html, "Rows by what became of them");
    html.open("table", "counts");
    html.element("caption", "hidden", "Rows by what became of them");
    if (groups.size() > 1) {
      html.open("thead").open("tr").open("td").close();
      groups.values().forEach(names -> heading(html, names));
      html.close().close();
    }
    html.open("tbody");
    for (String counter : counters(groups.keySet())) {
      html.open("tr").open("th").attribute("scope", "row");
      html.attribute("title", counter).text(WORDS.getOrDefault(counter, counter)).close();
      for (Map<String, Long> group : groups.keySet()) {
        long count = group.getOrDefault(counter, 0L);
        html.open("td").text(Numbers.count(count));
        if (!counter.equals(ROWS)) {
          html.element("small", Numbers.share(count, group.getOrDefault(ROWS, 0L)));
        }
        html.close();
      }
      html.close();
    }
    html.close().close().close().close();
  }

  /** What a counter counts. */
  static String words(String counter) {
    return WORDS.getOrDefault(counter, counter);
  }

  private static List<String> counters(Iterable<Map<String, Long>> groups) {
    List<String> counters = new ArrayList<>(WORDS.keySet());
    List<String> present = new ArrayList<>();
    for (Map<String, Long> group : groups) {
      for (String counter : new java.util.TreeSet<>(group.keySet())) {
        if (!counters.contains(counter)) {
          counters.add(counter);
        }
        present.add(counter);
      }
    }
    counters.retainAll(present);
    return counters;
  }

  private static void heading(Html html, List<String> names) {
    html.open("th").attribute("scope", "col").attribute("title", String.join(", ", names));
    html.text(names.get(0));
    if (names.size() > 1) {
      html.element(
          "small", names.size() == 2 ? " and 1 other" : " and " + (names.size() - 1) + " others");
    }
    html.close();
  }

  /** A box that scrolls sideways when its table is wider than the page; closed by the caller. */
  static void scrollable(Html html, String label) {
    html.open("div", "scroll").attribute("tabindex", "0").attribute("role", "region");
    html.attribute("aria-label", label);
  }
}
