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

  private MetricsTable() {}

  static void write(Html html, Results results, int definition) {
    Digest digest = results.digests().get(definition);
    List<KeptSlice> slices = digest.first();
    SliceSpec spec = results.input().definitions().get(definition);
    html.open("details", "table");
    if (slices.size() <= OPEN_ROWS) {
      html.attribute("open", "open");
    }
    html.element("summary", title(digest));
    RowCounts.scrollable(html, "Metrics by " + String.join(", ", spec.names()));
    html.open("table", "metrics");
    html.open("caption", "hidden").text("Metrics by ");
    Definitions.name(html, spec);
    html.close();
    List<Integer> metrics = results.numbers();
    head(html, results, spec, metrics);
    html.open("tbody");
    int[] decimals = new int[results.input().metrics().size()];
    metrics.forEach(metric -> decimals[metric] = decimals(slices, metric));
    Map<String, Integer> reasons = new LinkedHashMap<>();
    for (KeptSlice slice : slices) {
      row(html, results, slice, metrics, decimals, reasons);
    }
    html.close().close().close();
    footnotes(html, results, digest, reasons);
    html.close();
  }

  private static String title(Digest digest) {
    int shown = digest.first().size();
    return shown == digest.slices()
        ? "All metrics of " + SliceSection.slices(shown)
        : "All metrics of the first "
            + Numbers.count(shown)
            + " of "
            + SliceSection.slices(digest.slices());
  }

  private static void head(Html html, Results results, SliceSpec spec, List<Integer> metrics) {
    html.open("thead").open("tr");
    for (String name : spec.names()) {
      html.open("th", "left").attribute("scope", "col");
      html.element("bdi", VisibleText.cut(name, 80)).close();
    }
    html.open("th").attribute("scope", "col").text("rows").close();
    for (int metric : metrics) {
      html.open("th").attribute("scope", "col");
      html.open("a").attribute("href", "#m" + metric);
      MetricWords.name(html, results.input().metrics().get(metric));
      html.close().close();
    }
    html.close().close();
  }

  private static void row(
      Html html,
      Results results,
      KeptSlice slice,
      List<Integer> metrics,
      int[] decimals,
      Map<String, Integer> reasons) {
    html.open("tr");
    for (String value : slice.values()) {
      html.open("th").attribute("scope", "row");
      KeptSlice.writeValue(html, value);
      html.close();
    }
    html.element("td", "n", Numbers.count(slice.rows()));
    for (int metric : metrics) {
      MetricResult result = slice.metrics().get(metric);
      Yardstick yardstick = results.yardstick(metric);
      if (result.value() instanceof MetricValue.Scalar scalar) {
        Standing standing = yardstick.standing(result);
        html.open("td");
        if (standing == Standing.WORSE || standing == Standing.BETTER) {
          html.attribute("class", standing == Standing.WORSE ? "worse" : "better");
        }
        html.attribute("title", CellTitle.of(result, standing));
        mark(html, yardstick, standing, scalar.value());
        int shown = decimals(result, scalar.value(), decimals[metric]);
        html.text(Numbers.text(scalar.value(), shown));
        if (result.interval() != null) {
          html.element("small", Numbers.range(result.interval(), shown));
        }
        html.close();
      } else if (result.value() instanceof MetricValue.Undefined undefined) {
        html.open("td", "none").attribute("title", CellTitle.of(result, Standing.NOT_JUDGED));
        html.text("–");
        int note = note(reasons, undefined.reason());
        if (note > 0) {
          html.element("sup", Integer.toString(note));
        }
        html.close();
      } else {
        html.element("td", "none", "curve");
      }
    }
    html.close();
  }

  /** The number of a reason's footnote; 0 when there are too many, and the title must do. */
  private static int note(Map<String, Integer> reasons, String reason) {
    int counters = reason.indexOf(": {");
    String text = VisibleText.cut(counters < 0 ? reason : reason.substring(0, counters), 200);
    if (reasons.size() < MOST_NOTES) {
      reasons.putIfAbsent(text, reasons.size() + 1);
    }
    return reasons.getOrDefault(text, 0);
  }

  private static void footnotes(
      Html html, Results results, Digest digest, Map<String, Integer> reasons) {
    reasons.forEach(
        (reason, note) ->
            html.open("p", "note")
                .element("sup", Integer.toString(note))
                .text(" undefined: " + reason)
                .close());
    long left = digest.slices() - digest.first().size();
    if (left > 0) {
      html.element(
          "p",
          "note",
          SliceSection.slices(left)
              + " more are not shown here; metrics.json has every slice. The chart above looked at"
              + " all of them.");
    }
  }

  /** The decimals that suit most slices of a metric. */
  private static int decimals(List<KeptSlice> slices, int metric) {
    int[] each =
        slices.stream()
            .filter(slice -> !Double.isNaN(slice.value(metric)))
            .mapToInt(
                slice ->
                    Numbers.decimals(slice.value(metric), slice.metrics().get(metric).interval()))
            .sorted()
            .toArray();
    return each.length == 0 ? 0 : each[each.length / 2];
  }

  /** A column's decimals, or the cell's own where the column's would show nothing of it. */
  static int decimals(MetricResult result, double value, int column) {
    return Numbers.vanishes(value, column) ? Numbers.decimals(value, result.interval()) : column;
  }

  /** Writes the mark of a slice that stands out, with its meaning for those who do not see it. */
  static void mark(Html html, Yardstick yardstick, Standing standing, double value) {
    String mark = yardstick.mark(standing, value);
    if (!mark.isEmpty()) {
      html.open("span", "mark").attribute("role", "img");
      html.attribute("aria-label", standing == Standing.WORSE ? "worse" : "better");
      html.text(mark).close();
    }
  }
}
