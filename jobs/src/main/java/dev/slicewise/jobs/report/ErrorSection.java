package dev.slicewise.jobs.report;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.MetricResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The shape of the errors of all rows: density, quantiles and curves. */
final class ErrorSection {
  static final String ID = "errors";

  /** The quantiles that are listed; the others only draw the density. */
  private static final List<String> LISTED =
      List.of("0.01", "0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95", "0.99", "0.999");

  /** Small errors tell nothing of the tail, which is what absolute errors are read for. */
  private static final BigDecimal LEAST_ABSOLUTE = new BigDecimal("0.25");

  private final Results results;

  ErrorSection(Results results) {
    this.results = results;
  }

  boolean isEmpty() {
    return results.content().answers().isEmpty() && results.curves().isEmpty();
  }

  void write(Html html) {
    if (isEmpty()) {
      return;
    }
    Map<BigDecimal, MetricResult> signed = quantiles(Questions.SIGNED);
    Map<BigDecimal, MetricResult> absolute = quantiles(Questions.ABSOLUTE);
    html.open("section").attribute("aria-labelledby", ID);
    html.open("h2").attribute("id", ID);
    boolean errors = signed.size() > 1 || absolute.size() > 1;
    html.text(errors ? "How large are the errors?" : "Curves").close();
    html.element("p", "note", "Of all rows.");
    html.open("div", "figures");
    if (signed.size() > 1) {
      new DensityPlot("Error: prediction − label", signed).write(html);
    } else if (absolute.size() > 1) {
      new DensityPlot("Absolute error", absolute).write(html);
    }
    if (absolute.size() > 1) {
      quantiles(html, "Absolute error", absolute, LEAST_ABSOLUTE);
    }
    if (signed.size() > 1) {
      quantiles(html, "Error: prediction − label", signed, BigDecimal.ZERO);
    }
    Curves.write(html, results);
    html.close().close();
  }

  private Map<BigDecimal, MetricResult> quantiles(String id) {
    Map<BigDecimal, MetricResult> quantiles = new TreeMap<>();
    for (MetricResult answer : results.content().answers()) {
      NamedMetric metric = answer.metric();
      if (metric.id().equals(id) && SeriesPlot.value(answer) != null) {
        quantiles.put(new BigDecimal(metric.parameters().get("q").toString()), answer);
      }
    }
    return quantiles;
  }

  private static void quantiles(
      Html html, String title, Map<BigDecimal, MetricResult> quantiles, BigDecimal least) {
    List<Map.Entry<BigDecimal, MetricResult>> shown = new ArrayList<>();
    RowPlot.Extent extent = new RowPlot.Extent().add(0.0);
    for (Map.Entry<BigDecimal, MetricResult> entry : quantiles.entrySet()) {
      boolean listed =
          LISTED.stream().anyMatch(q -> entry.getKey().compareTo(new BigDecimal(q)) == 0);
      if (listed && entry.getKey().compareTo(least) >= 0) {
        shown.add(entry);
        extent.add(SeriesPlot.value(entry.getValue()), entry.getValue().interval());
      }
    }
    RowPlot plot = new RowPlot(extent.scale());
    html.open("figure", "wide").open("table", "chart quantiles");
    html.element("caption", title + ": no more than this in so many of the rows");
    html.open("thead").open("tr");
    html.open("th", "left").attribute("scope", "col").text("Rows").close();
    html.open("th").attribute("scope", "col").text("No more than").close();
    html.open("th", "plot").attribute("scope", "col").element("span", "hidden", "Chart").close();
    html.close().close().open("tbody");
    shown.forEach(entry -> quantile(html, plot, entry.getKey(), entry.getValue()));
    html.close().open("tfoot").open("tr").open("td").close().open("td").close();
    html.open("td", "plot");
    plot.axis(html);
    html.close().close().close().close().close();
  }

  private static void quantile(Html html, RowPlot plot, BigDecimal level, MetricResult result) {
    double value = ((MetricValue.Scalar) result.value()).value();
    Interval interval = result.interval();
    html.open("tr").open("th").attribute("scope", "row");
    html.text(Numbers.percent(level.doubleValue())).close();
    html.open("td", "v").attribute("title", Cell.title(result, Standing.NOT_JUDGED));
    int decimals = Numbers.decimals(value, interval);
    html.text(Numbers.text(value, decimals));
    if (interval != null) {
      html.element("small", Numbers.range(interval, decimals));
    }
    html.close().open("td", "plot");
    plot.open(html);
    plot.line(html, "axis", 0);
    plot.dot(html, value, interval);
    html.close().close().close();
  }
}
