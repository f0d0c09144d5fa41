package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The top of the report: title, facts, and the metrics of all rows. */
final class Opening {
  private Opening() {}

  static void write(Html html, ReportInput input) {
    html.open("header");
    html.element("p", "kicker", "Slicewise report");
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
    boolean other =
        !results.content().findings().isEmpty() || !results.content().series().isEmpty();
    if (results.input().metrics().isEmpty() && other) {
      // Nothing was evaluated: the findings speak for themselves.
      return;
    }
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
    }
    html.close();
  }

  private static void tile(Html html, Results results, int metric) {
    MetricResult result = results.all(metric);
    MetricWords words = results.words().get(metric);
    boolean first = metric == results.primary();
    html.open("li", first ? "tile first" : "tile");
    words.link(html, "name", metric);
    if (result.value() instanceof MetricValue.Scalar scalar) {
      scalar(html, results, result, scalar);
    } else if (result.value() instanceof MetricValue.Undefined undefined) {
      html.element("div", "value", "–");
      html.element("div", "range", "undefined: " + undefined.reason());
    }
    html.element("div", "fine", fine(results, result, words));
    if (result.value() instanceof MetricValue.Scalar scalar) {
      details(html, scalar);
    }
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
      html.attribute("title", Cell.interval(result.interval()));
      html.text(results.intervalName() + " ");
      html.element("b", Numbers.range(result.interval(), decimals));
    }
    html.close();
  }

  /** Exactness, which values are good, and n where it is not that of the first metric. */
  private static String fine(Results results, MetricResult result, MetricWords words) {
    StringJoiner fine = new StringJoiner(" · ");
    if (result.value() instanceof MetricValue.Scalar scalar) {
      fine.add(Cell.exactness(scalar));
    }
    if (!words.betterText().isEmpty()) {
      fine.add(words.betterText());
    }
    MetricResult lead = results.all(Math.max(0, results.primary()));
    if (result == lead || result.rows() != lead.rows()) {
      fine.add("n " + Numbers.count(result.rows()));
    }
    if (result == lead && result.weight() != result.rows()) {
      fine.add("weight " + Numbers.text(result.weight(), Numbers.decimals(result.weight(), null)));
    }
    return fine.toString();
  }

  /** What the metric found on the way, such as a threshold. */
  private static void details(Html html, MetricValue.Scalar scalar) {
    new TreeMap<>(scalar.details())
        .forEach(
            (name, detail) -> {
              html.open("div", "fine").attribute("title", Numbers.full(detail));
              html.text(name.replace('_', ' ') + " ");
              html.text(Numbers.text(detail, Numbers.decimals(detail, null))).close();
            });
  }
}
