package dev.slicewise.jobs.report;

import dev.slicewise.jobs.findings.Distribution;
import dev.slicewise.jobs.findings.Drift;
import dev.slicewise.jobs.findings.Findings;
import dev.slicewise.jobs.findings.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What moved: heat maps of all rows, the slices that drifted, and the distributions. */
final class DriftSection {
  private static final int MOST_SLICES = 100;
  private static final int OPEN_ROWS = 12;
  private static final int MOST_DISTRIBUTIONS = 18;

  private final Findings findings;

  DriftSection(Findings findings) {
    this.findings = findings;
  }

  void write(Html html) {
    if (findings.drifts().isEmpty() && findings.distributions().isEmpty()) {
      return;
    }
    html.open("section").attribute("aria-labelledby", Drifts.ID);
    html.open("h2").attribute("id", Drifts.ID).text("Drift").close();
    if (!findings.drifts().isEmpty()) {
      html.element(
          "p",
          "lead",
          "How far each column lies from its reference. Drift is an effect beyond its threshold;"
              + " p-values are shown where something drifted and decide nothing, since with enough"
              + " rows every difference is significant.");
    }
    List<HeatMap> maps = new ArrayList<>();
    Drifts.byComparison(findings.drifts())
        .forEach(
            (comparison, drifts) -> {
              List<Drift> all = drifts.stream().filter(drift -> drift.slice().isAll()).toList();
              if (!all.isEmpty()) {
                new ColumnMap(Drifts.against(comparison), all).write(html);
                maps.add(new HeatMap(Drifts.against(comparison), all));
              }
            });
    if (!maps.isEmpty()) {
      html.open("details", "table").element("summary", "Every method, in numbers");
      maps.forEach(map -> map.write(html));
      html.close();
    }
    slices(html);
    distributions(html);
    html.close();
  }

  private void slices(Html html) {
    List<Drift> drifted =
        new ArrayList<>(
            findings.drifts().stream()
                .filter(drift -> !drift.slice().isAll() && drift.verdict() == Verdict.DRIFT)
                .toList());
    long looked = findings.drifts().stream().filter(drift -> !drift.slice().isAll()).count();
    if (looked == 0) {
      return;
    }
    html.element("h3", "In slices");
    if (drifted.isEmpty()) {
      html.element("p", "note", "None of " + Numbers.count(looked) + " comparisons drifted.");
      return;
    }
    // The latest window first; within it the file's order.
    drifted.sort(Comparator.comparing(Drift::window).reversed());
    html.open("p", "note").text(Numbers.count(drifted.size()) + " of " + Numbers.count(looked));
    html.text(" comparisons of slices drifted");
    html.text(drifted.size() > MOST_SLICES ? "; the latest " + MOST_SLICES + " are listed." : ".");
    html.close();
    html.open("details", "table");
    if (drifted.size() <= OPEN_ROWS) {
      html.attribute("open", "open");
    }
    html.element("summary", "Slices that drifted, latest first");
    RowCounts.scrollable(html, "Slices that drifted");
    html.open("table", "drifts sortable").element("caption", "hidden", "Slices that drifted");
    html.open("thead").open("tr");
    for (String title : List.of("Window", "Against", "Slice", "Column", "Drift if")) {
      html.open("th", "left").attribute("scope", "col").text(title).close();
    }
    for (String title : List.of("Value", "Adjusted p", "n", "n reference")) {
      html.open("th").attribute("scope", "col").text(title).close();
    }
    html.close().close().open("tbody");
    drifted.stream().limit(MOST_SLICES).forEach(drift -> row(html, drift));
    html.close().close().close().close();
  }

  private static void row(Html html, Drift drift) {
    html.open("tr").element("td", "left window", drift.window().label());
    html.element("td", "left", Drifts.against(drift.comparison()));
    html.open("th", "left").attribute("scope", "row");
    SliceWords.write(html, drift.slice());
    html.close().open("td", "left");
    html.element("bdi", VisibleText.cut(drift.column(), Definitions.NAME_CHARACTERS)).close();
    html.element("td", "left", Drifts.rule(drift));
    html.open("td", "h" + Drifts.level(drift)).attribute("title", HeatMap.title(drift));
    html.text(Numbers.value(drift.value())).close();
    Double p = drift.pAdjusted() == null ? drift.p() : drift.pAdjusted();
    html.element("td", "n", p == null ? "–" : Numbers.p(p));
    html.element("td", "n", Numbers.count(drift.nCurrent()));
    html.element("td", "n", Numbers.count(drift.nReference())).close();
  }

  private void distributions(Html html) {
    Map<String, Distribution> chosen = chosen();
    if (chosen.isEmpty()) {
      return;
    }
    html.element("h3", "Distributions");
    html.open("p", "note legend");
    html.element("span", "swatch current", "").text(" window  ");
    html.element("span", "swatch reference", "").text(" reference, whose bins these are").close();
    html.open("div", "figures");
    chosen.values().stream()
        .limit(MOST_DISTRIBUTIONS)
        .forEach(
            distribution ->
                new DistributionPlot(distribution)
                    .write(
                        html,
                        Drifts.drifted(findings, distribution.column(), distribution.window())));
    html.close();
    if (chosen.size() > MOST_DISTRIBUTIONS) {
      String more = Numbers.count(chosen.size() - MOST_DISTRIBUTIONS);
      html.element("p", "note", more + " more columns are in distributions.json.");
    }
  }

  /** Of each column the latest window, columns that drifted in it first. */
  private Map<String, Distribution> chosen() {
    Map<String, Distribution> latest = new LinkedHashMap<>();
    for (Distribution distribution : findings.distributions()) {
      if (distribution.slice().isAll()) {
        latest.merge(
            distribution.column(),
            distribution,
            (a, b) -> a.window().compareTo(b.window()) < 0 ? b : a);
      }
    }
    Map<String, Distribution> chosen = new LinkedHashMap<>();
    latest.forEach(
        (column, distribution) -> {
          if (Drifts.drifted(findings, column, distribution.window())) {
            chosen.put(column, distribution);
          }
        });
    latest.forEach(chosen::putIfAbsent);
    return chosen;
  }
}
