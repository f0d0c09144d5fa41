package dev.slicewise.jobs.report;

import dev.slicewise.core.slice.SliceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes a report as one HTML file that loads nothing and runs nothing but a script of its own that
 * sorts and filters tables; it is complete without that. It shows of each slice definition the
 * counts of all slices, the worst {@value Digest#CHART_ROWS} and the first {@value
 * Digest#TABLE_ROWS}, and says what it leaves out.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /** Writes the report of an evaluation alone. */
  public static void write(Writer out, ReportInput input) throws IOException {
    write(out, ReportContent.of(input));
  }

  /**
   * Writes the report; equal input gives equal characters. The memory needed does not grow with the
   * number of slices.
   *
   * @param out where to, in UTF-8; stays open
   */
  public static void write(Writer out, ReportContent content) throws IOException {
    Results results = Results.gather(content);
    try {
      Html html = new Html(out);
      html.open("html").attribute("lang", "en");
      head(html, content.evaluation());
      html.open("body");
      Opening.write(html, content.evaluation());
      html.open("main");
      sections(html, results);
      html.close().script(StyleSheet.SCRIPT).close().close().end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void sections(Html html, Results results) {
    ReportContent content = results.content();
    Verdicts.write(html, results);
    Contents.write(html, results);
    Opening.tiles(html, results);
    new GateSection(content.findings().gates()).write(html);
    ComparisonSection.of(content.findings().comparisons()).forEach(pair -> pair.write(html));
    new DriftSection(content.findings()).write(html);
    new SeriesSection(content.series(), results).write(html);
    WorstSection.write(html, content.findings().worst());
    Glance.write(html, results);
    new ErrorSection(results).write(html);
    List<SliceSpec> definitions = content.evaluation().definitions();
    for (int i = 0; i < definitions.size(); i++) {
      if (!definitions.get(i).equals(SliceSpec.ALL)) {
        SliceSection.write(html, results, i);
      }
    }
    if (results.all() != null) {
      RowCounts.write(html, results.all().metrics());
    }
    Closing.write(html, results);
  }

  private static void head(Html html, ReportInput input) {
    html.open("head").open("meta").attribute("charset", "utf-8").close();
    html.open("meta").attribute("http-equiv", "Content-Security-Policy");
    html.attribute("content", StyleSheet.POLICY).close();
    meta(html, "viewport", "width=device-width, initial-scale=1");
    meta(html, "color-scheme", "light dark");
    meta(html, "referrer", "no-referrer");
    html.element("title", input.title()).style(StyleSheet.TEXT).close();
  }

  private static void meta(Html html, String name, String content) {
    html.open("meta").attribute("name", name).attribute("content", content).close();
  }
}
