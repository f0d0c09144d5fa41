package dev.slicewise.jobs.reporting;

import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.report.HtmlReport;
import dev.slicewise.jobs.report.ModelCard;
import dev.slicewise.jobs.report.ReportContent;
import dev.slicewise.jobs.report.ReportJson;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** What a report is written as. */
enum ReportFormat {
  /** A page. */
  HTML("report.html", ".html"),
  /** A model card. */
  MARKDOWN("model-card.md", ".md"),
  /** All of it for programs. */
  JSON("report.json", ".json");

  private final String file;
  private final String ending;

  ReportFormat(String file, String ending) {
    this.file = file;
    this.ending = ending;
  }

  /** The format that was asked for, or that a file's name asks for. */
  static ReportFormat of(String said, String file) {
    for (ReportFormat format : values()) {
      boolean named = said != null && said.equalsIgnoreCase(format.name());
      if (named || (said == null && file != null && file.endsWith(format.ending))) {
        return format;
      }
    }
    if (said == null) {
      return HTML;
    }
    throw JobException.usage(
        "expected html, markdown or json for --format, found '"
            + said.toLowerCase(Locale.ROOT)
            + "'.");
  }

  /** The name of the file when none was given. */
  String file() {
    return file;
  }

  void write(Writer out, ReportContent content) throws IOException {
    switch (this) {
      case HTML -> HtmlReport.write(out, content);
      case MARKDOWN -> ModelCard.write(out, content);
      case JSON -> ReportJson.write(out, content);
    }
  }
}
