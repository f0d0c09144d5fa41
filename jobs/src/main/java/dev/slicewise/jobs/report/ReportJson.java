package dev.slicewise.jobs.report;

import java.io.IOException;
import java.io.Writer;

/** Card. */
public final class ReportJson {
  private ReportJson() {}

  /** Writes. */
  public static void write(Writer out, ReportContent content) throws IOException {}
}
