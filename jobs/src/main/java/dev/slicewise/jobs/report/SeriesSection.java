package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.jobs.findings.MetricsFile;
import dev.slicewise.jobs.findings.SliceLabel;
import dev.slicewise.jobs.findings.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The metrics of all rows over windows, then the largest slices by the metric that leads. */
final class SeriesSection {
  static final String ID = "time";

  private static final int MOST_METRICS = 12;
  private static final int MOST_SLICES = 6;

  private final Series series;
  private final Results results;

  SeriesSection(Series series, Results results) {
    this.series = series;
    this.results = results;
  }

  void write(Html html) {
    if (series.isEmpty()) {
      return;
    }
    List<Window> windows = series.windows();
    html.open("section").attribute("aria-labelledby", ID);
    html.open("h2").attribute("id", ID).text("Over time").close();
    html.open("p", "lead").text(Numbers.count(windows.size()) + " windows, from ");
    html.text(windows.get(0).label() + " to " + windows.get(windows.size() - 1).label());
    html.text(results.input().confidence() > 0 ? "; whiskers are " : "");
    html.text(results.input().confidence() > 0 ? results.intervalName() + "s." : ".").close();
    html.open("div", "figures");
    series.metrics(SliceLabel.ALL).stream()
        .filter(metric -> hasValues(series.of(SliceLabel.ALL, metric)))
        .limit(MOST_METRICS)
        .forEach(metric -> metric(html, metric));
    html.close();
    if (results.primary() >= 0) {
      slices(html, results.input().metrics().get(results.primary()));
    }
    table(html);
    html.close();
  }

  private static boolean hasValues(Map<Window, MetricResult> values) {
    return values.values().stream().anyMatch(result -> SeriesPlot.value(result) != null);
  }

  private void metric(Html html, String text) {
    Map<Window, MetricResult> values = series.of(SliceLabel.ALL, text);
    NamedMetric metric = values.values().iterator().next().metric();
    MetricWords words = MetricWords.of(MetricsFile.known(metric));
    html.open("figure").open("figcaption");
    words.name(html);
    html.element("small", words.betterText().isEmpty() ? "" : " " + words.betterText()).close();
    new SeriesPlot(series.windows(), values, Map.of()).write(html, text + " of all rows by window");
    html.close();
  }

  private void slices(Html html, NamedMetric metric) {
    Map<List<String>, List<SliceLabel>> definitions = new LinkedHashMap<>();
    for (SliceLabel slice : series.slices()) {
      if (!slice.isAll() && hasValues(series.of(slice, metric.text()))) {
        definitions.computeIfAbsent(slice.dimensions(), names -> new ArrayList<>()).add(slice);
      }
    }
    definitions.forEach((names, slices) -> definition(html, metric, names, slices));
  }

  private void definition(
      Html html, NamedMetric metric, List<String> names, List<SliceLabel> slices) {
    slices.sort(Comparator.comparing(slice -> -rows(slice, metric)));
    html.open("h3");
    MetricWords.of(MetricsFile.known(metric)).name(html);
    html.text(" by ");
    for (int i = 0; i < names.size(); i++) {
      html.text(i > 0 ? " × " : "");
      html.element("bdi", VisibleText.cut(names.get(i), Definitions.NAME_CHARACTERS));
    }
    html.close();
    html.open("p", "note").text(slices.size() > MOST_SLICES ? "The " + MOST_SLICES : "");
    html.text(
        slices.size() > MOST_SLICES
            ? " with most rows of " + SliceSection.slices(slices.size()) + ". Grey: all rows."
            : "Grey: all rows.");
    html.close().open("div", "figures");
    for (SliceLabel slice : slices.subList(0, Math.min(MOST_SLICES, slices.size()))) {
      html.open("figure").open("figcaption");
      SliceWords.writeValues(html, slice);
      html.close();
      Map<Window, MetricResult> all = series.of(SliceLabel.ALL, metric.text());
      String title = metric.id() + " of " + new Sentence().slice(slice).plain() + " by window";
      new SeriesPlot(series.windows(), series.of(slice, metric.text()), all).write(html, title);
      html.close();
    }
    html.close();
  }

  private long rows(SliceLabel slice, NamedMetric metric) {
    return series.of(slice, metric.text()).values().stream().mapToLong(MetricResult::rows).sum();
  }

  /** All rows in numbers. */
  private void table(Html html) {
    List<String> metrics =
        series.metrics(SliceLabel.ALL).stream()
            .filter(metric -> hasValues(series.of(SliceLabel.ALL, metric)))
            .toList();
    if (metrics.isEmpty()) {
      return;
    }
    html.open("details", "table").element("summary", "All rows by window, in numbers");
    RowCounts.scrollable(html, "All rows by window");
    html.open("table", "windows sortable").element("caption", "hidden", "All rows by window");
    html.open("thead").open("tr");
    html.open("th", "left").attribute("scope", "col").text("Window").close();
    html.open("th").attribute("scope", "col").text("n").close();
    metrics.forEach(metric -> html.open("th").attribute("scope", "col").text(metric).close());
    html.close().close().open("tbody");
    for (Window window : series.windows()) {
      html.open("tr").open("th", "left").attribute("scope", "row").text(window.label()).close();
      MetricResult first = series.of(SliceLabel.ALL, metrics.get(0)).get(window);
      html.element("td", "n", first == null ? "–" : Numbers.count(first.rows()));
      for (String metric : metrics) {
        cell(html, series.of(SliceLabel.ALL, metric).get(window));
      }
      html.close();
    }
    html.close().close().close().close();
  }

  private static void cell(Html html, MetricResult result) {
    Double value = SeriesPlot.value(result);
    if (value == null) {
      html.element("td", "none", "–");
      return;
    }
    int decimals = Numbers.decimals(value, result.interval());
    html.open("td").attribute("title", Cell.title(result, Standing.NOT_JUDGED));
    html.text(Numbers.text(value, decimals));
    if (result.interval() != null) {
      html.element("small", Numbers.range(result.interval(), decimals));
    }
    html.close();
  }
}
