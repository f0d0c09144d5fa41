package dev.slicewise.jobs.report;

import dev.slicewise.jobs.findings.Gate;
import dev.slicewise.jobs.findings.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every gate against every slice it was held against, those that need a look first. */
final class GateSection {
  static final String ID = "gates";

  /** Gates that pass are listed up to here. */
  private static final int MOST_PASSING = 100;

  /** So few gates are one table, whatever their verdicts. */
  private static final int FEW = 8;

  private final List<Gate> gates;
  private final Map<String, RowPlot> plots = new HashMap<>();

  GateSection(List<Gate> gates) {
    this.gates = new ArrayList<>(gates);
    this.gates.sort(Comparator.comparing(gate -> gate.verdict().mood()));
    Map<String, RowPlot.Extent> extents = new HashMap<>();
    for (Gate gate : gates) {
      RowPlot.Extent extent = extents.computeIfAbsent(gate.name(), n -> new RowPlot.Extent());
      extent.add(gate.value(), gate.interval()).add(gate.threshold());
    }
    extents.forEach((name, extent) -> plots.put(name, new RowPlot(extent.scale())));
  }

  void write(Html html) {
    if (gates.isEmpty()) {
      return;
    }
    html.open("section").attribute("aria-labelledby", ID);
    html.open("h2").attribute("id", ID).text("Gates").close();
    html.element(
        "p",
        "lead",
        "A gate passes or fails when the whole interval lies on one side of the threshold;"
            + " otherwise the rows do not decide.");
    List<Gate> urgent = gates.stream().filter(g -> g.verdict() != Verdict.PASS).toList();
    List<Gate> passing = gates.subList(urgent.size(), gates.size());
    if (gates.size() <= FEW || passing.isEmpty()) {
      table(html, gates, "Gates and their verdicts");
    } else {
      if (!urgent.isEmpty()) {
        table(html, urgent, "Gates that do not pass");
      }
      html.open("details", "table");
      html.element("summary", Numbers.count(passing.size()) + " that pass");
      table(html, passing.subList(0, Math.min(MOST_PASSING, passing.size())), "Gates that pass");
      html.close();
    }
    if (passing.size() > MOST_PASSING) {
      String more = Numbers.count(passing.size() - MOST_PASSING);
      html.element("p", "note", more + " more, all passing, are in gates.json.");
    }
    html.close();
  }

  private void table(Html html, List<Gate> shown, String caption) {
    RowCounts.scrollable(html, caption);
    html.open("table", "gates sortable").element("caption", "hidden", caption);
    html.open("thead").open("tr");
    for (String title : List.of("Verdict", "Gate", "Slice")) {
      html.open("th", "left").attribute("scope", "col").text(title).close();
    }
    html.open("th").attribute("scope", "col").text("Value").close();
    html.open("th", "plot unsorted").attribute("scope", "col").text("│ threshold").close();
    html.open("th").attribute("scope", "col").text("n").close();
    html.close().close().open("tbody");
    shown.forEach(gate -> row(html, gate));
    html.close().close().close();
  }

  private void row(Html html, Gate gate) {
    String mood = Statement.css(gate.verdict().mood());
    html.open("tr", mood).open("td", "left");
    html.element("span", "badge " + mood, gate.verdict().words()).close();
    html.open("th", "left").attribute("scope", "row");
    html.element("bdi", VisibleText.cut(gate.name(), Definitions.NAME_CHARACTERS));
    condition(html, gate);
    html.close().open("td", "left");
    SliceWords.write(html, gate.slice());
    html.close();
    value(html, gate);
    html.open("td", "plot");
    plot(html, gate);
    html.close().open("td", "n").text(Numbers.count(gate.n()));
    if (gate.rowsNeeded() != null && gate.verdict() == Verdict.INCONCLUSIVE) {
      html.element("small", "needs about " + Numbers.count(gate.rowsNeeded()));
    }
    html.close().close();
  }

  private static void condition(Html html, Gate gate) {
    String condition = gate.condition() == null ? gate.metric().text() : gate.condition();
    html.open("small").element("bdi", VisibleText.cut(condition, KeptSlice.MOST_CHARACTERS));
    html.close();
    if (gate.reference() != null) {
      html.element("small", "reference " + Numbers.value(gate.reference()));
    }
    if (gate.reason() != null && !gate.reason().isEmpty()) {
      html.open("small").element("bdi", VisibleText.cut(gate.reason(), 200)).close();
    }
  }

  private static void value(Html html, Gate gate) {
    if (gate.value() == null) {
      html.element("td", "none", "–");
      return;
    }
    int decimals = Numbers.decimals(gate.value(), gate.interval());
    html.open("td", "v").attribute("title", Numbers.full(gate.value()));
    html.text(Numbers.text(gate.value(), decimals));
    if (gate.interval() != null) {
      html.element("small", Numbers.range(gate.interval(), decimals));
    }
    html.close();
  }

  private void plot(Html html, Gate gate) {
    RowPlot plot = plots.get(gate.name());
    if (gate.value() == null) {
      return;
    }
    plot.open(html);
    if (gate.threshold() != null && Double.isFinite(gate.threshold())) {
      plot.line(html, "all", gate.threshold());
    }
    plot.dot(html, gate.value(), gate.interval());
    html.close();
  }
}
