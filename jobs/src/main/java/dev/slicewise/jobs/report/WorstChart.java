package dev.slicewise.jobs.report;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.plan.MetricResult;
import java.math.BigDecimal;
import java.util.List;

/**
 * The worst slices as dots with whiskers, a row each: a table whose last column is drawn. Positions
 * are percentages, so that it fits any width and its words stay words.
 */
final class WorstChart {
  /** How far beyond the dots whiskers may stretch the scale, in widths of the dots' range. */
  private static final double STRETCH = 0.75;

  private final Results results;
  private final List<KeptSlice> slices;
  private final Scale scale;

  WorstChart(Results results, List<KeptSlice> slices) {
    this.results = results;
    this.slices = slices;
    this.scale = scale();
  }

  private Scale scale() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double whiskerLow = low;
    double whiskerHigh = high;
    for (KeptSlice slice : slices) {
      double value = slice.value(results.primary());
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      Interval interval = interval(slice);
      whiskerLow = Math.min(whiskerLow, end(interval == null ? null : interval.low(), low));
      whiskerHigh = Math.max(whiskerHigh, end(interval == null ? null : interval.high(), high));
    }
    double all = results.yardstick().all();
    if (Double.isFinite(all)) {
      low = Math.min(low, all);
      high = Math.max(high, all);
    }
    if (low > high) {
      return new Scale(0, 1);
    }
    double stretch = high > low ? (high - low) * STRETCH : Double.POSITIVE_INFINITY;
    return Scale.around(
        Math.min(low, Math.max(whiskerLow, low - stretch)),
        Math.max(high, Math.min(whiskerHigh, high + stretch)));
  }

  private static double end(Double end, double otherwise) {
    return end == null || !Double.isFinite(end) ? otherwise : end;
  }

  private Interval interval(KeptSlice slice) {
    return slice.metrics().get(results.primary()).interval();
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
    axis(html);
    html.close();
  }

  private void overallLabel(Html html) {
    double all = results.yardstick().all();
    if (!Double.isFinite(all)) {
      html.element("span", "hidden", "Chart");
      return;
    }
    double position = scale.position(all);
    String anchor = position < 0.2 ? "start" : position > 0.8 ? "end" : "middle";
    MetricResult result = results.all(results.primary());
    int decimals = Numbers.decimals(all, result.interval());
    html.open("svg").attribute("width", "100%").attribute("height", "18");
    html.attribute("role", "img");
    html.attribute("aria-label", "all rows " + Numbers.text(all, decimals));
    html.open("text", "all").attribute("x", scale.percent(all)).attribute("y", "12");
    html.attribute("text-anchor", anchor);
    html.text("all rows " + Numbers.text(all, decimals)).close().close();
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
    plot(html, value, result.interval());
    html.close().close();
  }

  private void plot(Html html, double value, Interval interval) {
    html.open("svg").attribute("width", "100%").attribute("height", "26");
    html.attribute("aria-hidden", "true");
    band(html);
    if (interval != null) {
      double low = interval.low() == null ? Double.NEGATIVE_INFINITY : interval.low();
      double high = interval.high() == null ? Double.POSITIVE_INFINITY : interval.high();
      line(html, "whisker", low, high, "13", "13");
      cut(html, low < scale.low(), "0%", "start", "‹");
      cut(html, high > scale.high(), "100%", "end", "›");
    }
    html.open("circle", "dot").attribute("cx", scale.percent(value)).attribute("cy", "13");
    html.attribute("r", "4.5").close().close();
  }

  /** The value of all rows as a line, its interval as a band behind it. */
  private void band(Html html) {
    double all = results.yardstick().all();
    if (!Double.isFinite(all)) {
      return;
    }
    Interval interval = results.all(results.primary()).interval();
    if (interval != null && interval.low() != null && interval.high() != null) {
      double from = scale.position(interval.low());
      double width = scale.position(interval.high()) - from;
      html.open("rect", "band").attribute("x", Scale.coordinate(from * 100) + "%");
      html.attribute("y", "0").attribute("width", Scale.coordinate(width * 100) + "%");
      html.attribute("height", "26").close();
    }
    line(html, "all", all, all, "0", "26");
  }

  private void line(Html html, String css, double from, double to, String y1, String y2) {
    html.open("line", css).attribute("x1", scale.percent(from)).attribute("x2", scale.percent(to));
    html.attribute("y1", y1).attribute("y2", y2).close();
  }

  private static void cut(Html html, boolean beyond, String x, String anchor, String arrow) {
    if (beyond) {
      html.open("text", "cut").attribute("x", x).attribute("y", "18");
      html.attribute("text-anchor", anchor).text(arrow).close();
    }
  }

  private void axis(Html html) {
    html.open("tfoot").open("tr").open("td").close().open("td", "n").close().open("td").close();
    html.open("td", "plot").open("svg").attribute("width", "100%").attribute("height", "24");
    html.attribute("aria-hidden", "true");
    html.open("line", "axis").attribute("x1", "0%").attribute("x2", "100%");
    html.attribute("y1", "0.5").attribute("y2", "0.5").close();
    for (BigDecimal tick : scale.ticks()) {
      double at = tick.doubleValue();
      line(html, "axis", at, at, "0", "5");
      html.open("text", "tick").attribute("x", scale.percent(at)).attribute("y", "18");
      double position = scale.position(at);
      html.attribute("text-anchor", position < 0.05 ? "start" : position > 0.95 ? "end" : "middle");
      html.text(Scale.text(tick)).close();
    }
    html.close().close().close().close();
  }
}
