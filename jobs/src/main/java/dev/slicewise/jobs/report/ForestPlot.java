package dev.slicewise.jobs.report;

import dev.slicewise.jobs.findings.Comparison;
import dev.slicewise.jobs.findings.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Differences by slice as dots with whiskers around zero, a block for every slice definition. */
final class ForestPlot {
  /** Most rows of a block. */
  private static final int MOST_ROWS = 20;

  /** Worse slices first, then by the size of the difference. */
  private static final Comparator<Comparison> WORST_FIRST =
      Comparator.comparing((Comparison row) -> rank(row.verdict()))
          .thenComparing(row -> row.delta() == null ? 0 : -Math.abs(row.delta()));

  private final Map<List<String>, List<Comparison>> blocks = new LinkedHashMap<>();
  private final Comparison all;
  private final RowPlot plot;

  ForestPlot(List<Comparison> slices, Comparison all) {
    for (Comparison slice : slices) {
      blocks
          .computeIfAbsent(slice.slice().dimensions(), dimensions -> new ArrayList<>())
          .add(slice);
    }
    this.all = all;
    RowPlot.Extent extent = new RowPlot.Extent().add(0.0);
    if (all != null) {
      extent.add(all.delta(), all.interval());
    }
    for (List<Comparison> block : blocks.values()) {
      block.sort(WORST_FIRST);
      block.stream()
          .limit(MOST_ROWS)
          .filter(row -> row.delta() != null)
          .forEach(row -> extent.add(row.delta(), row.interval()));
    }
    this.plot = new RowPlot(extent.scale());
  }

  private static int rank(Verdict verdict) {
    return verdict == Verdict.UNDEFINED ? Verdict.values().length : verdict.mood().ordinal();
  }

  void write(Html html, MetricWords metric) {
    html.open("table", "chart forest").open("caption").text("Difference of ");
    metric.name(html);
    html.text(metric.betterText().isEmpty() ? "" : ", " + metric.betterText());
    html.text(", by slice: those that are worse first").close();
    html.open("thead").open("tr");
    html.open("th", "left").attribute("scope", "col").text("Slice").close();
    html.open("th", "n").attribute("scope", "col").text("n").close();
    html.open("th").attribute("scope", "col").text("Difference").close();
    html.open("th", "plot").attribute("scope", "col");
    plot.heading(html, 0, "no difference");
    html.close().close().close();
    if (all != null) {
      html.open("tbody");
      row(html, all);
      html.close();
    }
    blocks.forEach((dimensions, rows) -> block(html, dimensions, rows));
    html.open("tfoot").open("tr").open("td").close().open("td", "n").close().open("td").close();
    html.open("td", "plot");
    plot.axis(html);
    html.close().close().close().close();
  }

  private void block(Html html, List<String> dimensions, List<Comparison> rows) {
    html.open("tbody").open("tr", "block").open("th").attribute("scope", "rowgroup");
    html.attribute("colspan", "4").text("By ");
    for (int i = 0; i < dimensions.size(); i++) {
      html.text(i > 0 ? " × " : "");
      html.element("bdi", VisibleText.cut(dimensions.get(i), Definitions.NAME_CHARACTERS));
    }
    if (rows.size() > MOST_ROWS) {
      html.element("small", " " + MOST_ROWS + " of " + Numbers.count(rows.size()));
    }
    html.close().close();
    rows.stream().limit(MOST_ROWS).forEach(row -> row(html, row));
    html.close();
  }

  private void row(Html html, Comparison row) {
    String standing =
        switch (row.verdict().mood()) {
          case BAD -> "worse";
          case GOOD -> "better";
          case UNSURE, NONE -> "open";
        };
    html.open("tr", standing).open("th").attribute("scope", "row");
    SliceWords.writeValues(html, row.slice());
    html.close().element("td", "n", Numbers.count(row.n()));
    html.open("td", "v");
    if (row.delta() == null) {
      html.text("–");
    } else {
      mark(html, row);
      int decimals = Numbers.decimals(row.delta(), row.interval());
      html.text(Numbers.signed(row.delta(), decimals));
      if (row.interval() != null) {
        html.element("small", Numbers.range(row.interval(), decimals));
      }
    }
    html.close().open("td", "plot");
    plot.open(html);
    plot.line(html, "all", 0);
    if (row.margin() != null && Double.isFinite(row.margin())) {
      plot.line(html, "margin", row.margin());
    }
    if (row.delta() != null) {
      plot.dot(html, row.delta(), row.interval());
    }
    html.close().close().close();
  }

  /** The same marks as of slices: filled for worse, hollow for better, pointing up or down. */
  private static void mark(Html html, Comparison row) {
    boolean above = row.delta() > 0;
    String mark =
        switch (row.verdict()) {
          case WORSE -> above ? "▲" : "▼";
          case BETTER -> above ? "△" : "▽";
          default -> "";
        };
    if (!mark.isEmpty()) {
      html.open("span", "mark " + row.verdict().code()).attribute("role", "img");
      html.attribute("aria-label", row.verdict().words()).text(mark).close();
    }
  }
}
