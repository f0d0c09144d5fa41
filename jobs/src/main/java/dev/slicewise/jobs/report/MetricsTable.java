package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All slices of a definition by all metrics that give numbers, in slice order. */
final class MetricsTable {
  /** Longer tables start folded. */
  private static final int OPEN_ROWS = 40;

  private static final int MOST_NOTES = 12;
  private static final int NOTE_CHARACTERS = 200;

  private final Results results;
  private final SliceSpec spec;
  private final Digest digest;
  private final List<Integer> metrics;
  private final Map<String, Integer> notes = new LinkedHashMap<>();

  MetricsTable(Results results, int definition) {
    this.results = results;
    this.spec = results.input().definitions().get(definition);
    this.digest = results.digests().get(definition);
    this.metrics = results.numbers();
  }

  void write(Html html) {
    if (metrics.isEmpty()) {
      return;
    }
    html.open("details", "table");
    if (digest.first().size() <= OPEN_ROWS) {
      html.attribute("open", "open");
    }
    html.element("summary", title());
    RowCounts.scrollable(html, "Metrics by " + String.join(", ", spec.names()));
    html.open("table", "metrics sortable");
    caption(html);
    head(html);
    html.open("tbody");
    int[] decimals = new int[results.input().metrics().size()];
    metrics.forEach(metric -> decimals[metric] = Cell.decimals(digest.first(), metric));
    digest.first().forEach(slice -> row(html, slice, decimals));
    html.close().close().close();
    footnotes(html);
    html.close();
  }

  private String title() {
    int shown = digest.first().size();
    return shown == digest.slices()
        ? "All metrics of " + SliceSection.slices(shown)
        : "All metrics of the first "
            + Numbers.count(shown)
            + " of "
            + SliceSection.slices(digest.slices());
  }

  private void caption(Html html) {
    html.open("caption").open("span", "hidden").text("Metrics by ");
    Definitions.name(html, spec);
    html.text(". ").close();
    if (results.input().confidence() > 0 && results.yardstick().judges()) {
      html.element("span", "worse", "▲▼").text(" significantly worse than all rows, ");
      html.element("span", "better", "△▽").text(" significantly better");
    }
    html.close();
  }

  private void head(Html html) {
    html.open("thead").open("tr");
    for (String name : spec.names()) {
      html.open("th", "left").attribute("scope", "col");
      html.element("bdi", VisibleText.cut(name, Definitions.NAME_CHARACTERS)).close();
    }
    html.open("th").attribute("scope", "col").text("rows").close();
    html.open("th").attribute("scope", "col").text("n").close();
    for (int metric : metrics) {
      html.open("th").attribute("scope", "col");
      results.words().get(metric).link(html, "", metric);
      html.close();
    }
    html.close().close();
  }

  private void row(Html html, KeptSlice slice, int[] decimals) {
    html.open("tr");
    for (String value : slice.values()) {
      html.open("th").attribute("scope", "row");
      KeptSlice.writeValue(html, value);
      html.close();
    }
    long n = slice.metrics().get(metrics.get(0)).rows();
    html.element("td", "n", Numbers.count(slice.rows()));
    html.element("td", "n", Numbers.count(n));
    for (int metric : metrics) {
      MetricResult result = slice.metrics().get(metric);
      if (result.value() instanceof MetricValue.Scalar scalar) {
        number(html, metric, result, scalar.value(), decimals[metric]);
        if (result.rows() != n) {
          html.element("small", "n " + Numbers.count(result.rows()));
        }
      } else if (result.value() instanceof MetricValue.Undefined undefined) {
        undefined(html, result, undefined.reason());
      } else {
        html.open("td", "none").text("curve");
      }
      html.close();
    }
    html.close();
  }

  private void number(Html html, int metric, MetricResult result, double value, int decimals) {
    Yardstick yardstick = results.yardstick(metric);
    Standing standing = yardstick.standing(result);
    boolean marked = standing == Standing.WORSE || standing == Standing.BETTER;
    html.open("td", marked ? standing.word() : "");
    html.attribute("title", Cell.title(result, standing));
    Cell.write(html, yardstick, result, value, decimals);
  }

  private void undefined(Html html, MetricResult result, String reason) {
    html.open("td", "none").attribute("title", Cell.title(result, Standing.NOT_JUDGED)).text("–");
    int counters = reason.indexOf(": {");
    String note =
        VisibleText.cut(counters < 0 ? reason : reason.substring(0, counters), NOTE_CHARACTERS);
    if (notes.size() < MOST_NOTES) {
      notes.putIfAbsent(note, notes.size() + 1);
    }
    if (notes.containsKey(note)) {
      html.element("sup", Integer.toString(notes.get(note)));
    }
  }

  private void footnotes(Html html) {
    notes.forEach(
        (note, number) -> {
          html.open("p", "note").element("sup", Integer.toString(number));
          html.text(" undefined: " + note).close();
        });
    long left = digest.slices() - digest.first().size();
    if (left > 0) {
      html.element(
          "p",
          "note",
          SliceSection.slices(left)
              + " more are not in this table; metrics.json has every slice. The counts above are of"
              + " all slices, and the chart is chosen from all.");
    }
  }
}
