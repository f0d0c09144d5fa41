package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.jobs.findings.Comparison;
import dev.slicewise.jobs.findings.MetricsFile;
import dev.slicewise.jobs.findings.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model against its baseline: every metric of all rows, then slice by slice. */
final class ComparisonSection {
  static final String ID = "compare";

  /** Most rows of the table of everything. */
  private static final int MOST_ROWS = 150;

  private final String id;
  private final List<Comparison> comparisons;

  private ComparisonSection(String id, List<Comparison> comparisons) {
    this.id = id;
    this.comparisons = comparisons;
  }

  /** One section for every pair of model and baseline. */
  static List<ComparisonSection> of(List<Comparison> comparisons) {
    Map<List<String>, List<Comparison>> pairs = new LinkedHashMap<>();
    for (Comparison comparison : comparisons) {
      pairs
          .computeIfAbsent(
              List.of(comparison.model(), comparison.baseline()), pair -> new ArrayList<>())
          .add(comparison);
    }
    List<ComparisonSection> sections = new ArrayList<>();
    pairs.values().forEach(pair -> sections.add(new ComparisonSection(ID + sections.size(), pair)));
    return sections;
  }

  String id() {
    return id;
  }

  String model() {
    return comparisons.get(0).model();
  }

  String baseline() {
    return comparisons.get(0).baseline();
  }

  /** The metric that leads: the first one of all rows, or the first. */
  NamedMetric primary() {
    return comparisons.stream()
        .filter(comparison -> comparison.slice().isAll() && comparison.delta() != null)
        .findFirst()
        .orElse(comparisons.get(0))
        .metric();
  }

  /** The comparisons of one metric by slices, without that of all rows. */
  List<Comparison> slices(NamedMetric metric) {
    return comparisons.stream()
        .filter(c -> c.metric().equals(metric) && !c.slice().isAll())
        .toList();
  }

  /** The comparison of all rows by a metric, or null. */
  Comparison all(NamedMetric metric) {
    return comparisons.stream()
        .filter(c -> c.metric().equals(metric) && c.slice().isAll())
        .findFirst()
        .orElse(null);
  }

  void write(Html html) {
    html.open("section").attribute("aria-labelledby", id);
    html.open("h2").attribute("id", id).element("bdi", shown(model()));
    html.element("span", "by", " against ").element("bdi", shown(baseline())).close();
    html.open("p", "lead").text("Both on the same rows. Differences are ");
    html.element("bdi", shown(model())).text(" minus ").element("bdi", shown(baseline()));
    html.text(
        "; a verdict takes an interval that lies wholly on one side. p-values are adjusted for the"
            + " number of slices.");
    html.close();
    List<Comparison> all = comparisons.stream().filter(c -> c.slice().isAll()).toList();
    if (!all.isEmpty()) {
      table(html, all, "All rows", true);
    }
    NamedMetric primary = primary();
    List<Comparison> slices = slices(primary);
    if (!slices.isEmpty()) {
      new ForestPlot(slices, all(primary)).write(html, MetricWords.of(MetricsFile.known(primary)));
    }
    List<Comparison> rest = comparisons.stream().filter(c -> !c.slice().isAll()).toList();
    if (!rest.isEmpty()) {
      html.open("details", "table");
      html.element("summary", "All metrics of all slices (" + Numbers.count(rest.size()) + ")");
      table(html, rest.subList(0, Math.min(rest.size(), MOST_ROWS)), "Metrics by slice", false);
      if (rest.size() > MOST_ROWS) {
        String left = Numbers.count(rest.size() - MOST_ROWS);
        html.element("p", "note", left + " more lines are in comparison.json.");
      }
      html.close();
    }
    html.close();
  }

  private void table(Html html, List<Comparison> rows, String caption, boolean open) {
    RowCounts.scrollable(html, caption + ": " + model() + " against " + baseline());
    html.open("table", "compare sortable").element("caption", open ? "" : "hidden", caption);
    html.open("thead").open("tr");
    if (!open) {
      html.open("th", "left").attribute("scope", "col").text("Slice").close();
    }
    html.open("th", "left").attribute("scope", "col").text("Metric").close();
    heading(html, model());
    heading(html, baseline());
    for (String title : List.of("Difference", "Adjusted p", "Wins · ties · losses", "n")) {
      html.open("th").attribute("scope", "col").text(title).close();
    }
    html.open("th", "left").attribute("scope", "col").text("Verdict").close();
    html.close().close().open("tbody");
    rows.forEach(row -> row(html, row, open));
    html.close().close().close();
  }

  private static void heading(Html html, String name) {
    html.open("th").attribute("scope", "col").element("bdi", shown(name)).close();
  }

  private static void row(Html html, Comparison row, boolean open) {
    html.open("tr");
    if (!open) {
      html.open("th", "left").attribute("scope", "row");
      SliceWords.write(html, row.slice());
      html.close();
    }
    html.open(open ? "th" : "td", "left");
    if (open) {
      html.attribute("scope", "row");
    }
    MetricWords.of(MetricsFile.known(row.metric())).name(html);
    html.close();
    int decimals = row.delta() == null ? -1 : Numbers.decimals(row.delta(), row.interval());
    side(html, row.value(), decimals);
    side(html, row.baselineValue(), decimals);
    Difference.cell(html, row.delta(), row.interval(), "v");
    Double p = row.pAdjusted() == null ? row.p() : row.pAdjusted();
    html.open("td", "n").attribute("title", row.test() == null ? "" : row.test());
    html.text(p == null ? "–" : Numbers.p(p)).close();
    html.element("td", "n", counts(row));
    html.element("td", "n", Numbers.count(row.n()));
    html.open("td", "left");
    verdict(html, row.verdict(), row.reason());
    html.close().close();
  }

  private static String counts(Comparison row) {
    return row.wins() == null || row.ties() == null || row.losses() == null
        ? "–"
        : whole(row.wins()) + " · " + whole(row.ties()) + " · " + whole(row.losses());
  }

  /** Weights need not be whole, but people read rows. */
  private static String whole(double rows) {
    return Numbers.text(rows, rows == Math.rint(rows) ? 0 : 1);
  }

  private static void side(Html html, Double value, int decimals) {
    if (value == null) {
      html.element("td", "none", "–");
    } else {
      html.open("td").attribute("title", Numbers.full(value));
      int shown = decimals < 0 ? Numbers.decimals(value, null) : decimals;
      html.text(Numbers.text(value, shown)).close();
    }
  }

  /** Writes a verdict, and why where it is not plain. */
  static void verdict(Html html, Verdict verdict, String reason) {
    html.open("span", "badge " + Statement.css(verdict.mood()));
    html.text(verdict.words()).close();
    if (reason != null && !reason.isEmpty() && verdict.mood() == Verdict.Mood.UNSURE) {
      html.open("small").element("bdi", VisibleText.cut(reason, 200)).close();
    }
  }

  static String shown(String name) {
    return VisibleText.cut(name, Definitions.NAME_CHARACTERS);
  }
}
