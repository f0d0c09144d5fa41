package dev.slicewise.jobs.evaluate;

import dev.slicewise.jobs.output.Versions;
import dev.slicewise.jobs.report.HtmlReport;
import dev.slicewise.jobs.report.ReportInput;
import dev.slicewise.spark.slice.StatesReport;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/** The report of states that a notebook or a query holds: the one of the command line. */
public final class ReportOfStates implements StatesReport {
  /** Found as a service. */
  public ReportOfStates() {}

  @Override
  public void write(Writer out, Content content) throws IOException {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("plan", content.plan());
    run.put("versions", Versions.all());
    HtmlReport.write(
        out,
        new ReportInput(
            content.title(),
            content.facts(),
            content.slices(),
            content.definitions(),
            content.metrics(),
            content.finish().confidence(),
            run));
  }
}
