package dev.slicewise.jobs.report;

import java.io.IOException;
import java.io.StringWriter;

/** Reports as text. */
final class Reports {
  private Reports() {}

  static String write(ReportInput input) throws IOException {
    StringWriter out = new StringWriter();
    HtmlReport.write(out, input);
    return out.toString();
  }

  static String write(ReportContent content) throws IOException {
    StringWriter out = new StringWriter();
    HtmlReport.write(out, content);
    return out.toString();
  }
}
