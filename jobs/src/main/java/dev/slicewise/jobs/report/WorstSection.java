package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.jobs.findings.MetricsFile;
import dev.slicewise.jobs.findings.WorstSlice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The slices that a search found worse than the rows outside them. */
final class WorstSection {
  static final String ID = "worst";

  private static final int MOST_ROWS = 25;

  private WorstSection() {}

  static void write(Html html, List<WorstSlice> slices) {
    if (slices.isEmpty()) {
      return;
    }
    Map<NamedMetric, List<WorstSlice>> byMetric = new LinkedHashMap<>();
    for (WorstSlice slice : slices) {
      byMetric.computeIfAbsent(slice.metric(), metric -> new ArrayList<>()).add(slice);
    }
    html.open("section").attribute("aria-labelledby", ID);
    html.open("h2").attribute("id", ID).text("Worst slices").close();
    html.element(
        "p",
        "lead",
        "Each slice against the rows outside it, the shortest description that explains the loss"
            + " first found; p-values are adjusted for every slice looked at.");
    byMetric.forEach((metric, found) -> table(html, metric, found));
    html.close();
  }

  private static void table(Html html, NamedMetric metric, List<WorstSlice> slices) {
    List<WorstSlice> shown = slices.subList(0, Math.min(MOST_ROWS, slices.size()));
    RowPlot.Extent extent = new RowPlot.Extent().add(0.0);
    shown.forEach(slice -> extent.add(slice.difference(), slice.interval()));
    RowPlot plot = new RowPlot(extent.scale());
    RowCounts.scrollable(html, "Worst slices by " + metric.text());
    html.open("table", "worst sortable").open("caption");
    html.text("By ");
    MetricWords.of(MetricsFile.known(metric)).name(html);
    html.close().open("thead").open("tr");
    html.open("th", "left").attribute("scope", "col").text("Slice").close();
    for (String title : List.of("n", "Slice", "Others", "Difference")) {
      html.open("th").attribute("scope", "col").text(title).close();
    }
    html.open("th", "plot unsorted").attribute("scope", "col");
    plot.heading(html, 0, "as the others");
    html.close();
    html.open("th").attribute("scope", "col").text("Adjusted p").close();
    html.open("th").attribute("scope", "col").text("Excess loss").close();
    html.close().close().open("tbody");
    shown.forEach(slice -> row(html, plot, slice));
    html.close().close().close();
    if (shown.size() < slices.size()) {
      html.element(
          "p",
          "note",
          Numbers.count(slices.size() - shown.size()) + " more slices are in worst.json.");
    }
  }

  private static void row(Html html, RowPlot plot, WorstSlice slice) {
    html.open("tr", "bad").open("th", "left").attribute("scope", "row");
    SliceWords.write(html, slice.slice());
    html.close().open("td", "n").text(Numbers.count(slice.n()));
    if (slice.share() != null) {
      html.element("small", Numbers.share(slice.share()));
    }
    html.close();
    int decimals =
        slice.difference() == null ? 0 : Numbers.decimals(slice.difference(), slice.interval());
    number(html, slice.value(), decimals);
    number(html, slice.complement(), decimals);
    Difference.cell(html, slice.difference(), slice.interval(), "v");
    html.open("td", "plot");
    if (slice.difference() != null) {
      plot.open(html);
      plot.line(html, "all", 0);
      plot.dot(html, slice.difference(), slice.interval());
      html.close();
    }
    html.close();
    html.element("td", "n", slice.pAdjusted() == null ? "–" : Numbers.p(slice.pAdjusted()));
    html.element("td", "n", slice.excess() == null ? "–" : Numbers.share(slice.excess()));
    html.close();
  }

  private static void number(Html html, Double value, int decimals) {
    if (value == null) {
      html.element("td", "none", "–");
    } else {
      html.open("td").attribute("title", Numbers.full(value));
      html.text(Numbers.text(value, decimals)).close();
    }
  }
}
