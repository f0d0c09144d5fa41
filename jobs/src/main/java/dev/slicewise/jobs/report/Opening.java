package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import java.util.Map;
import java.util.TreeMap;

/** The top of the report: title, facts, and the metrics of all rows. */
final class Opening {
  private Opening() {}

  static void write(Html html, ReportInput input) {
    html.open("header");
    html.element("p", "kicker", "Slicewise evaluation");
    html.open("h1").element("bdi", input.title()).close();
    if (!input.facts().isEmpty()) {
      html.open("ul", "facts");
      input.facts().forEach(fact -> html.open("li").element("bdi", fact).close());
      html.close();
    }
    html.close();
  }

  /** The metrics of all rows, one tile each. */
  static void tiles(Html html, Results results) {
    html.open("section").attribute("aria-labelledby", "all");
    html.open("h2").attribute("id", "all").text("All rows").close();
    if (results.all() == null) {
      html.element(
          "p",
          "note",
          "This run has no slice of all rows, so there is nothing to hold slices against. Add the"
              + " slice definition \"\" (no dimensions) to have it.");
    } else {
      html.open("ul", "tiles");
      for (int metric : results.numbers()) {
        tile(html, results, metric);
      }
      html.close();
      Curves.write(html, results);
      RowCounts.write(html, results.all().metrics());
    }
    html.close();
  }

  private static void tile(Html html, Results results, int metric) {
    MetricResult result = results.all(metric);
    MetricWords words = results.words().get(metric);
    boolean first = metric == results.primary();
    html.open("li", first ? "tile first" : "tile");
    html.open("a", "name").attribute("href", "#m" + metric);
    MetricWords.name(html, result.metric());
    html.close();
    if (result.value() instanceof MetricValue.Scalar scalar) {
      scalar(html, results, result, scalar);
    } else if (result.value() instanceof MetricValue.Undefined undefined) {
      html.element("div", "value", "–");
      html.element("div", "range", "undefined: " + undefined.reason());
    }
    String better =
        words.better() == dev.slicewise.core.metric.MetricInfo.Direction.NONE
            ? ""
            : words.betterText();
    html.element("div", "fine", joined(better, "n " + Numbers.count(result.rows())));
    if (first && !words.summary().isEmpty()) {
      html.element("div", "meaning", words.summary());
    }
    html.close();
  }

  private static void scalar(
      Html html, Results results, MetricResult result, MetricValue.Scalar scalar) {
    int decimals = Numbers.decimals(scalar.value(), result.interval());
    html.open("div", "value").attribute("title", Numbers.full(scalar.value()));
    html.text(Numbers.text(scalar.value(), decimals)).close();
    html.open("div", "range");
    if (result.interval() == null) {
      html.text("no interval");
    } else {
      html.attribute("title", CellTitle.interval(result.interval()));
      html.text(results.intervalName() + " ");
      html.element("b", Numbers.range(result.interval(), decimals));
    }
    html.close();
    html.element("div", "fine", exactness(scalar));
    Map<String, Double> details = new TreeMap<>(scalar.details());
    details.forEach(
        (name, detail) ->
            html.open("div", "fine")
                .attribute("title", Numbers.full(detail))
                .text(
                    name.replace('_', ' ')
                        + " "
                        + Numbers.text(detail, Numbers.decimals(detail, null)))
                .close());
  }

  static String exactness(MetricValue.Scalar scalar) {
    return switch (scalar.exactness()) {
      case EXACT -> "exact";
      case BOUNDED ->
          "within ±\u202f"
              + Numbers.text(scalar.errorBound(), Numbers.decimals(scalar.errorBound(), null));
      case ESTIMATED -> "estimate";
    };
  }

  private static String joined(String a, String b) {
    return a.isEmpty() ? b : a + " · " + b;
  }
}
