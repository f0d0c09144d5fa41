package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceSpec;
import java.util.List;

/** One line per slice definition: how many slices are worse, and which is the worst. */
final class Glance {
  private Glance() {}

  static void write(Html html, Results results) {
    List<SliceSpec> definitions = results.input().definitions();
    if (!results.yardstick().ranks() || definitions.stream().allMatch(SliceSpec.ALL::equals)) {
      return;
    }
    html.open("section").attribute("aria-labelledby", "glance");
    html.open("h2").attribute("id", "glance").text("Where is it bad?").close();
    html.open("p", "lead");
    html.text("Slices by ");
    html.open("b");
    MetricWords.name(html, results.input().metrics().get(results.primary()));
    html.close();
    html.text(", " + results.words().get(results.primary()).betterText());
    html.text(
        results.yardstick().judges() && results.input().confidence() > 0
            ? ". A slice is significantly worse when its whole "
                + results.intervalName()
                + " lies on the worse side of the value of all rows."
            : ".");
    html.close();
    RowCounts.scrollable(html, "Slice definitions and their worst slices");
    html.open("table", "glance");
    html.element("caption", "hidden", "Slice definitions and their worst slices");
    head(html);
    html.open("tbody");
    for (int i = 0; i < definitions.size(); i++) {
      if (!definitions.get(i).equals(SliceSpec.ALL)) {
        line(html, results, i);
      }
    }
    html.close().close().close().close();
  }

  private static void head(Html html) {
    html.open("thead").open("tr");
    for (String title :
        new String[] {"Slices by", "Slices", "Worse", "Open", "Better", "Not judged"}) {
      html.open("th").attribute("scope", "col").text(title).close();
    }
    html.open("th", "left").attribute("scope", "col").text("Worst slice").close();
    html.close().close();
  }

  private static void line(Html html, Results results, int definition) {
    Digest digest = results.digests().get(definition);
    html.open("tr").open("th").attribute("scope", "row");
    html.open("a").attribute("href", "#s" + definition);
    Definitions.name(html, results.input().definitions().get(definition));
    html.close().close();
    html.element("td", Numbers.count(digest.slices()));
    long worse = digest.count(Standing.WORSE);
    html.element("td", worse > 0 ? "worse" : "none", Numbers.count(worse));
    html.element("td", Numbers.count(digest.count(Standing.OPEN)));
    long better = digest.count(Standing.BETTER);
    html.element("td", better > 0 ? "better" : "none", Numbers.count(better));
    html.element("td", Numbers.count(digest.count(Standing.NOT_JUDGED)));
    html.open("td", "left");
    List<KeptSlice> worst = digest.worst();
    if (!worst.isEmpty()) {
      worst(html, results, worst.get(0));
    }
    html.close().close();
  }

  private static void worst(Html html, Results results, KeptSlice slice) {
    MetricResult result = slice.metrics().get(results.primary());
    double value = slice.value(results.primary());
    Standing standing = results.yardstick().standing(result);
    slice.writeLabel(html);
    html.text(" ");
    html.open("span", "number").attribute("title", CellTitle.of(result, standing));
    MetricsTable.mark(html, results.yardstick(), standing, value);
    int decimals = Numbers.decimals(value, result.interval());
    html.text(Numbers.text(value, decimals));
    if (result.interval() != null && result.value() instanceof MetricValue.Scalar) {
      html.element("small", " " + Numbers.range(result.interval(), decimals));
    }
    html.close();
  }
}
