package dev.slicewise.jobs.report;

import dev.slicewise.jobs.findings.Drift;
import dev.slicewise.jobs.findings.Verdict;
import dev.slicewise.jobs.findings.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns by windows: how many of a column's methods found drift, and how far it went. */
final class ColumnMap {
  static final int MOST_WINDOWS = 24;

  private static final int MOST_COLUMNS = 60;

  private final String against;
  private final List<Window> windows;
  private final int earlier;
  private final Map<String, Map<Window, List<Drift>>> columns = new LinkedHashMap<>();

  /** The map of findings of one slice. */
  ColumnMap(String against, List<Drift> drifts) {
    this.against = against;
    List<Window> all = Drifts.windows(drifts);
    this.earlier = Math.max(0, all.size() - MOST_WINDOWS);
    this.windows = all.subList(earlier, all.size());
    for (Drift drift : drifts) {
      columns
          .computeIfAbsent(drift.column(), column -> new LinkedHashMap<>())
          .computeIfAbsent(drift.window(), window -> new ArrayList<>())
          .add(drift);
    }
  }

  void write(Html html) {
    String title = "Drift from " + against + ", by column and window";
    RowCounts.scrollable(html, title);
    html.open("table", "heat").element("caption", title);
    html.open("thead").open("tr");
    html.open("th", "left").attribute("scope", "col").text("Column").close();
    for (Window window : windows) {
      html.open("th").attribute("scope", "col").text(window.label()).close();
    }
    html.close().close().open("tbody");
    List<String> shown = shown();
    for (String column : shown) {
      html.open("tr").open("th", "left column").attribute("scope", "row");
      html.element("bdi", VisibleText.cut(column, Definitions.NAME_CHARACTERS)).close();
      for (Window window : windows) {
        cell(html, columns.get(column).getOrDefault(window, List.of()));
      }
      html.close();
    }
    html.close().close().close();
    html.open("p", "note").element("span", "worse", "▲ 2/7");
    html.text(" two of seven methods found drift · ? undecided · – nothing to decide");
    html.text(" · darker: farther beyond a threshold");
    html.text(earlier > 0 ? " · " + earlier + " earlier windows are in drift.json" : "");
    int more = columns.size() - shown.size();
    html.text(more > 0 ? " · " + more + " more columns too" : "").close();
  }

  /** All columns in the file's order, or of too many those that drifted most often. */
  private List<String> shown() {
    List<String> shown = new ArrayList<>(columns.keySet());
    if (shown.size() > MOST_COLUMNS) {
      shown.sort(
          Comparator.comparing(
              column ->
                  -columns.get(column).values().stream().filter(d -> drifted(d) > 0).count()));
      return shown.subList(0, MOST_COLUMNS);
    }
    return shown;
  }

  private static long drifted(List<Drift> drifts) {
    return drifts.stream().filter(drift -> drift.verdict() == Verdict.DRIFT).count();
  }

  private static void cell(Html html, List<Drift> drifts) {
    long judged = drifts.stream().filter(d -> d.verdict() != Verdict.SHOWN).count();
    long drifted = drifted(drifts);
    if (drifted > 0) {
      boolean far = drifts.stream().anyMatch(drift -> Drifts.level(drift) == 3);
      html.open("td", far || 2 * drifted > judged ? "h3" : "h2").attribute("title", names(drifts));
      html.open("span", "mark worse").attribute("role", "img").attribute("aria-label", "drift");
      html.text("▲").close().text(drifted + "/" + judged).close();
      return;
    }
    boolean decided = drifts.stream().anyMatch(drift -> drift.verdict() == Verdict.NO_DRIFT);
    boolean open = drifts.stream().anyMatch(d -> d.verdict().mood() == Verdict.Mood.UNSURE);
    html.open("td", "none");
    html.text(decided ? "0/" + judged : open ? "?" : "–").close();
  }

  /** What drifted, by which methods. */
  private static String names(List<Drift> drifts) {
    StringBuilder names = new StringBuilder();
    for (Drift drift : drifts) {
      if (drift.verdict() == Verdict.DRIFT) {
        names.append(names.length() == 0 ? "" : "; ").append(drift.method().id());
        names.append(' ').append(Numbers.value(drift.value()));
      }
    }
    return names.toString();
  }
}
