package dev.slicewise.jobs.report;

import dev.slicewise.core.slice.SliceSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Writes the report of an evaluation as one HTML file that loads nothing and runs nothing. It shows
 * of each slice definition the counts of all slices, the worst {@value Digest#CHART_ROWS} and the
 * first {@value Digest#TABLE_ROWS}, and says what it leaves out.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes the report; equal input gives equal characters. The memory needed does not grow with the
   * number of slices.
   *
   * @param out where to, in UTF-8; stays open
   */
  public static void write(Writer out, ReportInput input) throws IOException {
    Results results = Results.gather(input);
    try {
      Html html = new Html(out);
      html.open("html").attribute("lang", "en");
      head(html, input);
      html.open("body");
      Opening.write(html, input);
      html.open("main");
      Opening.tiles(html, results);
      Glance.write(html, results);
      for (int i = 0; i < input.definitions().size(); i++) {
        if (!input.definitions().get(i).equals(SliceSpec.ALL)) {
          SliceSection.write(html, results, i);
        }
      }
      Closing.write(html, results);
      html.close().close().close().end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
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
