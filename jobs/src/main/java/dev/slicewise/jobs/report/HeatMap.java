package dev.slicewise.jobs.report;

import dev.slicewise.jobs.findings.Drift;
import dev.slicewise.jobs.findings.Verdict;
import dev.slicewise.jobs.findings.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns and methods by windows: a table whose cells are tinted by how far beyond the threshold
 * their numbers are. Marks say what the tint says.
 */
final class HeatMap {
  private static final int MOST_ROWS = 60;

  /** One line: a column by one method. */
  private record Line(String column, String method) {}

  private final String against;
  private final List<Window> windows;
  private final long earlier;
  private final Map<Line, Map<Window, Drift>> lines = new LinkedHashMap<>();

  /** The heat map of findings of one slice. */
  HeatMap(String against, List<Drift> drifts) {
    this.against = against;
    List<Window> all = Drifts.windows(drifts);
    int from = Math.max(0, all.size() - ColumnMap.MOST_WINDOWS);
    this.windows = all.subList(from, all.size());
    this.earlier = from;
    for (Drift drift : drifts) {
      lines
          .computeIfAbsent(
              new Line(drift.column(), drift.method().text()), line -> new LinkedHashMap<>())
          .put(drift.window(), drift);
    }
  }

  void write(Html html) {
    String title = "Drift from " + against + ", by column, method and window";
    RowCounts.scrollable(html, title);
    html.open("table", "heat").element("caption", title);
    html.open("thead").open("tr");
    html.open("th", "left").attribute("scope", "col").text("Column").close();
    html.open("th", "left").attribute("scope", "col").text("Drift if").close();
    for (Window window : windows) {
      html.open("th").attribute("scope", "col").text(window.label()).close();
    }
    html.close().close().open("tbody");
    List<Line> shown = shown();
    for (int i = 0; i < shown.size(); i++) {
      line(html, shown, i);
    }
    html.close().close().close();
    html.open("p", "note").element("span", "worse", "▲").text(" drift · ? undecided · – no value");
    html.text(" · darker: farther beyond its threshold");
    if (earlier > 0) {
      html.text(" · " + Numbers.count(earlier) + " earlier windows are in drift.json");
    }
    if (shown.size() < lines.size()) {
      html.text(" · " + Numbers.count(lines.size() - shown.size()) + " more lines too");
    }
    html.close();
  }

  /** All lines in the file's order, or of too many those that drifted most often. */
  private List<Line> shown() {
    List<Line> shown = new ArrayList<>(lines.keySet());
    if (shown.size() <= MOST_ROWS) {
      return shown;
    }
    shown.sort(Comparator.comparing(line -> -drifted(line)));
    return shown.subList(0, MOST_ROWS);
  }

  private long drifted(Line line) {
    return lines.get(line).values().stream().filter(d -> d.verdict() == Verdict.DRIFT).count();
  }

  private void line(Html html, List<Line> shown, int index) {
    Line line = shown.get(index);
    html.open("tr");
    if (index == 0 || !shown.get(index - 1).column().equals(line.column())) {
      int span = 1;
      while (index + span < shown.size()
          && shown.get(index + span).column().equals(line.column())) {
        span++;
      }
      html.open("th", "left").attribute("scope", "rowgroup");
      html.attribute("rowspan", Integer.toString(span));
      html.element("bdi", VisibleText.cut(line.column(), Definitions.NAME_CHARACTERS)).close();
    }
    Map<Window, Drift> cells = lines.get(line);
    html.open("th", "left method").attribute("scope", "row").attribute("title", line.method());
    html.text(Drifts.rule(cells.values())).close();
    for (Window window : windows) {
      cell(html, cells.get(window));
    }
    html.close();
  }

  private static void cell(Html html, Drift drift) {
    if (drift == null) {
      html.open("td").element("span", "hidden", "not compared").close();
      return;
    }
    html.open("td", "h" + Drifts.level(drift));
    if (drift.verdict() == Verdict.DRIFT || drift.verdict().mood() == Verdict.Mood.UNSURE) {
      html.attribute("title", title(drift));
    }
    switch (drift.verdict()) {
      case DRIFT -> {
        html.open("span", "mark worse").attribute("role", "img").attribute("aria-label", "drift");
        html.text("▲").close();
      }
      case INCONCLUSIVE -> {
        html.open("span", "mark").attribute("role", "img").attribute("aria-label", "undecided");
        html.text("?").close();
      }
      default -> html.text("");
    }
    html.text(drift.value() == null ? "–" : brief(drift.value())).close();
  }

  /** Three digits: enough to see a trend in a row. */
  private static String brief(double value) {
    return Numbers.text(value, Math.max(0, Math.min(3, Numbers.decimals(value, null) - 1)));
  }

  /** Every digit, the p-value, both numbers of rows, and why. */
  static String title(Drift drift) {
    StringBuilder title = new StringBuilder();
    title.append(drift.value() == null ? "no value" : Numbers.full(drift.value()));
    title.append(": ").append(drift.verdict().words());
    Double p = drift.pAdjusted() == null ? drift.p() : drift.pAdjusted();
    if (p != null) {
      title.append(drift.pAdjusted() == null ? ", p " : ", adjusted p ").append(Numbers.p(p));
    }
    title.append(", n ").append(Numbers.count(drift.nCurrent()));
    title.append(" against ").append(Numbers.count(drift.nReference()));
    if (drift.reason() != null) {
      title.append(": ").append(VisibleText.cut(drift.reason(), 200));
    }
    return title.toString();
  }
}
