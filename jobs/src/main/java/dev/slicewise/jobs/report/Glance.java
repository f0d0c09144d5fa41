package dev.slicewise.jobs.report;

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
    results.words().get(results.primary()).name(html);
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
    html.open("th", "left").attribute("scope", "col").text("Slices by").close();
    html.open("th").attribute("scope", "col").text("Worse").close();
    html.open("th", "left").attribute("scope", "col").text("Worst slice").close();
    for (String title : List.of("Better", "Undecided", "Not judged")) {
      html.open("th").attribute("scope", "col").text(title).close();
    }
    html.close().close();
  }

  private static void line(Html html, Results results, int definition) {
    Digest digest = results.digests().get(definition);
    html.open("tr").open("th").attribute("scope", "row");
    html.open("a").attribute("href", "#s" + definition);
    Definitions.name(html, results.input().definitions().get(definition));
    html.close().close();
    long worse = digest.count(Standing.WORSE);
    html.open("td");
    html.element("span", worse > 0 ? "worse strong" : "none", shown(digest, Standing.WORSE));
    html.element("small", " of " + Numbers.count(digest.slices())).close();
    html.open("td", "left");
    digest.worstOne().ifPresent(slice -> worst(html, results, slice));
    html.close();
    count(html, "better", digest, Standing.BETTER);
    count(html, "", digest, Standing.OPEN);
    count(html, "", digest, Standing.NOT_JUDGED);
    html.close();
  }

  private static void count(Html html, String css, Digest digest, Standing standing) {
    long count = digest.count(standing);
    html.element("td", count == 0 ? "none" : css, shown(digest, standing));
  }

  /** Where no slice could be judged, no count of judgements is zero: there is none. */
  private static String shown(Digest digest, Standing standing) {
    return digest.judged() == 0 && standing != Standing.NOT_JUDGED
        ? "–"
        : Numbers.count(digest.count(standing));
  }

  private static void worst(Html html, Results results, KeptSlice slice) {
    MetricResult result = slice.metrics().get(results.primary());
    double value = slice.value(results.primary());
    Standing standing = results.yardstick().standing(result);
    slice.writeLabel(html);
    html.text(" ").open("span", "number").attribute("title", Cell.title(result, standing));
    int decimals = Numbers.decimals(value, result.interval());
    Cell.write(html, results.yardstick(), result, value, decimals);
    html.close();
  }
}
