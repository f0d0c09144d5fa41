package dev.slicewise.jobs.report;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.plan.MetricResult;
import java.util.List;

/**
 * The worst slices as dots with whiskers, a row each: a table whose last column is drawn. Positions
 * are percentages, so that it fits any width and its words stay words.
 */
final class WorstChart {
  private final Results results;
  private final List<KeptSlice> slices;
  private final RowPlot plot;

  WorstChart(Results results, List<KeptSlice> slices) {
    this.results = results;
    this.slices = slices;
    RowPlot.Extent extent = new RowPlot.Extent();
    for (KeptSlice slice : slices) {
      MetricResult result = slice.metrics().get(results.primary());
      extent.add(slice.value(results.primary()), result.interval());
    }
    this.plot = new RowPlot(extent.add(results.yardstick().all()).scale());
  }

  void write(Html html, String caption) {
    html.open("table", "chart").element("caption", caption);
    html.open("thead").open("tr");
    html.open("th", "left").attribute("scope", "col").text("Slice").close();
    html.open("th", "n").attribute("scope", "col").text("n").close();
    html.open("th").attribute("scope", "col").open("span", "hidden");
    results.words().get(results.primary()).name(html);
    html.close().text("Value").close();
    html.open("th", "plot").attribute("scope", "col");
    overallLabel(html);
    html.close().close().close().open("tbody");
    int decimals = Cell.decimals(slices, results.primary());
    slices.forEach(slice -> row(html, slice, decimals));
    html.close();
    html.open("tfoot").open("tr").open("td").close().open("td", "n").close().open("td").close();
    html.open("td", "plot");
    plot.axis(html);
    html.close().close().close().close();
  }

  private void overallLabel(Html html) {
    double all = results.yardstick().all();
    if (!Double.isFinite(all)) {
      html.element("span", "hidden", "Chart");
      return;
    }
    int decimals = Numbers.decimals(all, results.all(results.primary()).interval());
    plot.heading(html, all, "all rows " + Numbers.text(all, decimals));
  }

  private void row(Html html, KeptSlice slice, int decimals) {
    MetricResult result = slice.metrics().get(results.primary());
    double value = slice.value(results.primary());
    Standing standing = results.yardstick().standing(result);
    html.open("tr", standing.word()).open("th").attribute("scope", "row");
    slice.writeLabel(html);
    html.close().open("td", "n").text(Numbers.count(result.rows()));
    MetricResult all = results.all(results.primary());
    if (all != null) {
      html.element("small", Numbers.share(result.rows(), all.rows()));
    }
    html.close();
    html.open("td", "v").attribute("title", Cell.title(result, standing));
    Cell.write(html, results.yardstick(), result, value, decimals);
    html.close().open("td", "plot");
    plot.open(html);
    band(html);
    plot.dot(html, value, result.interval());
    html.close().close().close();
  }

  /** The value of all rows as a line, its interval as a band behind it. */
  private void band(Html html) {
    double all = results.yardstick().all();
    if (Double.isFinite(all)) {
      Interval interval = results.all(results.primary()).interval();
      if (interval != null && interval.low() != null && interval.high() != null) {
        plot.band(html, "band", interval.low(), interval.high());
      }
      plot.line(html, "all", all);
    }
  }
}
