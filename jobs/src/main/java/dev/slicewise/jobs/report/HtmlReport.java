package dev.slicewise.jobs.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes the report of an evaluation as one HTML file that loads nothing and runs nothing. */
public final class HtmlReport {
  private HtmlReport() {}

  /**
   * Writes the report; equal input gives equal characters. The memory needed does not grow with the
   * number of slices.
   *
   * @param out where to; stays open
   */
  public static void write(Writer out, ReportInput input) throws IOException {
    try {
      Html html = new Html(out);
      html.open("html").attribute("lang", "en").open("head");
      html.open("meta").attribute("charset", "utf-8").close();
      html.element("title", input.title()).close();
      html.open("body").element("h1", input.title()).open("ul");
      input.facts().forEach(fact -> html.element("li", fact));
      html.close().close().close().end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
