package dev.slicewise.jobs.report;

import java.io.IOException;
import java.io.Writer;

/** Card. */
public final class ModelCard {
  private ModelCard() {}

  /** Writes. */
  public static void write(Writer out, ReportContent content) throws IOException {}
}
