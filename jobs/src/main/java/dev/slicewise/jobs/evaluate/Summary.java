package dev.slicewise.jobs.evaluate;

import dev.slicewise.jobs.config.EvaluateConfig;
import dev.slicewise.jobs.console.DisplayText;
import dev.slicewise.jobs.console.NumberText;
import dev.slicewise.jobs.console.ResultPrinter;
import dev.slicewise.jobs.console.Terminal;
import dev.slicewise.jobs.followup.Judgement;
import dev.slicewise.jobs.input.InputSource;
import dev.slicewise.jobs.output.RowFacts;
import dev.slicewise.jobs.output.Survey;
import java.io.PrintStream;

/** What an evaluation prints: rows, slices, findings, where the results are. */
final class Summary {
  private final EvaluateConfig config;
  private final Terminal terminal;
  private final PrintStream out;

  Summary(EvaluateConfig config, Terminal terminal) {
    this.config = config;
    this.terminal = terminal;
    this.out = terminal.out();
  }

  void print(InputSource input, Survey survey, Judgement findings, Publishing publishing) {
    out.println(DisplayText.visible(input.name()));
    RowFacts.of(config.metrics(), survey.counters()).forEach(out::println);
    out.println();
    slices(survey);
    if (!findings.lines().isEmpty()) {
      out.println();
      findings.lines().forEach(out::println);
    }
    if (config.output() != null || publishing != null) {
      out.println();
    }
    if (config.output() != null) {
      out.println("Results are in " + DisplayText.visible(config.output().directory()));
    }
    if (publishing != null) {
      out.println(publishing.line());
    }
  }

  private void slices(Survey survey) {
    if (config.print().limit() > 0) {
      new ResultPrinter(config.metrics(), terminal.width())
          .lines(survey.shown())
          .forEach(out::println);
    }
    long hidden = survey.slices() - survey.shown().size() - survey.belowMinRows();
    if (hidden > 0) {
      out.println("… " + NumberText.count(hidden) + " more slices (--limit)");
    }
    if (survey.belowMinRows() > 0) {
      out.println(
          NumberText.count(survey.belowMinRows())
              + " slices of fewer than "
              + NumberText.count(config.print().minRows())
              + " rows are not shown (--min-rows)");
    }
  }
}
